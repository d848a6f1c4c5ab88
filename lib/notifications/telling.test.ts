import { beforeEach, describe, expect, test } from "vitest";
import type { Member } from "@/lib/actor";
import { after, hour, now } from "@/lib/clock";
import { deleteComment, editComment } from "@/lib/comments/mutations";
import { pickComment } from "@/lib/comments/picks-and-pins";
import { postComment } from "@/lib/comments/posting";
import { beginHeld, db, Prisma, transaction } from "@/lib/db";
import { answerObjection, object } from "@/lib/moderation/fairness/mutations";
import { decide } from "@/lib/moderation/mutations";
import { undoDecision } from "@/lib/moderation/undoing";
import { jobs } from "@/lib/notifications/jobs";
import { followPerson, followThread, tellOfComment } from "@/lib/notifications/mutations";
import { waiting, work } from "@/lib/notifications/work-testing";
import { makeArticle, makeAuthor, makeComment, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

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

describe("a comment that was removed when it was to be told", () => {
  /** Somebody answered, a follower of the discussion, and a comment that a moderator removed before its job ran. */
  async function removed() {
    const { slug, id } = await makeArticle();
    const [by, moderator, follower] = [await known(), await makeModerator(), await known()];
    const parent = await makeComment({ article: { id }, author: await known() });
    await makeReader({ handle: "named" });
    await followThread(follower, slug, true);
    const { comment } = await postComment(by, { slug, parentId: parent.id, body: "What does @named say?" });
    const remove = { action: "remove", revision: 1, reason: "spam" } as const;
    const { decision } = await decide(moderator, comment.id, remove);
    await tellNow();
    expect(await called()).toEqual([]);
    return { slug, by, moderator, comment, decision, remove };
  }

  /** Does the job that tells of a comment, and no other: a decision that was told can be undone no longer. */
  async function tellNow() {
    const job = (await waiting()).find(({ name }) => name === "tell_of_comment");
    if (job) await jobs.tell_of_comment?.(job.payload);
    await sql("DELETE FROM graphile_worker._private_jobs WHERE id = $1", [job?.id]);
  }

  const called = async () =>
    (
      await db.notification.findMany({
        where: { kind: { in: ["reply", "mention", "followed_thread"] } },
        orderBy: { kind: "asc" },
      })
    ).map(({ kind }) => kind);
  const everybody = ["reply", "mention", "followed_thread"];

  /** Removes and gives back what was told: nobody hears of it again, nor does who followed since. */
  async function staysTold({ slug, moderator, comment, remove }: Awaited<ReturnType<typeof removed>>) {
    await followThread(await known(), slug, true);
    const { decision } = await decide(moderator, comment.id, remove);
    await undoDecision(moderator, decision.id);
    await work();
    await decide(moderator, comment.id, remove);
    await decide(moderator, comment.id, { action: "restore", revision: 1 });
    await work();
    expect(await called()).toEqual(everybody);
  }

  test("tells everybody once the removal is undone, and nobody twice", async () => {
    const scene = await removed();
    await undoDecision(scene.moderator, scene.decision.id);
    expect(await called()).toEqual([]);
    await work();
    expect(await called()).toEqual(everybody);
    await staysTold(scene);
  });

  test("tells everybody once it is restored, and nobody twice", async () => {
    const scene = await removed();
    await decide(scene.moderator, scene.comment.id, { action: "restore", revision: 1 });
    const job = (await waiting()).find(({ name }) => name === "tell_of_comment");
    expect(job?.runAt.getTime()).toBeGreaterThan(now().getTime() + 28_000);
    await work();
    expect(await called()).toEqual(everybody);
    await staysTold(scene);
  });

  test("tells everybody once an objection is granted, and nobody twice", async () => {
    const scene = await removed();
    await sql(`UPDATE statements SET "tellsAt" = now() - interval '1 minute'`);
    const statement = await db.statement.findFirstOrThrow();
    const { id } = await object(scene.by, statement.id, { words: "It is not." });
    await answerObjection(await makeModerator(), id, { outcome: "granted", answer: "So it is not." });
    await work();
    expect(await called()).toEqual(everybody);
    await staysTold(scene);
  });

  test("tells nobody if the restoring is undone", async () => {
    const { moderator, comment } = await removed();
    const { decision } = await decide(moderator, comment.id, { action: "restore", revision: 1 });
    await undoDecision(moderator, decision.id);
    await work();
    expect(await called()).toEqual([]);
  });

  test("was let through before: tells those too who followed while it waited", async () => {
    const { slug } = await makeArticle({ commentPolicy: "all_held" });
    const [by, moderator] = [await makeReader(), await makeModerator()];
    const { comment } = await postComment(by, { slug, body: "Held words." });
    await followThread(await known(), slug, true);
    await decide(moderator, comment.id, { action: "approve", revision: 1 });
    await decide(moderator, comment.id, { action: "remove", revision: 1, reason: "spam" });
    await work();
    await decide(moderator, comment.id, { action: "restore", revision: 1 });
    await work();
    expect(await called()).toEqual(["followed_thread"]);
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
  if (job) await Promise.all([jobs.tell_of_comment?.(job.payload), jobs.tell_of_comment?.(job.payload)]);
  expect(await db.notification.count()).toBe(1_100);
});

test("all are told, though another run has the same people in hand", async () => {
  const { slug, id } = await makeArticle();
  const comment = await makeComment({ article: { id } });
  await sql(
    `WITH people AS (
       INSERT INTO accounts (id, email, handle, name, "passwordHash")
       SELECT gen_random_uuid(), 'f' || n || '@example.org', 'f' || n, 'F ' || n, 'none' FROM generate_series(1, 1100) n RETURNING id)
     INSERT INTO thread_follows ("accountId", "articleId") SELECT id, $1 FROM people`,
    [id],
  );
  const other = await beginHeld();
  await other.query(Prisma.sql`
    INSERT INTO notifications (id, "accountId", kind, "eventId", "commentId", delivery)
    SELECT gen_random_uuid(), "accountId", 'followed_thread', ${comment.id}::uuid, ${comment.id}::uuid, 'daily' FROM thread_follows LIMIT 400`);
  const telling = tellOfComment({ commentId: comment.id, at: now().toISOString() });
  await expect
    .poll(() => sql("SELECT 1 FROM pg_locks l WHERE NOT l.granted AND l.locktype = 'transactionid'"))
    .toHaveLength(1);
  await other.commit();
  await other.end();
  await telling;
  expect(await db.notification.count({ where: { comment: { article: { slug } } } })).toBe(1_100);
});
