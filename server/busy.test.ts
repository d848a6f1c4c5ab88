import { beforeEach, expect, test } from "vitest";
import { Busy } from "@/server/busy";

let now: number;
let busy: Busy;

beforeEach(() => {
  now = 0;
  busy = new Busy(() => now);
});

test("a few changes make nothing busy, more in three seconds do", () => {
  const found = [0, 500, 1_000, 1_500, 2_000, 2_900].map((at) => {
    now = at;
    return busy.changed("article:1");
  });
  expect(found).toEqual([false, false, false, false, true, true]);
});

test("it stays busy as long as changes come, and is not any more once it rested", () => {
  for (now = 0; now < 10_000; now += 100) busy.changed("article:1");
  expect(busy.changed("article:1")).toBe(true);
  now += 3_100;
  expect(busy.changed("article:1")).toBe(false);
});

test("what changes once a second is never busy", () => {
  for (now = 0; now < 20_000; now += 1_000) expect(busy.changed("article:1")).toBe(false);
});

test("one article's bustle is not another's, and only a thousand are remembered", () => {
  for (let change = 0; change < 6; change++) busy.changed("article:1");
  expect(busy.changed("article:2")).toBe(false);
  for (let article = 10; article < 1_200; article++) busy.changed(`article:${article}`);
  expect(Reflect.get(busy, "lately").size).toBe(1_000);
});
