import { beforeEach, describe, expect, test } from "vitest";
import type { Moderator } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { decide, decideMany, reportComment } from "@/lib/moderation/mutations";
import { outcomeOf } from "@/lib/moderation/policy";
import { makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { CommentStatus, DecisionAction } from "@/prisma/generated/enums";
import { emptyDatabase, sql } from "@/prisma/testing";

let moderator: Moderator;
beforeEach(async () => {
  await emptyDatabase();
  moderator = await makeModerator();
});

const spam = { reason: "spam", revision: 1 } as const;
const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;

describe("a decision", () => {
  for (const action of Object.values(DecisionAction)) {
    for (const status of Object.values(CommentStatus)) {
      const to = outcomeOf(action, { status, openReports: 1 });
      test(`${action} of a ${status} comment: ${to ?? "conflict"}`, async () => {
        const { id } = await makeComment({ status, openReports: 1 });
        const deciding = decide(moderator, id, { ...spam, action });
        if (to) expect((await deciding).comment.status).toBe(to);
        else await expect(deciding).rejects.toMatchObject({ code: "conflict" });
        expect(await statusOf(id)).toBe(to ?? status);
        expect(await db.decision.count()).toBe(to ? 1 : 0);
        expect(await db.event.count({ where: { type: "comment.decided" } })).toBe(to ? 1 : 0);
      });
    }
  }

  test("on a revision that changed meanwhile is refused, and writes nothing", async () => {
    const { id } = await makeComment({ status: "pending", revision: 2 });
    const deciding = decide(moderator, id, { action: "approve", revision: 1 });
    await expect(deciding).rejects.toMatchObject({ code: "conflict" });
    expect(await statusOf(id)).toBe("pending");
    expect(await db.decision.count()).toBe(0);
  });

  test("on one's own comment is forbidden", async () => {
    const { id } = await makeComment({ status: "pending", author: moderator });
    await expect(decide(moderator, id, { action: "approve", revision: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("on a comment that is not there is not found", async () => {
    const id = "0199b7a0-0000-7000-8000-000000000000";
    await expect(decide(moderator, id, { action: "approve", revision: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("that takes a comment away always has a reason", async () => {
    const waiting = await makeComment({ status: "pending" });
    const standing = await makeComment();
    for (const [id, action] of [
      [waiting.id, "reject"],
      [standing.id, "remove"],
    ] as const) {
      const { decision } = await decide(moderator, id, { action, revision: 1 });
      expect(decision.reason).toBe("other");
    }
  });

  test("keeps the counters equal to the counts, there and back", async () => {
    const article = await makeArticle();
    const parent = await makeComment({ article });
    const { id, authorId } = await makeComment({ parent, status: "pending" });
    const counted = async () => ({
      article: (await db.article.findUniqueOrThrow({ where: { id: article.id } })).commentCount,
      parent: (await db.comment.findUniqueOrThrow({ where: { id: parent.id } })).replyCount,
      writer: (await db.account.findUniqueOrThrow({ where: { id: authorId ?? "" } })).publishedCount,
    });
    expect(await counted()).toEqual({ article: 1, parent: 0, writer: 0 });
    await decide(moderator, id, { action: "approve", revision: 1 });
    expect(await counted()).toEqual({ article: 2, parent: 1, writer: 1 });
    await decide(moderator, id, { ...spam, action: "remove" });
    expect(await counted()).toEqual({ article: 1, parent: 0, writer: 0 });
    await decide(moderator, id, { action: "restore", revision: 1 });
    expect(await counted()).toEqual({ article: 2, parent: 1, writer: 1 });
  });

  test("answers the reports: removal upholds them, dismissal dismisses them", async () => {
    const reader = await makeReader();
    const removed = await makeComment();
    const kept = await makeComment();
    for (const { id } of [removed, kept]) await reportComment(reader, id, { reason: "hate", note: "" });
    const { decision } = await decide(moderator, removed.id, { action: "remove", reason: "hate", revision: 1 });
    await decide(moderator, kept.id, { action: "dismiss_reports", revision: 1 });
    const reports = await db.report.findMany({ orderBy: { createdAt: "asc" } });
    expect(reports.map(({ status }) => status)).toEqual(["upheld", "dismissed"]);
    expect(reports[0]?.decisionId).toBe(decision.id);
    expect(await db.comment.count({ where: { openReports: { gt: 0 } } })).toBe(0);
    await expect(decide(moderator, kept.id, { action: "dismiss_reports", revision: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("leaves who, what, when, before and after in the events", async () => {
    const { id } = await makeComment();
    await decide(moderator, id, { ...spam, action: "remove", note: "An advertisement." });
    const event = await db.event.findFirstOrThrow({ where: { type: "comment.decided" } });
    expect(event).toMatchObject({
      actorKind: "person",
      actorId: moderator.id,
      subject: id,
      data: { action: "remove", reason: "spam", before: "published", after: "removed" },
    });
  });

  test("of twenty at once, exactly one is taken", async () => {
    const { id, articleId } = await makeComment({ status: "pending" });
    const other = await makeModerator();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, place) =>
        place % 2
          ? decide(moderator, id, { action: "approve", revision: 1 })
          : decide(other, id, { ...spam, action: "reject" }),
      ),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
    expect(refused).toEqual(Array(19).fill("conflict"));
    expect(await db.decision.count()).toBe(1);
    const [counts] = await sql<{ stored: number; real: number }>(
      `SELECT "commentCount" AS stored, (SELECT count(*)::int FROM comments WHERE "articleId" = $1 AND status = 'published') AS real FROM articles WHERE id = $1`,
      [articleId],
    );
    expect(counts?.stored).toBe(counts?.real);
  });
});

describe("a decision that was sent before another was made", () => {
  test("is refused, even where the table would let it follow", async () => {
    const { id } = await makeComment({ status: "pending" });
    const sent = now();
    await decide(moderator, id, { ...spam, action: "reject" });
    await expect(decide(moderator, id, { action: "approve", revision: 1 }, sent)).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await decide(moderator, id, { action: "approve", revision: 1 })).comment.status).toBe("published");
  });
});

describe("many decisions", () => {
  test("are answered each by itself", async () => {
    const good = await makeComment({ status: "pending" });
    const changed = await makeComment({ status: "pending", revision: 3 });
    const own = await makeComment({ status: "pending", author: moderator });
    const { items } = await decideMany(moderator, {
      action: "approve",
      items: [good, changed, own].map(({ id }) => ({ id, revision: 1 })),
    });
    expect(items.map(({ status, code }) => [status, code])).toEqual([
      [200, undefined],
      [409, "conflict"],
      [403, "forbidden"],
    ]);
    expect(await statusOf(good.id)).toBe("published");
    expect(await statusOf(changed.id)).toBe("pending");
    expect(await db.decision.count()).toBe(1);
    expect(await db.event.count({ where: { type: "comment.decided" } })).toBe(1);
  });

  test("of a whole batch are all taken, in the order in which they were sent, and the same one once", async () => {
    const article = await makeArticle();
    const comments = await Promise.all(Array.from({ length: 45 }, () => makeComment({ article, status: "pending" })));
    const sent = [...comments.map(({ id }) => id), comments[0]?.id ?? ""];
    const { items } = await decideMany(moderator, {
      action: "approve",
      items: sent.map((id) => ({ id, revision: 1 })),
    });
    expect(items.map(({ id }) => id)).toEqual(sent);
    expect(items.map(({ status }) => status)).toEqual([...Array(45).fill(200), 409]);
    expect((await db.article.findUniqueOrThrow({ where: { id: article.id } })).commentCount).toBe(45);
  });

  test("by two moderators at once on the same comments are each taken once", async () => {
    const comments = await Promise.all(Array.from({ length: 12 }, () => makeComment({ status: "pending" })));
    const items = comments.map(({ id }) => ({ id, revision: 1 }));
    const other = await makeModerator();
    const [one, two] = await Promise.all([
      decideMany(moderator, { action: "approve", items }),
      decideMany(other, { action: "reject", reason: "spam", items: [...items].reverse() }),
    ]);
    const taken = [...one.items, ...two.items].filter(({ status }) => status === 200);
    expect(taken).toHaveLength(12);
    expect(await db.decision.count()).toBe(12);
  });
});
