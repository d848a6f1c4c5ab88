import { beforeAll, describe, expect, test } from "vitest";
import { after, day, now } from "@/lib/clock";
import { chance, makeHistory } from "@/lib/moderation/figures/history-testing";
import { countByHand, type Entry, readLog } from "@/lib/moderation/figures/naive-testing";
import { askedPeriod, dayOf } from "@/lib/moderation/figures/period";
import type { Transparency } from "@/lib/moderation/figures/schema";
import { spreadsheetOf } from "@/lib/moderation/figures/spreadsheet";
import { transparencyReport } from "@/lib/moderation/figures/transparency";
import { verifyLog } from "@/lib/moderation/verify-log";

let log: Entry[] = [];
beforeAll(async () => {
  await makeHistory(7, 700);
  log = await readLog();
}, 120_000);

const measured = ["medianSeconds", "errorRate", "processedAutomatically"];

/** Every count of the report that is not zero, by its path. */
function flat(value: unknown, path = ""): Record<string, number> {
  if (typeof value === "number")
    return value === 0 || measured.some((name) => path.endsWith(name)) ? {} : { [path]: value };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const parts = Object.entries(value).map(([key, part]) => flat(part, path === "" ? key : `${path}.${key}`));
  return Object.assign({}, ...parts);
}

function withoutPlaces({ log: { entries }, ...report }: Transparency) {
  return { ...report, log: { entries } };
}

/** A day so many days ago. */
const ago = (days: number) => dayOf(after(now(), -days * day));
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
const randomPeriods = () => {
  const random = chance(11);
  return Array.from({ length: 40 }, () => {
    const from = Math.floor(random() * 125);
    const to = Math.floor(random() * (from + 1));
    return { from: ago(from), to: ago(to) };
  });
};

describe("the transparency report", () => {
  test("tells of a history in which everything happened", async () => {
    const { counts } = countByHand(log, "2000-01-01", "2999-12-31");
    for (const part of [
      ...["notices.bySource.visitor", "notices.byOutcome.dismissed", "notices.byOutcome.acted_on_law"],
      ...[
        "measures.byKind.comment_held",
        "measures.byKind.comment_removed",
        "measures.byKind.banned",
        "measures.undone",
      ],
      ...["measures.byMeans.report", "measures.byMeans.rules", "machines.byMachine.rules.byOutcome.approved"],
      ...["machines.byMachine.standing.byOutcome.approved", "machines.byMachine.rules.byOutcome.rejected"],
      ...["objections.byOutcome.granted", "objections.byOutcome.refused", "notices.byCategory.defamation"],
    ])
      expect(counts, part).toHaveProperty([part]);
    expect(await verifyLog()).toMatchObject({ faults: [] });
  });

  test("equals a count over the log by hand, for random periods", async () => {
    for (const { from, to } of randomPeriods()) {
      const report = await transparencyReport({ from, to });
      const { counts, noticeMedian, objectionMedian } = countByHand(log, from, to);
      expect(flat(withoutPlaces(report)), `${from} to ${to}`).toEqual(counts);
      expect(report.notices.medianSeconds ?? -1).toBeCloseTo(noticeMedian ?? -1, 3);
      expect(report.objections.medianSeconds ?? -1).toBeCloseTo(objectionMedian ?? -1, 3);
    }
  }, 60_000);

  test("has parts that make its sums, and says where the log stood", async () => {
    for (const period of randomPeriods().slice(0, 10)) {
      const { notices, measures, objections, machines, suspensions, log: range } = await transparencyReport(period);
      for (const parts of [notices.byReason, notices.byCategory, notices.bySource, notices.byOutcome])
        expect(sum(parts)).toBe(notices.total);
      for (const parts of [measures.byKind, measures.byGround, measures.byReason, measures.byMeans])
        expect(sum(parts)).toBe(measures.total);
      expect(measures.groups.reduce((total, { count }) => total + count, 0)).toBe(measures.total);
      for (const parts of [objections.byMeasure, objections.byReason, objections.byOutcome])
        expect(sum(parts)).toBe(objections.total);
      expect(sum(Object.fromEntries(Object.entries(machines.byMachine).map(([name, { held }]) => [name, held])))).toBe(
        machines.held,
      );
      expect(measures.byKind.comment_held).toBe(machines.held);
      expect(suspensions.total).toBe(measures.byKind.suspended + measures.byKind.banned);
      const { entries, head } = await verifyLog();
      expect(range.head).toEqual({ seq: entries, hash: head });
    }
  });

  test("of days cut anywhere adds up to the whole", async () => {
    const days = Array.from({ length: 126 }, (_, back) => ago(back));
    const [first = "", last = ""] = [days.at(-1), days[0]];
    const cut = days[61] ?? "";
    const next = days[60] ?? "";
    const [whole, one, other] = await Promise.all(
      [
        { from: first, to: last },
        { from: first, to: cut },
        { from: next, to: last },
      ].map(transparencyReport),
    );
    expect(whole?.measures.total).toBe((one?.measures.total ?? 0) + (other?.measures.total ?? 0));
    expect(whole?.notices.total).toBe((one?.notices.total ?? 0) + (other?.notices.total ?? 0));
  });

  test("is empty where nothing happened", async () => {
    const report = await transparencyReport({ from: "2001-01-01", to: "2001-12-31" });
    expect(flat(withoutPlaces(report))).toEqual({});
    expect(report.notices.medianSeconds).toBeNull();
    expect(report.log).toMatchObject({ entries: 0, first: null, last: null });
  });

  test("as a table has every number, and runs no formula of whoever named the publication", async () => {
    const report = await transparencyReport({ from: ago(125), to: dayOf(now()) });
    const lines = spreadsheetOf(report, '=HYPERLINK("http://evil.example")').split("\r\n");
    expect(lines[1]).toBe(`,Publication,"'=HYPERLINK(""http://evil.example"")",,`);
    expect(lines).toContain(`15(1)(b),Reports,,${report.notices.total},count`);
    expect(lines).toContain(
      `15(1)(c),Measures by kind,Comment removed,${report.measures.byKind.comment_removed},count`,
    );
    for (const line of lines) expect(line).not.toMatch(/(^|,)[=+@\t-]/);
  });
});

describe("a period", () => {
  const today = new Date("2026-03-14T22:00:00Z");

  test("is the year that ends today, unless told", () => {
    expect(askedPeriod({}, today)).toEqual({ from: "2025-03-15", to: "2026-03-14" });
    expect(askedPeriod({ from: "", to: "2024-02-29" }, today)).toEqual({ from: "2023-03-02", to: "2024-02-29" });
  });

  test.each([
    ["ends before it begins", "2026-01-02", "2026-01-01"],
    ["is longer than five years", "2020-01-01", "2025-01-01"],
    ["has no such day", "2026-02-30", "2026-03-01"],
    ["is no day", "yesterday", "2026-03-01"],
    ["is before all time", "0001-01-01", "0001-02-01"],
  ])("that %s is none", (_what, from, to) => {
    expect(askedPeriod({ from, to }, today)).toBeNull();
  });

  test("of one day or of five years is one", () => {
    expect(askedPeriod({ from: "2026-01-01", to: "2026-01-01" }, today)).not.toBeNull();
    expect(askedPeriod({ from: "2020-01-01", to: "2024-12-31" }, today)).not.toBeNull();
  });
});
