import { beforeEach, describe, expect, test } from "vitest";
import type { Member } from "@/lib/actor";
import { after, hour, now } from "@/lib/clock";
import { deleteComment, editComment } from "@/lib/comments/mutations";
import { pickComment } from "@/lib/comments/picks-and-pins";
import { postComment } from "@/lib/comments/posting";
import { db, transaction } from "@/lib/db";
import { decide } from "@/lib/moderation/mutations";
import { followPerson, followThread } from "@/lib/notifications/mutations";
import { waiting, work } from "@/lib/notifications/work-testing";
import { makeArticle, makeAuthor, makeComment, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

const told = async ({ id }: { id: string }) =>
  (await db.notification.findMany({ where: { accountId: id }, orderBy: { at: "asc" } })).map(({ kind }) => kind);

async function known(given: Parameters<typeof makeKnownReader>[0] = {}): Promise<Member> {
  const reader = await makeKnownReader(given);
  await makeComment({ author: reader });
  return reader;
}

describe("a comment that is posted", () => {
  test("that nobody listens to costs no job", async () => {
    const [by, { slug }] = [await known(), await makeArticle()];
    await followThread(by, slug, true);
    await postComment(by, { slug, body: "Into the void." });
    expect(await waiting()).toEqual([]);
  });

  test("tells the writer of what it answers, ten seconds later at the earliest", async () => {
    const [by, parent] = [await known(), await makeComment()];
    await postComment(by, { articleId: parent.articleId, parentId: parent.id, body: "An answer." });
    const [job] = await waiting();
    expect(job?.runAt.getTime()).toBeGreaterThan(now().getTime() + 8_000);
    await work();
    expect(await told({ id: parent.authorId ?? "" })).toEqual(["reply"]);
  });

  test("tells each once, of the strongest reason, and never its own writer", async () => {
    const [by, listener] = [await known(), await known({ handle: "listener" })];
    const { slug, id } = await makeArticle();
    const parent = await makeComment({ article: { id }, author: listener });
    for (const each of [by, listener]) await followThread(each, slug, true);
    await followPerson(listener, by.handle, true);
    await postComment(by, { slug, parentId: parent.id, body: `@listener and @${by.handle}, look.` });
    await work();
    expect(await told(listener)).toEqual(["reply"]);
    expect(await told(by)).toEqual([]);
  });

  test("tells whom it names, who follows the discussion, who follows its writer", async () => {
    const { slug } = await makeArticle();
    const [by, named, thread, follower] = [
      await known(),
      await known({ handle: "named" }),
      await known(),
      await known(),
    ];
    await followThread(thread, slug, true);
    await followPerson(follower, by.handle, true);
    await postComment(by, { slug, body: "Is that so, @named?" });
    await work();
    expect([await told(named), await told(thread), await told(follower)]).toEqual([
      ["mention"],
      ["followed_thread"],
      ["followed_person"],
    ]);
  });

  test("tells nobody who ignores its writer or was banned", async () => {
    const { slug } = await makeArticle();
    const by = await known();
    for (const status of ["banned", "suspended"] as const) {
      const listener = await known();
      await followThread(listener, slug, true);
      await db.account.update({ where: { id: listener.id }, data: { status } });
    }
    const deaf = await known({ handle: "deaf" });
    await db.ignore.create({ data: { accountId: deaf.id, personId: by.id } });
    await postComment(by, { slug, body: "Listen, @deaf." });
    await work();
    const all = await db.notification.findMany({ select: { account: { select: { status: true } } } });
    expect(all).toEqual([{ account: { status: "suspended" } }]);
  });

  test("tells nobody if it was taken back meanwhile", async () => {
    const [by, parent] = [await known(), await makeComment()];
    const { comment } = await postComment(by, { articleId: parent.articleId, parentId: parent.id, body: "Oh." });
    await deleteComment(by, comment.id);
    await work();
    expect(await db.notification.count()).toBe(0);
  });

  test("tells nobody if its transaction fails, nor in a seed, whose clock is passed in", async () => {
    const [by, parent] = [await known(), await makeComment()];
    const answer = { articleId: parent.articleId, parentId: parent.id };
    const failing = transaction(async () => {
      await postComment(by, { ...answer, body: "It never happened." });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await postComment({ ...by, at: after(now(), -hour) }, { ...answer, body: "It happened long ago." });
    expect(await waiting()).toEqual([]);
  });
});

describe("a comment that waits", () => {
  test("tells nobody until it is let through; then everybody, and its writer", async () => {
    const { slug, id } = await makeArticle({ commentPolicy: "all_held" });
    const [by, parent] = [await makeReader(), await makeComment({ article: { id } })];
    await makeReader({ handle: "named" });
    const { comment } = await postComment(by, { slug, parentId: parent.id, body: "What does @named say?" });
    expect(await waiting()).toEqual([]);
    await decide(await makeModerator(), comment.id, { action: "approve", revision: 1 });
    await work();
    const all = await db.notification.findMany({ orderBy: { kind: "asc" }, select: { kind: true } });
    expect(all.map(({ kind }) => kind)).toEqual(["reply", "mention", "decision"]);
  });

  test("tells only its writer when it is returned, without saying who did it", async () => {
    const { slug, id } = await makeArticle({ commentPolicy: "all_held" });
    const [by, parent] = [await makeReader(), await makeComment({ article: { id } })];
    const { comment } = await postComment(by, { slug, parentId: parent.id, body: "Rude words." });
    await decide(await makeModerator(), comment.id, { action: "reject", revision: 1, reason: "harassment" });
    await work();
    expect(await db.notification.findMany({ select: { accountId: true, kind: true, actorId: true } })).toEqual([
      { accountId: by.id, kind: "decision", actorId: null },
    ]);
  });

  test("of a decision that another overtook, nobody is told", async () => {
    const comment = await makeComment();
    const moderator = await makeModerator();
    await decide(moderator, comment.id, { action: "remove", revision: 1, reason: "spam" });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await decide(moderator, comment.id, { action: "restore", revision: 1 });
    await work();
    const all = await db.notification.findMany({ select: { accountId: true } });
    expect(all).toEqual([{ accountId: comment.authorId }]);
  });
});

test("an edit tells only whom it names anew", async () => {
  const { slug, id } = await makeArticle();
  const [by, first, second] = [await known(), await known({ handle: "first" }), await known({ handle: "second" })];
  const parent = await makeComment({ article: { id } });
  const { comment } = await postComment(by, { slug, parentId: parent.id, body: "What says @first?" });
  await work();
  await followThread(await known(), slug, true);
  await editComment(by, comment.id, { body: "What say @first and @second?" });
  await work();
  expect([await told(first), await told(second)]).toEqual([["mention"], ["mention"]]);
  expect(await db.notification.count()).toBe(3);
});

test("a pick tells the writer once, however often it is taken back and made again", async () => {
  const author = await makeAuthor();
  const comment = await makeComment({ article: await makeArticle({ authors: [author] }) });
  for (const picked of [true, false, true]) {
    await pickComment(author, comment.id, picked);
    await work();
  }
  expect(await told({ id: comment.authorId ?? "" })).toEqual(["pick"]);
});

test("a thousand followers are told, each once, though the job runs twice", async () => {
  const { slug, id } = await makeArticle();
  const by = await known();
  await db.account.createMany({
    data: Array.from({ length: 1_100 }, (_, n) => ({
      id: crypto.randomUUID(),
      email: `f${n}@example.org`,
      handle: `f${n}`,
      name: `F ${n}`,
      passwordHash: "none",
    })),
  });
  await db.$queryRaw`INSERT INTO thread_follows ("accountId", "articleId") SELECT id, ${id}::uuid FROM accounts WHERE handle LIKE 'f%'`;
  await postComment(by, { slug, body: "To everybody." });
  const [job] = await waiting();
  const { jobs } = await import("@/lib/notifications/jobs");
  if (job) await Promise.all([jobs.tell_of_comment?.(job.payload), jobs.tell_of_comment?.(job.payload)]);
  expect(await db.notification.count()).toBe(1_100);
});
