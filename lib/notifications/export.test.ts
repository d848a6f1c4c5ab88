import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import { issueToken } from "@/lib/accounts/email-token";
import { restrain } from "@/lib/accounts/staff";
import type { Viewer } from "@/lib/actor";
import { changeArticle, createArticle } from "@/lib/articles/mutations";
import { articleChange, articleInput } from "@/lib/articles/schema";
import { after, minute, now } from "@/lib/clock";
import { editComment } from "@/lib/comments/mutations";
import { pickComment, pinComment } from "@/lib/comments/picks-and-pins";
import { saveRules } from "@/lib/comments/screening/mutations";
import { vote } from "@/lib/comments/voting";
import { db } from "@/lib/db";
import { newId } from "@/lib/ids";
import { object } from "@/lib/moderation/fairness/mutations";
import { decide, reportComment } from "@/lib/moderation/mutations";
import { addNote, sanction } from "@/lib/moderation/people/mutations";
import { exportOf } from "@/lib/notifications/export";
import { exportShape } from "@/lib/notifications/export-shape";
import { storePicture } from "@/lib/pictures";
import { openSession } from "@/lib/session";
import { makeArticle, makeAuthor, makeComment, makeModerator, makeReader, makeSilenced } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

async function written(viewer: Viewer): Promise<string> {
  let text = "";
  for await (const part of exportOf(viewer)) text += part;
  return text;
}

const grey = (shade: number) =>
  sharp({ create: { width: 4, height: 3, channels: 3, background: { r: shade, g: shade, b: shade } } })
    .png()
    .toBuffer();

const exported = async (viewer: Viewer) => exportShape.parse(JSON.parse(await written(viewer)));

test("holds everything that is somebody's own, in the shape that is documented", async () => {
  const [me, other, moderator] = [await makeAuthor({ bio: "I write." }), await makeReader(), await makeModerator()];
  const article = await makeArticle({ authors: [me] });
  const draft = await makeArticle({ authors: [me], status: "draft", publishedAt: null, body: "Not yet." });
  const mine = await makeComment({ author: me, article, body: "First words." });
  await editComment(me, mine.id, { body: "Second words." });
  const gone = await makeComment({ author: me, article, status: "deleted", body: "Withdrawn words." });
  const theirs = await makeComment({ author: other, article });
  await vote(me, theirs.id, -1);
  await reportComment(me, theirs.id, { reason: "spam", note: "An advertisement." });
  const earlier = { ...moderator, at: after(now(), -minute) };
  await decide(earlier, mine.id, { action: "remove", revision: 2, reason: "off_topic", note: "Not about bread." });
  const { id: statementId } = await db.statement.findFirstOrThrow();
  await object(me, statementId, { words: "It is." });
  await db.mention.create({ data: { commentId: theirs.id, accountId: me.id } });
  await db.threadFollow.create({ data: { accountId: me.id, articleId: article.id } });
  await db.personFollow.create({ data: { accountId: me.id, personId: other.id } });
  await db.ignore.create({ data: { accountId: me.id, personId: moderator.id } });
  await db.notificationSetting.create({ data: { accountId: me.id, kind: "reply", delivery: "daily" } });
  await db.notification.create({
    data: {
      id: newId(),
      accountId: me.id,
      kind: "mention",
      eventId: theirs.id,
      commentId: theirs.id,
      delivery: "never",
    },
  });
  await db.oldHandle.create({ data: { handle: "once", accountId: me.id } });
  await openSession(me.id);

  expect(await exported(me)).toMatchObject({
    account: { handle: me.handle, email: expect.stringContaining("@"), bio: "I write.", oldHandles: ["once"] },
    sessions: [{}],
    deliveries: [{ kind: "reply", delivery: "daily" }],
    comments: [
      { body: "Second words.", status: "removed", revision: 2, permalink: `/comments/${mine.id}` },
      { body: "Withdrawn words.", status: "deleted", commentId: gone.id },
    ],
    earlierWords: [{ commentId: mine.id, revision: 1, body: "First words." }],
    decisions: [{ commentId: mine.id, action: "remove", reason: "off_topic", note: "Not about bread." }],
    statements: [{ commentId: mine.id, measure: "comment_removed", reason: "off_topic", facts: "Not about bread." }],
    objections: [{ words: "It is.", status: "open" }],
    votes: [{ commentId: theirs.id, value: -1 }],
    reports: [{ commentId: theirs.id, reason: "spam", note: "An advertisement.", status: "open" }],
    mentions: [{ commentId: theirs.id }],
    notifications: [{ kind: "mention", commentId: theirs.id, readAt: null }],
    followedThreads: [{ articleSlug: article.slug }],
    followedPeople: [{ handle: other.handle }],
    ignored: [{ handle: moderator.handle }],
    articles: expect.arrayContaining([
      expect.objectContaining({ id: article.id, status: "published" }),
      expect.objectContaining({ id: draft.id, body: "Not yet." }),
    ]),
  });
});

