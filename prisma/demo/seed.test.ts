import { beforeAll, describe, expect, test } from "vitest";
import { isModerator, type Moderator } from "@/lib/actor";
import { db } from "@/lib/db";
import { type Flow, seen } from "@/lib/moderation/figures/activity";
import { helperScreen } from "@/lib/moderation/helper-screen";
import { verifyLog } from "@/lib/moderation/verify-log";
import { viewerOf } from "@/lib/session";
import { pieces } from "@/prisma/demo/pieces";
import { runDemo } from "@/prisma/demo/seed";
import { letterPages } from "@/prisma/demo/standing";

const now = new Date("2026-03-14T09:00:00Z");
async function moderator(): Promise<Moderator> {
  const { id } = await db.account.findUniqueOrThrow({ where: { email: "moderator@rejoinder.example" } });
  const viewer = await viewerOf(id);
  if (isModerator(viewer)) return viewer;
  throw new Error("The demonstration has no moderator.");
}

const printed = [...pieces, ...letterPages];
let accounts: { role: string; email: string }[] = [];

beforeAll(async () => {
  ({ accounts } = await runDemo({ password: "a fine spring morning", now }));
}, 120_000);

describe("the demonstration in the database", () => {
  test("has an account for each role", async () => {
    expect(accounts.map(({ role, email }) => `${role} ${email}`)).toEqual(
      ["reader", "author", "editor", "moderator", "admin"].map((role) => `${role} ${role}@rejoinder.example`),
    );
    for (const { role, email } of accounts)
      expect(await db.account.findUnique({ where: { email } })).toMatchObject({ role });
  });

  test("has every piece published when it says, the newest with an empty thread", async () => {
    const articles = await db.article.findMany({ where: { status: "published" }, orderBy: { publishedAt: "desc" } });
    expect(articles).toHaveLength(printed.length);
    expect(articles[0]).toMatchObject({ slug: "a-budget-read-aloud", commentCount: 0 });
    for (const { slug, publishedAt, pictureUrl, html } of articles) {
      const age = printed.find((piece) => piece.slug === slug)?.age ?? 0;
      expect(publishedAt?.getTime()).toBe(now.getTime() - age * 60_000);
      expect(pictureUrl).toMatch(/^\/media\/[0-9a-f]{64}\.webp$/);
      expect(html).not.toContain("demo:");
    }
  });

  test("has pictures inside the text", async () => {
    const { html } = await db.article.findUniqueOrThrow({ where: { slug: "the-boat-at-six" } });
    expect(html).toMatch(/<figure>\s*(<p>)?<img src="\/media\//);
  });

  test("has counters that agree with its comments", async () => {
    const articles = await db.article.findMany({ include: { comments: { include: { votes: true } } } });
    for (const { commentCount, comments } of articles) {
      expect(commentCount).toBe(comments.filter(({ status }) => status === "published").length);
      for (const { score, votes } of comments) expect(score).toBe(votes.reduce((sum, { value }) => sum + value, 0));
    }
  });

  test("has comments in every status, held ones with the reason", async () => {
    const held = await db.comment.findMany({ where: { status: "pending" } });
    expect(held.length).toBeGreaterThanOrEqual(5);
    for (const comment of held) expect(comment.held).not.toEqual([]);
    for (const status of ["rejected", "removed", "deleted"] as const)
      expect(await db.comment.count({ where: { status } })).toBeGreaterThan(0);
    expect(await db.comment.count({ where: { status: "published", openReports: { gt: 0 } } })).toBeGreaterThanOrEqual(
      2,
    );
  });

  test("has told its reader of answers, a pick and what they follow: older ones are read, and nothing is to be mailed", async () => {
    const told = await db.notification.findMany({ where: { account: { email: "reader@rejoinder.example" } } });
    expect(new Set(told.map(({ kind }) => kind))).toEqual(
      new Set(["reply", "pick", "followed_thread", "followed_person"]),
    );
    const unread = told.filter(({ readAt }) => readAt === null).length;
    expect(unread).toBeGreaterThanOrEqual(3);
    expect(unread).toBeLessThan(told.length);
    expect(await db.notification.count({ where: { delivery: { not: "never" } } })).toBe(0);
  });

  test("has had a season: every week something came, was held, turned away and answered by one of three moderators", async () => {
    const viewer = await moderator();
    const { days, waited, reports, objections } = await seen(viewer, 90, now);
    for (let week = 0; week < 12; week++) {
      const these = days.slice(1 + 7 * week, 8 + 7 * week);
      const sum = (flow: Flow) => these.reduce((total, each) => total + each[flow], 0);
      expect(sum("came"), `week ${week}`).toBeGreaterThan(10);
      expect(sum("held")).toBeGreaterThan(5);
      expect(sum("rejected") + sum("removed")).toBeGreaterThan(0);
    }
    expect(waited.length).toBeGreaterThanOrEqual(12);
    expect(reports.length).toBeGreaterThan(5);
    expect(new Set(objections.map(({ status }) => status))).toEqual(new Set(["granted", "refused", "open"]));
    expect(await db.sanction.groupBy({ by: ["kind"] })).toHaveLength(4);
    expect(await db.decision.groupBy({ by: ["moderatorId"] })).toHaveLength(3);
  });

  test("has a log that verifies, and a helper that has learned from it", async () => {
    expect(await verifyLog()).toMatchObject({ faults: [] });
    const helper = await helperScreen(await moderator());
    expect(helper.learned?.decisions).toBeGreaterThan(150);
    expect(helper.course.length).toBeGreaterThanOrEqual(2);
    expect(helper.measures?.rocArea).toBeGreaterThan(0.9);
  });

  test("has comments picked by authors and by an editor, and pinned ones", async () => {
    const picks = await db.pick.findMany({ include: { pickedBy: true } });
    expect(new Set(picks.map(({ pickedBy }) => pickedBy?.role))).toEqual(new Set(["author", "editor"]));
    expect(await db.pin.count()).toBeGreaterThanOrEqual(2);
  });

  test("has one thread that is closed and nothing dated later than now", async () => {
    expect(await db.article.count({ where: { commentPolicy: "closed" } })).toBe(1);
    const later = { gt: now };
    expect(await db.comment.count({ where: { createdAt: later } })).toBe(0);
    expect(await db.vote.count({ where: { at: later } })).toBe(0);
    expect(await db.decision.count({ where: { at: later } })).toBe(0);
    expect(await db.pick.count({ where: { at: later } })).toBe(0);
  });
});
