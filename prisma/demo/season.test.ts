import { describe, expect, test } from "vitest";
import { after, day } from "@/lib/clock";
import { maxBody } from "@/lib/comments/limits";
import { passerByKeys } from "@/prisma/demo/passers-by";
import { person, personKeys } from "@/prisma/demo/people";
import { rhythm } from "@/prisma/demo/rhythm";
import { submissions } from "@/prisma/demo/submissions";
import { kept } from "@/prisma/demo/verdicts";

const now = new Date("2026-03-14T09:00:00Z");
const sent = submissions(now);
const daysAgo = (at: Date) => (now.getTime() - at.getTime()) / day;

describe("the season of letters", () => {
  test("is some 150 welcome letters and 80 others, over 90 days, none said twice", () => {
    expect(sent.filter(({ reason }) => reason === null).length).toBeGreaterThan(150);
    expect(sent.filter(({ reason }) => reason).length).toBeGreaterThan(80);
    expect(Math.max(...sent.map(({ at }) => daysAgo(at)))).toBeGreaterThan(80);
    expect(Math.min(...sent.map(({ at }) => daysAgo(at)))).toBeGreaterThan(0.9);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(sent.length);
    for (const { body } of sent) expect([...body].length).toBeLessThan(maxBody / 20);
  });

  test("is written by people who had signed up by then, and by everybody who came by", () => {
    for (const key of personKeys)
      for (const { at } of sent.filter(({ by }) => by === key))
        expect(person(key).joined, key).toBeGreaterThan(daysAgo(at));
    for (const key of passerByKeys) expect(sent.some(({ by }) => by === key)).toBe(true);
  });

  test("has its reports of what was kept", () => {
    for (const [begins] of kept) expect(sent.filter(({ body }) => body.startsWith(begins))).toHaveLength(1);
  });

  test("knows the days of the week: most on Thursdays, least on Sundays", () => {
    const moment = rhythm(after(now, -70 * day), now);
    const written = Array.from({ length: 1_000 }, (_, at) => moment(at / 1_000).getUTCDay());
    const on = (weekday: number) => written.filter((each) => each === weekday).length;
    expect(on(4)).toBeGreaterThan(on(2));
    expect(on(2)).toBeGreaterThan(2 * on(0));
  });
});