test("holds where one is signed in from, an address that waits to be confirmed, and until when one is restrained", async () => {
  const me = await makeReader();
  await issueToken({ letterId: newId(), kind: "email_change", email: "new@example.org", accountId: me.id });
  const id = me.id;
  await restrain(
    id,
    { status: "suspended", heldUntil: "open", suspendedUntil: new Date("2099-01-02T03:04:05Z") },
    now(),
  );
  await openSession(me.id, "203.0.113.77");
  const { account, sessions } = await exported(me);
  expect(sessions).toMatchObject([{ network: "203.0.113.0/24" }]);
  expect(account).toMatchObject({
    waitingEmail: "new@example.org",
    heldUntil: "open",
    suspendedUntil: "2099-01-02T03:04:05.000Z",
  });
});

test("holds every earlier version of one's pieces, their tags and the words of their picture", async () => {
  const me = await makeAuthor();
  const file = await storePicture(me, await grey(5));
  const { id } = await createArticle(
    me,
    articleInput.parse({ title: "One", body: "Words 1.", tags: ["Bread", "Prices"] }),
  );
  const picture = { url: `/media/${file.file}`, alt: "A loaf", caption: "On a table.", credit: "Ada" };
  const numbers = Array.from({ length: 12 }, (_, n) => n + 1);
  for (const revision of numbers)
    await changeArticle(me, id, articleChange.parse({ revision, body: `Words ${revision + 1}.`, picture }));
  const { articles, earlierVersions } = await exported(me);
  expect(articles).toMatchObject([{ body: "Words 13.", tags: [{ name: "Bread" }, { name: "Prices" }], picture }]);
  expect(earlierVersions).toMatchObject(
    numbers.map((revision) => ({ id, revision, title: "One", body: `Words ${revision}.` })),
  );
});

test("holds what screening said of one's comments, but not what its rules look for", async () => {
  const me = await makeReader();
  const waiting = await makeComment({ author: me, status: "pending" });
  const held = [
    { step: "words", detail: "Insults", matched: [{ entry: "no*dle", before: "You ", found: "noodle", after: "" }] },
  ];
  const screened = { rules: 3, status: "pending", role: "reader", published: 0, repeated: false, policy: "open" };
  await db.comment.update({ where: { id: waiting.id }, data: { held, screened } });
  await db.learnedScore.create({ data: { commentId: waiting.id, model: 2, score: 0.75 } });
  const decided = await makeComment({ author: me });
  await db.comment.update({ where: { id: decided.id }, data: { screened } });
  await db.learnedTrial.create({ data: { commentId: decided.id, model: 1, score: 0.25, bad: true, at: now() } });
  const { screening } = await exported(me);
  expect(screening).toMatchObject([
    {
      commentId: waiting.id,
      held: [{ step: "words", detail: "Insults", found: ["noodle"] }],
      screened,
      waitingScore: { model: 2, score: 0.75 },
      decidedScore: null,
    },
    { commentId: decided.id, held: [], waitingScore: null, decidedScore: { score: 0.25, turnedAway: true } },
  ]);
  expect(await written(me)).not.toContain("no*dle");
});

test("holds what one picked out and put first", async () => {
  const me = await makeAuthor();
  const { id } = await makeComment({ article: await makeArticle({ authors: [me] }) });
  await pickComment(me, id, true);
  await pinComment(me, id, true);
  expect(await exported(me)).toMatchObject({ picks: [{ commentId: id }], pins: [{ commentId: id }] });
});

test("of a moderator holds their decisions, rules and notes with their words, once they are none the acts alone", async () => {
  const [me, person] = [await makeModerator(), await makeReader({ name: "Ann" })];
  const { id } = await makeComment({ author: person });
  await decide(me, id, { action: "remove", revision: 1, reason: "spam", note: "An advertisement." });
  await sanction(me, person.id, { kind: "warn", reason: "spam", message: "No advertisements.", until: null });
  await addNote(me, person.id, { note: "Asked twice." });
  await saveRules(me, { document: "links: hold over 3", revision: 0, mode: "live", why: "Too many." });
  const before = await exported(me);
  const acts = before.acts.map(({ type, note, permalink }) => [type, note, permalink]);
  expect(acts).toContainEqual(["comment.decided", "An advertisement.", `/comments/${id}`]);
  expect(acts).toContainEqual(["account.sanctioned", "No advertisements.", undefined]);
  expect(before.notesWritten).toMatchObject([{ name: "Ann", note: "Asked twice." }]);
  expect(before.ruleVersions).toMatchObject([{ number: 1, document: "links: hold over 3", why: "Too many." }]);
  await db.account.update({ where: { id: me.id }, data: { role: "reader" } });
  const after = await exported(me);
  expect(after.acts.map(({ type, note }) => [type, note])).toEqual(before.acts.map(({ type }) => [type, null]));
  expect(after).toMatchObject({ notesWritten: [], ruleVersions: [] });
  expect(await written(person)).not.toContain("Asked twice.");
});

