import { beforeAll, describe, expect, test } from "vitest";
import type { Moderator } from "@/lib/actor";
import { now } from "@/lib/clock";
import { flows, seen } from "@/lib/moderation/figures/activity";
import { makeHistory } from "@/lib/moderation/figures/history-testing";
import { spans } from "@/lib/moderation/figures/limits";
import { type Entry, readLog } from "@/lib/moderation/figures/naive-testing";
import { makeModerator } from "@/prisma/factories";
import { sql } from "@/prisma/testing";

let moderator: Moderator;
let log: Entry[] = [];
let posted: { day: string; status: string }[] = [];

beforeAll(async () => {
  await makeHistory(23, 500);
  moderator = await makeModerator();
  log = await readLog();
  posted = await sql(
    `SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, data->>'status' AS status FROM events WHERE type = 'comment.posted'`,
  );
}, 120_000);

const dayOf = ({ at }: Entry) => at.slice(0, 10);

describe("the figures of moderators", () => {
  test.each(spans)("of %i days are those of each day, one row for each", async (span) => {
    const { days } = await seen(moderator, span, now());
    expect(days).toHaveLength(span);
    expect(days.at(-1)?.day).toBe(now().toISOString().slice(0, 10));
    const undone = new Set(log.map(({ data }) => data.undone));
    for (const { day, ...counts } of days) {
      const decided = (action: string) =>
        log.filter(
          (each) =>
            dayOf(each) === day &&
            each.data.action === action &&
            each.type === "comment.decided" &&
            !undone.has(each.data.decisionId),
        ).length;
      const here = posted.filter((each) => each.day === day);
      expect(counts, day).toEqual({
        came: here.length,
        published: here.filter(({ status }) => status === "published").length + decided("approve"),
        held: log.filter((each) => dayOf(each) === day && each.type === "comment.held").length,
        rejected: decided("reject"),
        removed: decided("remove"),
      });
    }
    expect(flows.every((flow) => span < 90 || days.some((day) => day[flow] > 0))).toBe(true);
  });

  test("say how long what was held waited: the median of each week, and the 95th percentile", async () => {
    const { waited, days } = await seen(moderator, 90, now());
    expect(waited.length).toBeGreaterThan(5);
    for (const { from, median, slowest, decided } of waited) {
      expect(days.findIndex(({ day }) => day === from) % 7).toBe(0);
      expect(decided).toBeGreaterThan(0);
      expect(median).toBeGreaterThanOrEqual(0);
      expect(slowest).toBeGreaterThanOrEqual(median);
    }
  });

  test("count reports by reason and what came of them, and objections by answer", async () => {
    const { reports, objections } = await seen(moderator, 90, now());
    const from = new Date(now().getTime() - 89 * 86_400_000).toISOString().slice(0, 10);
    const since = (type: string) => log.filter((each) => each.type === type && dayOf(each) >= from).length;
    expect(reports.reduce((total, { count }) => total + count, 0)).toBe(since("comment.reported"));
    expect(objections.reduce((total, { count }) => total + count, 0)).toBe(since("objection.made"));
  });
});
