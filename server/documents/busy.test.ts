import { beforeEach, expect, test } from "vitest";
import { Busy } from "@/server/documents/busy";

let now: number;
let busy: Busy;
const changesAt = (times: readonly number[]) =>
  times.map((at) => {
    now = at;
    return busy.changed("article:1");
  });

beforeEach(() => {
  busy = new Busy(() => now);
});

test("eight changes make nothing busy, more in three seconds do", () => {
  const times = Array.from({ length: 10 }, (_, change) => 5_000 + change * 250);
  expect(changesAt(times)).toEqual([...Array(8).fill(false), true, true]);
});

test("what comes at one moment is one change", () => {
  const times = [0, 300, 600, 900, 1_200, 1_500].flatMap((at) => [5_000 + at, 5_005 + at, 5_010 + at]);
  expect(changesAt(times)).not.toContain(true);
});

test("it stays busy as long as changes come, and is not any more once it rested", () => {
  const times = Array.from({ length: 100 }, (_, change) => 5_000 + change * 100);
  expect(changesAt(times).slice(8)).not.toContain(false);
  expect(changesAt([19_000])).toEqual([false]);
});

test("what changes once or twice a second is never busy", () => {
  expect(changesAt(Array.from({ length: 40 }, (_, change) => 5_000 + change * 500))).not.toContain(true);
});

test("one article's bustle is not another's, and only a thousand are remembered", () => {
  changesAt(Array.from({ length: 20 }, (_, change) => 5_000 + change * 50));
  expect(busy.changed("article:2")).toBe(false);
  for (let article = 10; article < 1_200; article++) busy.changed(`article:${article}`);
  expect(Reflect.get(busy, "lately").size).toBe(1_000);
});
