import { beforeEach, describe, expect, test } from "vitest";
import type { Moderator } from "@/lib/actor";
import { after, now, second } from "@/lib/clock";
import { editComment } from "@/lib/comments/mutations";
import { db } from "@/lib/db";
import { decidedCases } from "@/lib/moderation/cases";
import { decide, decideMany, reportComment } from "@/lib/moderation/mutations";
import { decisionLog, queue, queued } from "@/lib/moderation/queries";
import { undoableNow, undoDecision } from "@/lib/moderation/undoing";
import { verifyLog } from "@/lib/moderation/verify-log";
import { jobs as telling } from "@/lib/notifications/jobs";
import { waiting, work } from "@/lib/notifications/work-testing";
import { viewerOf } from "@/lib/session";
import { makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

let moderator: Moderator;
beforeEach(async () => {
  await emptyDatabase();
  moderator = await makeModerator();
});

/** Status and counters, all that a decision moves. */
async function standing(id: string) {
  const [row] = await sql(
    `SELECT c.status, c."openReports" AS reports, a."commentCount" AS article, w."publishedCount" AS writer, p."replyCount" AS parent,
       (SELECT count(*)::int FROM reports r WHERE r."commentId" = c.id AND r.status = 'open') AS open
     FROM comments c JOIN articles a ON a.id = c."articleId" JOIN accounts w ON w.id = c."authorId" LEFT JOIN comments p ON p.id = c."parentId"
     WHERE c.id = $1`,
    [id],
  );
  return row;
}

const situations = [
  ["approve", "pending"],
  ["approve", "rejected"],
  ["reject", "pending"],
  ["remove", "published"],
  ["restore", "removed"],
  ["dismiss_reports", "published"],
] as const;

describe("undoing", () => {
  for (const [action, status] of situations) {
    test(`${action} of a ${status} comment leaves all as it was, and nobody is told of it`, async () => {
      const { id } = await makeComment({ status, parent: await makeComment() });
      if (status === "published") await reportComment(await makeReader(), id, { reason: "hate", note: "" });
      const before = await standing(id);
      const { decision } = await decide(moderator, id, { action, revision: 1, reason: "spam" });
      expect(await standing(id)).not.toEqual(before);
      const undone = await undoDecision(moderator, decision.id);
      expect(undone).toMatchObject({ comment: { status }, decision: { undoneAt: expect.any(String) } });
      expect(await standing(id)).toEqual(before);
      await work();
      expect(await db.notification.count({ where: { kind: { not: "reply" } } })).toBe(0);
      expect(await db.event.count({ where: { type: "comment.decision_undone", subject: id } })).toBe(1);
      expect((await verifyLog()).faults).toEqual([]);
    });
  }

  test("is for whoever decided, while they are a moderator", async () => {
    const { id } = await makeComment({ status: "pending" });
    const { decision } = await decide(moderator, id, { action: "approve", revision: 1 });
    await expect(undoDecision(await makeModerator(), decision.id)).rejects.toMatchObject({ code: "forbidden" });
    await db.account.update({ where: { id: moderator.id }, data: { role: "reader" } });
    await expect(undoDecision(moderator, decision.id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.undoneDecision.count()).toBe(0);
  });

  test("is refused after its time, after another decision, after a change of the words, and twice", async () => {
    const writer = await makeReader();
    const old = await makeComment({ status: "pending" });
    const late = await decide({ ...moderator, at: after(now(), -31 * second) }, old.id, {
      action: "approve",
      revision: 1,
    });
    const followed = await makeComment();
    const first = await decide(moderator, followed.id, { action: "remove", revision: 1 });
    await decide(await makeModerator(), followed.id, { action: "restore", revision: 1 });
    const edited = await makeComment({ author: writer, status: "pending" });
    const read = await decide(moderator, edited.id, { action: "approve", revision: 1 });
    await editComment(writer, edited.id, { body: "Other words." });
    const twice = await makeComment();
    const { decision } = await decide(moderator, twice.id, { action: "remove", revision: 1 });
    await undoDecision(moderator, decision.id);
    for (const [id, why] of [
      [late.decision.id, /seconds/],
      [first.decision.id, /Another decision/],
      [read.decision.id, /changed/],
      [decision.id, /already/],
    ] as const)
      await expect(undoDecision(moderator, id)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringMatching(why),
      });
    expect(await db.undoneDecision.count()).toBe(1);
  });

  test("of what is not there is not found", async () => {
    await expect(undoDecision(moderator, "0199b7a0-0000-7000-8000-000000000000")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("of ten at once one is taken", async () => {
    const { id } = await makeComment();
    const { decision } = await decide(moderator, id, { action: "remove", revision: 1 });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => undoDecision(moderator, decision.id)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await standing(id)).toMatchObject({ status: "published", article: 1, writer: 1 });
    expect(await db.event.count({ where: { type: "comment.decision_undone" } })).toBe(1);
  });

  test("against the job that tells: told or undone, never both", async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const { id } = await makeComment({ status: "pending" });
      const { decision } = await decide(moderator, id, { action: "reject", reason: "spam", revision: 1 });
      const tell = () => telling.tell_of_decision?.({ decisionId: decision.id });
      const undo = () => undoDecision(moderator, decision.id);
      await Promise.allSettled(round % 2 ? [tell(), undo()] : [undo(), tell()]);
      const told = (await db.notification.count({ where: { eventId: decision.id } })) > 0;
      const undone = (await db.undoneDecision.count({ where: { decisionId: decision.id } })) > 0;
      expect(told).toBe(!undone);
      outcomes.add(told ? "told" : "undone");
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });

  test("of the decision that overtook another has that other told after all", async () => {
    const comment = await makeComment();
    await decide(moderator, comment.id, { action: "remove", reason: "spam", revision: 1 });
    const { decision } = await decide(moderator, comment.id, { action: "restore", revision: 1 });
    await undoDecision(moderator, decision.id);
    await work();
    const all = await db.notification.findMany({ select: { accountId: true, kind: true } });
    expect(all).toEqual([{ accountId: comment.authorId, kind: "decision" }]);
  });
});

test("the log misses an undoing that is dropped, and one that went past it", async () => {
  const { id } = await makeComment();
  const { decision } = await decide(moderator, id, { action: "remove", revision: 1 });
  await undoDecision(moderator, decision.id);
  await sql("ALTER TABLE undone_decisions DISABLE TRIGGER USER; DELETE FROM undone_decisions");
  expect((await verifyLog()).faults.map(({ fault }) => fault)).toEqual(["decision"]);
  await sql(`INSERT INTO undone_decisions ("decisionId") VALUES ($1)`, [decision.id]);
  expect((await verifyLog()).faults).toEqual([]);
  const second = await decide(moderator, id, { action: "remove", revision: 1 });
  await sql(`INSERT INTO undone_decisions ("decisionId") VALUES ($1)`, [second.decision.id]);
  expect((await verifyLog()).faults.map(({ fault }) => fault)).toEqual(["missing"]);
});

describe("what was undone", () => {
  test("does not teach the helper, nor stand in the writer's record, but stands in the log as taken back", async () => {
    const writer = await makeReader();
    const { id } = await makeComment({ author: writer, status: "pending" });
    const { decision } = await decide(moderator, id, { action: "reject", revision: 1 });
    await undoDecision(moderator, decision.id);
    expect((await queued(moderator, id))?.writer?.decisions).toEqual([]);
    expect(await decidedCases()).toEqual([]);
    const { items } = await decisionLog(moderator, { limit: 5 });
    expect(items).toMatchObject([{ id: decision.id, undoneAt: expect.any(String) }]);
    expect((await queue(moderator, { status: "pending", limit: 5 })).items).toHaveLength(1);
  });

  test("that still can be does not teach the helper either", async () => {
    const comment = await makeComment({ status: "pending" });
    await decide(moderator, comment.id, { action: "reject", revision: 1 });
    expect(await decidedCases()).toEqual([]);
  });
});

test("nobody is told of a decision for thirty seconds", async () => {
  const { id } = await makeComment({ status: "pending" });
  await decide(moderator, id, { action: "approve", revision: 1 });
  const due = (await waiting()).map(({ name, runAt }) => [name, runAt.getTime() - now().getTime() > 28_000]);
  expect(due).toEqual(
    expect.arrayContaining([
      ["tell_of_decision", true],
      ["tell_of_comment", true],
    ]),
  );
});

test("a page without scripts knows the latest decision that can be undone", async () => {
  expect(await undoableNow(moderator)).toBeNull();
  const { id } = await makeComment();
  const { decision } = await decide(moderator, id, { action: "remove", revision: 1 });
  expect(await undoableNow(moderator)).toMatchObject({ id: decision.id, action: "remove" });
  expect(await undoableNow(await makeModerator())).toBeNull();
  await undoDecision(moderator, decision.id);
  expect(await undoableNow(moderator)).toBeNull();
});

test("a moderator whose rights end in the middle of a batch decides no more of it, and nothing by half", async () => {
  const comments = await Promise.all(Array.from({ length: 6 }, () => makeComment({ status: "pending" })));
  const third = comments[2];
  // The third decision itself ends them, as an admin would at that moment.
  await sql(`CREATE FUNCTION end_rights() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW."commentId" = '${third?.id}' THEN UPDATE accounts SET role = 'reader' WHERE id = '${moderator.id}'; END IF; RETURN NEW; END $$`);
  await sql("CREATE TRIGGER end_rights AFTER INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION end_rights()");
  const { items } = await decideMany(moderator, {
    action: "approve",
    items: comments.map(({ id }) => ({ id, revision: 1 })),
  });
  await sql("DROP TRIGGER end_rights ON decisions");
  expect(items.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403, 403]);
  expect(items[0]?.decision?.action).toBe("approve");
  expect(await db.comment.count({ where: { status: "published" } })).toBe(3);
  expect(await db.decision.count()).toBe(3);
  expect((await viewerOf(moderator.id))?.role).toBe("reader");
});