test("holds the pictures that one uploaded, and the portrait that another uploaded first", async () => {
  const [me, other] = [await makeReader(), await makeReader()];
  const mine = await storePicture(me, await grey(10));
  const shared = await storePicture(other, await grey(20));
  await storePicture(me, await grey(20));
  await storePicture(other, await grey(30));
  await db.account.update({ where: { id: me.id }, data: { avatar: shared.file } });
  const { pictures } = await exported(me);
  expect(pictures.map(({ id }) => `${id}.webp`)).toEqual([mine.file, shared.file]);
  expect(pictures[0]).toMatchObject({ type: "image/webp", width: 4, height: 3 });
  const { format } = await sharp(Buffer.from(pictures[0]?.data ?? "", "base64")).metadata();
  expect(format).toBe("webp");
});

test("holds no decision that may yet be taken back, nor its note", async () => {
  const [me, moderator] = [await makeReader(), await makeModerator()];
  const { id } = await makeComment({ author: me });
  await decide(moderator, id, { action: "remove", revision: 1, reason: "spam", note: "Not to be read yet." });
  expect(await written(me)).not.toContain("Not to be read yet.");
});

test("holds nothing that is another's, no secret, and not who decided", async () => {
  const [me, moderator] = [await makeReader({ passwordHash: "the-hash" }), await makeModerator({ name: "Mo Derator" })];
  const theirs = await makeComment({ body: "Others' words." });
  const mine = await makeComment({ author: me });
  await decide(moderator, mine.id, { action: "remove", revision: 1, reason: "spam", note: "" });
  await reportComment(await makeReader(), theirs.id, { reason: "spam", note: "A secret note." });
  await openSession(me.id);
  const [session] = await sql<{ id: string }>(`SELECT id FROM sessions`);
  const text = await written(me);
  for (const kept of ["the-hash", session?.id, "Others' words.", "A secret note.", moderator.id, "Mo Derator"])
    expect(text, kept).not.toContain(kept);
});

test("of somebody who did nothing is whole as well, and of somebody suspended", async () => {
  expect((await exported(await makeSilenced("suspended"))).comments).toEqual([]);
});

test("of 10,000 comments in one chain, each edited and some decided on, comes within seconds and in small parts", async () => {
  const me = await makeReader();
  const article = await makeArticle();
  const said = "These are words. ".repeat(20);
  await sql(
    `INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, revision, "createdAt")
     SELECT md5(n::text)::uuid, $1, CASE WHEN n > 0 THEN md5((n - 1)::text)::uuid END, n, $2, $3 || n, '', n::text, 'published', 2,
       now() - make_interval(mins => (10000 - n) / 3) FROM generate_series(0, 9999) n`,
    [article.id, me.id, said],
  );
  await sql(
    `INSERT INTO comment_revisions ("commentId", revision, body, html, "writtenAt") SELECT id, 1, body, '', "createdAt" FROM comments`,
  );
  await sql(
    `INSERT INTO decisions (id, "commentId", revision, action, "fromStatus", "toStatus", at)
     SELECT gen_random_uuid(), id, 1, 'dismiss_reports', 'published', 'published', now() - interval '1 minute' FROM comments WHERE depth % 4 = 0`,
  );
  await sql(`INSERT INTO votes ("commentId", "accountId", value) SELECT id, $1, 1 FROM comments WHERE depth % 2 = 0`, [
    me.id,
  ]);
  await sql(`UPDATE comments SET held = '[{"step": "first", "detail": "New."}]', screened = '{"rules": 1}'`);
  await sql(
    `INSERT INTO events (id, type, "actorKind", "actorId", subject, at)
     SELECT md5('e' || id)::uuid, 'comment.posted', 'person', $1, id, "createdAt" FROM comments`,
    [me.id],
  );
  const began = performance.now();
  let [text, longest] = ["", 0];
  for await (const part of exportOf(me)) {
    text += part;
    longest = Math.max(longest, part.length);
  }
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(longest).toBeLessThan(1_000_000);
  const { comments, earlierWords, screening, decisions, votes, acts } = exportShape.parse(JSON.parse(text));
  expect([comments, earlierWords, screening, decisions, votes, acts].map(({ length }) => length)).toEqual([
    10_000, 10_000, 10_000, 2_500, 5_000, 10_000,
  ]);
  expect(new Set(comments.map(({ id }) => id)).size).toBe(10_000);
}, 120_000);
