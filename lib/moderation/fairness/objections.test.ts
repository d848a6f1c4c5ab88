import { beforeEach, describe, expect, test } from "vitest";
import type { Member, Moderator } from "@/lib/actor";
import { after, day, now, second } from "@/lib/clock";
import { editComment } from "@/lib/comments/mutations";
import { db } from "@/lib/db";
import { letterToken, readLetterToken } from "@/lib/moderation/fairness/letter-token";
import { answerObjection, object, objectByLetter } from "@/lib/moderation/fairness/mutations";
import { objections, somebodyElseDecides } from "@/lib/moderation/fairness/objections";
import { decide } from "@/lib/moderation/mutations";
import { sanction } from "@/lib/moderation/people/mutations";
import { undoDecision } from "@/lib/moderation/undoing";
import { work } from "@/lib/notifications/work-testing";
import { makeAdmin, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

const ago = (milliseconds: number) => after(now(), -milliseconds);

const words = "It was about the bridge.";
const granted = { outcome: "granted", answer: "You are right: it was." } as const;
const refused = { outcome: "refused", answer: "It named her twice." } as const;

interface Case {
  writer: Member;
  decider: Moderator;
  another: Moderator;
  statementId: string;
  commentId: string;
}

/** A comment of that status, taken away, and its writer told. */
async function restricted(status: "pending" | "published" = "published"): Promise<Case> {
  const [writer, decider, another] = [await makeReader(), await makeModerator(), await makeModerator()];
  const { id } = await makeComment({ author: writer, status });
  const action = status === "pending" ? "reject" : "remove";
  await decide(decider, id, { action, reason: "harassment", note: "About her.", revision: 1 });
  const statement = await db.statement.findFirstOrThrow({ where: { commentId: id } });
  await db.statement.update({ where: { id: statement.id }, data: { tellsAt: ago(second) } });
  return { writer, decider, another, statementId: statement.id, commentId: id };
}

async function objected(given: Promise<Case> = restricted()) {
  const at = await given;
  const { id } = await object(at.writer, at.statementId, { words });
  return { ...at, objectionId: id };
}

describe("an objection", () => {
  test("is made once: a second time gives the first", async () => {
    const { writer, statementId } = await restricted();
    const first = await object(writer, statementId, { words });
    expect(first.first).toBe(true);
    expect(await object(writer, statementId, { words: "Again." })).toEqual({ first: false, id: first.id });
    expect(await db.objection.findMany()).toMatchObject([{ words, status: "open" }]);
    expect(await db.event.findMany({ where: { type: "objection.made" } })).toMatchObject([
      { data: { measure: "comment_removed", reason: "harassment" } },
    ]);
  });

  test("twenty at once make one", async () => {
    const { writer, statementId } = await restricted();
    const made = await Promise.all(Array.from({ length: 20 }, () => object(writer, statementId, { words })));
    expect(made.filter(({ first }) => first)).toHaveLength(1);
    expect(await db.objection.count()).toBe(1);
  });

  test("is nobody else's to make, and not before its writer is told", async () => {
    const { decider, writer, statementId } = await restricted();
    for (const other of [decider, await makeReader()])
      await expect(object(other, statementId, { words })).rejects.toMatchObject({ code: "not_found" });
    await db.statement.updateMany({ data: { tellsAt: ago(-20 * second) } });
    await expect(object(writer, statementId, { words })).rejects.toMatchObject({ code: "not_found" });
  });

  test("comes too late after six months, and has nothing to object to once it was taken back", async () => {
    const [late, back] = [await restricted(), await restricted()];
    await db.statement.update({ where: { id: late.statementId }, data: { tellsAt: ago(185 * day) } });
    await expect(object(late.writer, late.statementId, { words })).rejects.toMatchObject({ code: "conflict" });
    await decide(back.another, back.commentId, { action: "restore", revision: 1 });
    await expect(object(back.writer, back.statementId, { words })).rejects.toMatchObject({ code: "conflict" });
    expect(await db.objection.count()).toBe(0);
  });

  test("by the mailed link needs no session, not even of somebody banned", async () => {
    const [admin, reader] = [await makeAdmin(), await makeReader()];
    await sanction(admin, reader.id, { kind: "ban", reason: "spam", message: "Only advertisements.", until: null });
    const { id } = await db.statement.findFirstOrThrow();
    expect(readLetterToken(letterToken(id))).toBe(id);
    expect(await objectByLetter(id, { words })).toMatchObject({ first: true });
  });
});

test("a link that was changed by one character opens nothing", () => {
  const token = letterToken("0199b7a0-0000-7000-8000-000000000000");
  for (let place = 0; place < token.length; place++) {
    const other = token[place] === "A" ? "B" : "A";
    expect(readLetterToken(token.slice(0, place) + other + token.slice(place + 1))).toBeNull();
  }
});

describe("its answer", () => {
  test.each([
    ["pending", "published"],
    ["published", "published"],
  ] as const)("granted, puts a comment that was %s back, counters and all", async (status, becomes) => {
    const { another, objectionId, commentId, statementId, writer } = await objected(restricted(status));
    await answerObjection(another, objectionId, granted);
    expect((await db.comment.findUniqueOrThrow({ where: { id: commentId } })).status).toBe(becomes);
    expect((await db.account.findUniqueOrThrow({ where: { id: writer.id } })).publishedCount).toBe(1);
    const objection = await db.objection.findUniqueOrThrow({ where: { id: objectionId }, include: { decision: true } });
    expect(objection).toMatchObject({ status: "granted", answer: granted.answer, handledById: another.id });
    expect(objection.decision).toMatchObject({ moderatorId: another.id, note: granted.answer });
    expect((await db.statement.findUniqueOrThrow({ where: { id: statementId } })).withdrawnAt).not.toBeNull();
    expect(await db.event.findMany({ where: { type: "objection.answered" } })).toMatchObject([
      { actorId: another.id, data: { outcome: "granted" } },
    ]);
  });

  test("refused, leaves everything as it was", async () => {
    const { another, objectionId, commentId } = await objected();
    await answerObjection(another, objectionId, refused);
    expect((await db.comment.findUniqueOrThrow({ where: { id: commentId } })).status).toBe("removed");
    expect(await db.decision.count()).toBe(1);
  });

  test("granted, ends the measure against somebody", async () => {
    const [admin, another, reader] = [await makeAdmin(), await makeModerator(), await makeReader()];
    await sanction(admin, reader.id, { kind: "suspend", reason: "spam", message: "Enough.", until: null });
    const { id } = await db.statement.findFirstOrThrow();
    const objection = await object(reader, id, { words: "" });
    await answerObjection(another, objection.id, granted);
    expect((await db.account.findUniqueOrThrow({ where: { id: reader.id } })).status).toBe("active");
    expect((await db.sanction.findFirstOrThrow()).endedById).toBe(another.id);
  });

  test("granted on a comment that was put back meanwhile, or withdrawn, changes nothing more", async () => {
    const [back, gone] = [await objected(), await objected()];
    await decide(back.decider, back.commentId, { action: "restore", revision: 1 });
    await db.comment.update({ where: { id: gone.commentId }, data: { status: "deleted" } });
    for (const { another, objectionId } of [back, gone]) await answerObjection(another, objectionId, granted);
    expect(await db.objection.count({ where: { status: "granted", decisionId: null } })).toBe(2);
  });

  test("is given on the words that were decided on: others, written since, are decided on by themselves", async () => {
    const { writer, another, objectionId, commentId } = await objected(restricted("pending"));
    await editComment(writer, commentId, { body: "Nothing at all." });
    const { items } = await objections(another, { list: "open", limit: 1 });
    expect(items[0]?.statement.comment?.html).not.toContain("Nothing at all");
    await expect(answerObjection(another, objectionId, granted)).rejects.toMatchObject({ code: "conflict" });
    expect(await db.objection.findMany()).toMatchObject([{ status: "open" }]);
    await answerObjection(another, objectionId, refused);
  });

  test("is not for somebody who moderates no more", async () => {
    const { another, objectionId } = await objected();
    await db.account.update({ where: { id: another.id }, data: { role: "reader" } });
    await expect(answerObjection(another, objectionId, refused)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is not for who decided, nor for who objects: by the verb and by plain SQL alike", async () => {
    const { decider, writer, objectionId } = await objected();
    await expect(answerObjection(decider, objectionId, granted)).rejects.toMatchObject({ code: "forbidden" });
    for (const { id } of [decider, writer])
      await expect(
        sql(
          `UPDATE objections SET status = 'refused', answer = 'No.', "answeredAt" = now(), "handledById" = $1 WHERE id = $2`,
          [id, objectionId],
        ),
      ).rejects.toThrow(/objections_another/);
    await expect(sql(`UPDATE objections SET "decidedById" = NULL WHERE id = $1`, [objectionId])).rejects.toThrow();
    expect(await db.objection.count({ where: { status: "open" } })).toBe(1);
  });

  test("is one: of two moderators at once the second is told so", async () => {
    const { another, objectionId } = await objected();
    const third = await makeModerator();
    const answers = await Promise.allSettled([
      answerObjection(another, objectionId, granted),
      answerObjection(third, objectionId, refused),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await db.event.count({ where: { type: "objection.answered" } })).toBe(1);
  });

  test("that puts something right is not undone like a decision", async () => {
    const { another, objectionId } = await objected();
    await answerObjection(another, objectionId, granted);
    const { decisionId } = await db.objection.findUniqueOrThrow({ where: { id: objectionId } });
    await expect(undoDecision(another, decisionId ?? "")).rejects.toMatchObject({ code: "conflict" });
  });

  test("is told, once, instead of the decision that put it right", async () => {
    const { another, objectionId, writer } = await objected();
    await answerObjection(another, objectionId, granted);
    await work();
    const told = await db.notification.findMany({ where: { accountId: writer.id } });
    expect(told).toMatchObject([{ kind: "objection", eventId: objectionId, actorId: null }]);
  });
});

describe("the list of objections", () => {
  test("says of each who may answer it", async () => {
    const { decider, another } = await objected();
    expect((await objections(decider, { list: "open", limit: 20 })).items).toMatchObject([{ mayAnswer: false }]);
    expect((await objections(another, { list: "open", limit: 20 })).items).toMatchObject([
      { mayAnswer: true, words, decidedBy: { name: decider.name }, statement: { measure: "comment_removed" } },
    ]);
  });

  test("knows when nobody else could", async () => {
    const alone = await makeAdmin();
    expect(await somebodyElseDecides(alone)).toBe(false);
    await makeModerator({ status: "active" });
    expect(await somebodyElseDecides(alone)).toBe(true);
  });

  test("goes on after a page, each once, and takes no cursor of the other list", async () => {
    for (let count = 0; count < 3; count++) await objected();
    const moderator = await makeModerator();
    const first = await objections(moderator, { list: "open", limit: 2 });
    const cursor = first.nextCursor ?? "";
    const second = await objections(moderator, { list: "open", limit: 2, cursor });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    await expect(objections(moderator, { list: "answered", limit: 2, cursor })).rejects.toMatchObject({
      code: "unreadable",
    });
  });
});
