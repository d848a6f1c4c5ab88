import { beforeEach, describe, expect, test } from "vitest";
import { after, now, second } from "@/lib/clock";
import { db } from "@/lib/db";
import { ownStatement, ownStatements, statementOn } from "@/lib/moderation/fairness/queries";
import { decide, reportComment } from "@/lib/moderation/mutations";
import { undoDecision } from "@/lib/moderation/undoing";
import { work } from "@/lib/notifications/work-testing";
import { makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

const remove = {
  action: "remove",
  reason: "harassment",
  note: "It is about her, not the bridge.",
  revision: 1,
} as const;
const reject = { ...remove, action: "reject" } as const;
const learned = [{ step: "learned", detail: "" }];
const words = [{ step: "words", detail: "Bridges" }];
const shadowed = [{ step: "words", detail: "", shadow: "hold" }];

/** As if the seconds in which it can be undone were over. */
const told = () => db.statement.updateMany({ data: { tellsAt: after(now(), -second) } });

async function removed() {
  const [moderator, writer] = [await makeModerator(), await makeReader()];
  const comment = await makeComment({ author: writer });
  const { decision } = await decide(moderator, comment.id, remove);
  return { moderator, writer, comment, decision };
}

describe("a decision that takes a comment away", () => {
  test("is stated in its transaction: measure, ground, reason, facts, and no name in the log", async () => {
    const { comment, decision, writer } = await removed();
    expect(await db.statement.findFirstOrThrow()).toMatchObject({
      ...{ accountId: writer.id, commentId: comment.id, decisionId: decision.id, measure: "comment_removed" },
      ...{ ground: "rule", reason: "harassment", facts: remove.note, foundBy: "moderator", automated: false },
    });
    const event = await db.event.findFirstOrThrow({ where: { type: "statement.issued" } });
    expect(event.data).toEqual({
      ...{ of: decision.id, measure: "comment_removed", ground: "rule", reason: "harassment" },
      ...{ foundBy: "moderator", automated: false },
    });
  });

  test("for breaking the law names the law as its ground", async () => {
    const comment = await makeComment();
    await decide(await makeModerator(), comment.id, { ...remove, reason: "illegal" });
    expect(await db.statement.findFirstOrThrow()).toMatchObject({ ground: "law", reason: "illegal" });
  });

  test.each([
    ["the rules that held it", words, "rules"],
    ["the helper alone", learned, "helper"],
    ["rules and helper together", [...words, ...learned], "rules"],
    ["a moderator, where rules only noted it in shadow", shadowed, "moderator"],
  ])("says that it was found by %s", async (_by, held, foundBy) => {
    const comment = await makeComment({ status: "pending" });
    await db.comment.update({ where: { id: comment.id }, data: { held } });
    await decide(await makeModerator(), comment.id, reject);
    expect(await db.statement.findFirstOrThrow()).toMatchObject({ measure: "comment_rejected", foundBy });
  });

  test("says that it was reported, whatever held it before", async () => {
    const comment = await makeComment();
    await db.comment.update({ where: { id: comment.id }, data: { held: words } });
    await reportComment(await makeReader(), comment.id, { reason: "spam", note: "" });
    await decide(await makeModerator(), comment.id, remove);
    expect(await db.statement.findFirstOrThrow()).toMatchObject({ foundBy: "report" });
  });

  test("states nothing where a comment is let through, or nobody's any more", async () => {
    const moderator = await makeModerator();
    const waiting = await makeComment({ status: "pending" });
    await decide(moderator, waiting.id, { action: "approve", revision: 1 });
    const orphan = await makeComment();
    await db.comment.update({ where: { id: orphan.id }, data: { authorId: null } });
    await decide(moderator, orphan.id, remove);
    expect(await db.statement.count()).toBe(0);
  });
});

describe("its writer", () => {
  test("reads it when it cannot be undone any more, and nobody else ever does", async () => {
    const { writer, moderator } = await removed();
    const { id } = await db.statement.findFirstOrThrow();
    await expect(ownStatement(writer, id)).rejects.toMatchObject({ code: "not_found" });
    await told();
    expect(await ownStatement(writer, id)).toMatchObject({ id, measure: "comment_removed", canObject: true });
    for (const other of [moderator, await makeReader()])
      await expect(ownStatement(other, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await ownStatements(writer, { limit: 20 })).items).toHaveLength(1);
  });

  test("is told once, in the inbox, with the way to it", async () => {
    const { writer } = await removed();
    const { id } = await db.statement.findFirstOrThrow();
    await told();
    await work();
    expect(await db.notification.findMany({ where: { accountId: writer.id } })).toMatchObject([
      { kind: "decision", statementId: id },
    ]);
  });

  test("is never told of what was undone, and cannot read it", async () => {
    const { writer, moderator, decision } = await removed();
    await undoDecision(moderator, decision.id);
    expect((await db.statement.findFirstOrThrow()).withdrawnAt).not.toBeNull();
    await work();
    expect(await db.notification.count({ where: { accountId: writer.id } })).toBe(0);
    const { id } = await db.statement.findFirstOrThrow();
    await db.statement.update({ where: { id }, data: { tellsAt: after(now(), 1) } });
    await expect(ownStatement(writer, id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("hears of a decision or it is undone, never both, when both happen at once", async () => {
    for (let attempt = 0; attempt < 8; attempt++) {
      const { writer, moderator, decision } = await removed();
      const [undone] = await Promise.allSettled([undoDecision(moderator, decision.id), work()]);
      const heard = await db.notification.count({ where: { accountId: writer.id, kind: "decision" } });
      expect(heard).toBe(undone.status === "fulfilled" ? 0 : 1);
    }
  });

  test("reads on a comment that was put back that the statement does not hold any more; an undo of that restores it", async () => {
    const { writer, comment, moderator } = await removed();
    await told();
    const { decision } = await decide(moderator, comment.id, { action: "restore", revision: 1 });
    const { id } = await db.statement.findFirstOrThrow();
    expect(await ownStatement(writer, id)).toMatchObject({ canObject: false, withdrawnAt: expect.any(String) });
    expect(await statementOn(comment.id, writer)).toBeNull();
    await undoDecision(moderator, decision.id);
    expect(await ownStatement(writer, id)).toMatchObject({ canObject: true, withdrawnAt: null });
    expect(await statementOn(comment.id, writer)).toEqual({ id });
  });

  test("still reads it when the piece was taken back or the comment withdrawn", async () => {
    const { writer, comment } = await removed();
    const { id } = await db.statement.findFirstOrThrow();
    await told();
    await db.article.update({ where: { id: comment.articleId }, data: { status: "draft" } });
    expect(await ownStatement(writer, id)).toMatchObject({ article: null, comment: { html: comment.html } });
    await db.comment.update({ where: { id: comment.id }, data: { status: "deleted" } });
    expect(await ownStatement(writer, id)).toMatchObject({ article: null, comment: { html: null } });
  });
});
