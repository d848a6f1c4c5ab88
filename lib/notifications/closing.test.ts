import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { tokenHash } from "@/lib/accounts/email-token";
import { lastToken, letters } from "@/lib/accounts/letters-testing";
import { createAccount, ignorePerson } from "@/lib/accounts/mutations";
import { changeOwnAccount, confirmEmailChange, mailEmailChange } from "@/lib/accounts/own-account";
import { operatorResetLink } from "@/lib/accounts/password-reset";
import { closingById, handleMovedTo } from "@/lib/accounts/queries";
import { closingOutput } from "@/lib/accounts/schema";
import { checkSignIn } from "@/lib/accounts/sign-in";
import { isAdmin, isMember, type Member, system, type Viewer } from "@/lib/actor";
import { authorMovedTo } from "@/lib/articles/queries";
import { after, hour, now } from "@/lib/clock";
import { wrongCounters } from "@/lib/comments/counters-testing";
import { deleteComment, editComment } from "@/lib/comments/mutations";
import { personMovedTo } from "@/lib/comments/person";
import { postComment } from "@/lib/comments/posting";
import { commentById } from "@/lib/comments/queries";
import { vote } from "@/lib/comments/voting";
import { beginHeld, db, Prisma } from "@/lib/db";
import { once } from "@/lib/idempotency";
import { newId } from "@/lib/ids";
import { answerObjection, object } from "@/lib/moderation/fairness/mutations";
import { decide, reportComment } from "@/lib/moderation/mutations";
import { changeAccount } from "@/lib/moderation/people/account-change";
import { addNote, endSanction, sanction } from "@/lib/moderation/people/mutations";
import { personMeant } from "@/lib/moderation/people/queries";
import { verifyLog } from "@/lib/moderation/verify-log";
import { closeAccount, resumeClosings, workOff } from "@/lib/notifications/closing";
import { dueWhere } from "@/lib/notifications/due";
import { inbox } from "@/lib/notifications/inbox";
import {
  chooseDeliveries,
  followPerson,
  followThread,
  tellOfComment,
  unsubscribe,
} from "@/lib/notifications/mutations";
import { unsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { work } from "@/lib/notifications/work-testing";
import { storePicture } from "@/lib/pictures";
import { openSession, viewerOf } from "@/lib/session";
import { makeAccount, makeAdmin, makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

const password = "seven brown herons wade";
let numbers = 0;

/** Somebody who knows their password. */
async function makeLeaver(given: Parameters<typeof createAccount>[1] | object = {}): Promise<Member> {
  const number = ++numbers;
  const viewer = await createAccount(system(now()), {
    email: `leaver-${number}@example.org`,
    name: `Leaver ${number}`,
    password,
    ...given,
  });
  if (isMember(viewer)) return viewer;
  throw new Error("They may not act.");
}

const close = (by: Viewer, comments: "keep" | "without_name" | "erase") =>
  closeAccount(by, { comments, currentPassword: password });

/** Somebody else's request that holds a comment until it ends. */
async function holding(commentId: string) {
  const held = await beginHeld();
  await held.query(Prisma.sql`SELECT 1 FROM comments WHERE id = ${commentId}::uuid FOR UPDATE`);
  return held;
}

/** Closed with an Idempotency-Key, in whose transaction nothing of it is worked off. */
async function closedWithin(by: Viewer, comments: "keep" | "without_name" | "erase") {
  const work = async () => ({ status: 200, headers: {}, body: await close(by, comments) });
  return closingOutput.parse((await once(by, "once", "POST /api/v1/viewer/close", Buffer.from("{}"), work)).body);
}

const emailOf = async (by: Viewer) => (await db.account.findUniqueOrThrow({ where: { id: by.id } })).email;

beforeEach(emptyDatabase);

describe("whoever closed their account", () => {
  test("is signed out everywhere, cannot sign in, ask for a password or be mailed, and their address is free", async () => {
    const leaver = await makeLeaver();
    const email = await emailOf(leaver);
    await openSession(leaver.id);
    await close(leaver, "keep");
    expect(await db.session.count()).toBe(0);
    await expect(checkSignIn({ email, password }, undefined)).rejects.toMatchObject({ code: "unauthenticated" });
    const closedAddress = await emailOf(leaver);
    expect(closedAddress).toMatch(/\.invalid$/);
    await expect(checkSignIn({ email: closedAddress, password }, undefined)).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect(await operatorResetLink(closedAddress)).toBeNull();
    await expect(makeLeaver({ email })).resolves.toMatchObject({ status: "active" });
  });

  test("is told so once, at the address that was theirs", async () => {
    const leaver = await makeLeaver();
    const email = await emailOf(leaver);
    await close(leaver, "erase");
    const letters = await sql<{ to: string }>(
      `SELECT payload->>'to' AS to FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'send_mail'`,
    );
    expect(letters).toEqual([{ to: email }]);
  });

  test("has no office, gets none, and is not let in again by anybody", async () => {
    const admin = await makeAdmin();
    const leaver = await makeLeaver({ role: "editor" });
    await close(leaver, "keep");
    expect(await viewerOf(leaver.id)).toMatchObject({ status: "closed", role: "reader", bio: "", avatar: null });
    await expect(changeAccount(admin, leaver.id, { role: "author" })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeAccount(admin, leaver.id, { status: "active" })).rejects.toMatchObject({ code: "conflict" });
    await expect(sql(`UPDATE accounts SET status = 'active' WHERE id = $1`, [leaver.id])).rejects.toThrow(/for good/);
  });

  test("keeps their handle from others, and leads nowhere by it once the name is gone: not even to their number", async () => {
    const leaver = await makeLeaver({ handle: "heron" });
    await close(leaver, "without_name");
    expect(await sql(`SELECT "accountId", "createdAt" FROM old_handles WHERE handle = 'heron'`)).toEqual([
      { accountId: null, createdAt: new Date(0) },
    ]);
    expect([await handleMovedTo("heron"), await authorMovedTo("heron"), await personMovedTo("heron")]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await personMeant(await makeModerator(), "heron")).toBeNull();
    expect(await handleMovedTo("heron")).toBeNull();
    const other = await makeReader();
    await expect(
      createAccount(system(now()), { email: "o@example.org", name: "O", handle: "heron" }),
    ).rejects.toThrow();
    expect(other.handle).not.toBe("heron");
  });

  test("follows, ignores and is told nothing any more", async () => {
    const [leaver, other] = [await makeLeaver(), await makeReader()];
    const comment = await makeComment({ author: other });
    await db.personFollow.create({ data: { accountId: leaver.id, personId: other.id } });
    await db.personFollow.create({ data: { accountId: other.id, personId: leaver.id } });
    await db.ignore.create({ data: { accountId: leaver.id, personId: other.id } });
    await db.threadFollow.create({ data: { accountId: leaver.id, articleId: comment.articleId } });
    const told = {
      id: comment.id,
      eventId: comment.id,
      kind: "reply",
      delivery: "never",
      commentId: comment.id,
    } as const;
    await db.notification.create({ data: { ...told, accountId: leaver.id } });
    await close(leaver, "keep");
    for (const table of ["notifications", "thread_follows", "person_follows", "ignores"])
      expect(await sql(`SELECT 1 FROM ${table}`), table).toEqual([]);
  });

  test("is named in what others were told of them, in the inbox and by mail, where the name is kept", async () => {
    for (const [comments, name] of [
      ["keep", "Rafe Oduya"],
      ["without_name", undefined],
    ] as const) {
      const [reader, leaver] = [await makeReader(), await makeLeaver({ name: "Rafe Oduya" })];
      const reply = await makeComment({ parent: await makeComment({ author: reader }), author: leaver });
      await tellOfComment({ commentId: reply.id, at: now().toISOString() });
      const mine = Prisma.sql`n."accountId" = ${reader.id}::uuid`;
      await close(leaver, comments);
      const [told] = (await inbox(reader, { limit: 1 })).items;
      expect(told?.actor?.name).toBe(name);
      expect((await dueWhere(mine)).map(({ actorName }) => actorName ?? undefined)).toEqual([name]);
    }
  });

  test("leaves no portrait behind, unless it is shown elsewhere too", async () => {
    const [alone, shared, other] = [await makeLeaver(), await makeLeaver(), await makeReader()];
    const picture = { ext: "webp", width: 1, height: 1, bytes: new Uint8Array([1]) };
    const [own, both] = ["a".repeat(64), "b".repeat(64)];
    await db.picture.create({ data: { ...picture, hash: own, createdBy: alone.id } });
    await db.picture.create({ data: { ...picture, hash: both, createdBy: shared.id } });
    await db.account.update({ where: { id: alone.id }, data: { avatar: `${own}.webp` } });
    await db.account.updateMany({ where: { id: { in: [shared.id, other.id] } }, data: { avatar: `${both}.webp` } });
    await close(alone, "keep");
    await close(shared, "keep");
    expect(await sql("SELECT hash FROM pictures")).toEqual([{ hash: both }]);
  });

  test("has left an event that names nobody, and votes that count", async () => {
    const leaver = await makeLeaver();
    const comment = await makeComment();
    await vote(leaver, comment.id, 1);
    await close(leaver, "erase");
    const [event] = await sql<{ data: object }>(`SELECT data FROM events WHERE type = 'account.closed'`);
    expect(event?.data).toEqual({ comments: "erase" });
    expect(await commentById(comment.id, null)).toMatchObject({ score: 1 });
    expect(await wrongCounters()).toEqual([]);
  });
});

describe("of pictures of whoever closed their account", () => {
  const upload = async (by: Viewer, background: string) =>
    storePicture(
      by,
      await sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    );
  const stored = async () =>
    (await sql<{ hash: string }>("SELECT hash FROM pictures")).map(({ hash }) => `${hash}.webp`);
  const wear = async (by: Member, background: string) => {
    const { file } = await upload(by, background);
    await changeOwnAccount(by, {}, file);
    return file;
  };

  test("none stays that was a portrait, was taken off before, or was uploaded for a draft that goes", async () => {
    const leaver = await makeLeaver({ role: "author" });
    await wear(leaver, "red");
    await wear(leaver, "green");
    await changeOwnAccount(leaver, { avatar: null });
    expect(await stored()).toEqual([]);
    await wear(leaver, "blue");
    const { url } = await upload(leaver, "white");
    await makeArticle({ authors: [leaver], status: "draft", publishedAt: null, body: `![A heron](${url})` });
    await close(leaver, "erase");
    expect(await stored()).toEqual([]);
  });

  test("none stays by a byline, but for those that a piece shows or showed and the logo", async () => {
    const leaver = await makeLeaver({ role: "author" });
    await wear(leaver, "red");
    const [lead, inside, before, logo] = [
      await upload(leaver, "green"),
      await upload(leaver, "blue"),
      await upload(leaver, "white"),
      await upload(leaver, "black"),
    ];
    const { id } = await makeArticle({ authors: [leaver], pictureUrl: lead.url, body: `![A heron](${before.url})` });
    await db.article.update({ where: { id }, data: { body: `![A heron](${inside.url})` } });
    await sql("UPDATE settings SET logo = $1", [logo.url]);
    await close(leaver, "keep");
    expect((await stored()).sort()).toEqual([lead, inside, before, logo].map(({ file }) => file).sort());
  });

  test("nobody wears another's, and by wearing it keeps it up", async () => {
    const [leaver, other] = [await makeLeaver(), await makeReader()];
    const face = await wear(leaver, "red");
    await expect(changeOwnAccount(other, { avatar: face })).rejects.toMatchObject({ code: "invalid" });
    await expect(changeOwnAccount(leaver, { avatar: face })).resolves.toMatchObject({ viewer: { avatar: face } });
    await close(leaver, "keep");
    expect(await stored()).toEqual([]);
  });

  test("the same bytes stay for another who uploaded them too, until they take them off", async () => {
    const [leaver, other] = [await makeLeaver(), await makeReader()];
    const shared = await wear(leaver, "red");
    expect(await wear(other, "red")).toBe(shared);
    await close(leaver, "keep");
    expect(await stored()).toEqual([shared]);
    await changeOwnAccount(other, { avatar: null });
    expect(await stored()).toEqual([]);
  });

  test("one that was on its way goes with the last step", async () => {
    const leaver = await makeLeaver();
    const comment = await makeComment({ author: leaver });
    const held = await holding(comment.id);
    const closing = await closedWithin(leaver, "erase");
    await upload(leaver, "red");
    await held.end();
    await workOff({ accountId: leaver.id });
    expect(await closingById(closing.id)).toMatchObject({ doneAt: expect.any(String) });
    expect(await stored()).toEqual([]);
  });
});

describe("what was on its way when an account was closed", () => {
  test("changes nothing of it: a profile, a portrait, an address, a link to confirm one", async () => {
    const leaver = await makeLeaver();
    const email = "elsewhere@example.org";
    await changeOwnAccount(leaver, { email, currentPassword: password });
    await mailEmailChange({ letterId: newId(), accountId: leaver.id, email });
    const token = await lastToken();
    await close(leaver, "erase");
    const told = (await letters()).length;
    await db.emailToken.create({
      data: { id: tokenHash(token), kind: "email_change", email, accountId: leaver.id, expiresAt: after(now(), hour) },
    });
    await expect(changeOwnAccount(leaver, { name: "Back Again", bio: "Here." })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(confirmEmailChange(token)).rejects.toMatchObject({ code: "not_found" });
    await mailEmailChange({ letterId: newId(), accountId: leaver.id, email });
    expect(await letters()).toHaveLength(told);
    expect(await viewerOf(leaver.id)).toMatchObject({ name: "A former reader", bio: "", avatar: null });
  });

  test("follows, ignores and chooses nothing for it", async () => {
    const [leaver, other] = [await makeLeaver(), await makeReader()];
    const article = await makeArticle();
    await close(leaver, "keep");
    for (const late of [
      () => followThread(leaver, article.slug, true),
      () => followPerson(leaver, other.handle, true),
      () => ignorePerson(leaver, other.handle, true),
      () => chooseDeliveries(leaver, { reply: "never" }),
    ])
      await expect(late()).rejects.toMatchObject({ code: "unauthenticated" });
    await unsubscribe(unsubscribeToken(leaver.id, "reply"));
    for (const table of ["thread_follows", "person_follows", "ignores", "notification_settings"])
      expect(await sql(`SELECT 1 FROM ${table}`), table).toEqual([]);
  });

  test("tells it nothing", async () => {
    const leaver = await makeReader();
    const mine = await makeComment({ author: leaver });
    const reply = await makeComment({ parent: mine });
    const closing = await beginHeld();
    await closing.query(
      Prisma.sql`UPDATE accounts SET status = 'closed', email = 'x@account.invalid' WHERE id = ${leaver.id}::uuid`,
    );
    const telling = tellOfComment({ commentId: reply.id, at: now().toISOString() });
    await expect
      .poll(() => sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`))
      .toHaveLength(1);
    await closing.commit();
    await closing.end();
    await telling;
    expect(await db.notification.count({ where: { accountId: leaver.id } })).toBe(0);
  });

  test("goes with the last step where it came in", async () => {
    const [leaver, other] = [await makeLeaver(), await makeReader()];
    const comment = await makeComment({ author: leaver });
    const held = await holding(comment.id);
    await closedWithin(leaver, "without_name");
    await db.personFollow.create({ data: { accountId: other.id, personId: leaver.id } });
    await db.ignore.create({ data: { accountId: other.id, personId: leaver.id } });
    await held.end();
    await workOff({ accountId: leaver.id });
    expect([await db.personFollow.count(), await db.ignore.count()]).toEqual([0, 0]);
  });
});

describe("closing an account", () => {
  test("is refused without its password", async () => {
    const leaver = await makeLeaver();
    await expect(closeAccount(leaver, { comments: "keep", currentPassword: "another one" })).rejects.toMatchObject({
      code: "invalid",
    });
    expect((await viewerOf(leaver.id))?.status).toBe("active");
  });

  test("is refused while it is the last admin's", async () => {
    const admin = await makeLeaver({ role: "admin" });
    if (!isAdmin(admin)) throw new Error("No admin.");
    await expect(close(admin, "keep")).rejects.toMatchObject({ code: "conflict" });
    await makeAdmin();
    await expect(close(admin, "keep")).resolves.toMatchObject({ comments: "keep" });
  });

  test("is granted to one of two last admins who leave at once", async () => {
    const admins = [await makeLeaver({ role: "admin" }), await makeLeaver({ role: "admin" })];
    const outcomes = await Promise.allSettled(admins.map((admin) => close(admin, "keep")));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("happens once where it is asked for twice at once", async () => {
    const leaver = await makeLeaver();
    const outcomes = await Promise.allSettled([close(leaver, "keep"), close(leaver, "erase")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.closing.count()).toBe(1);
  });

  test("without one's name is refused while it stands over a piece, until an editor has changed who wrote that", async () => {
    const author = await makeLeaver({ role: "author" });
    const article = await makeArticle({ authors: [author] });
    const draft = await makeArticle({ authors: [author], status: "draft", publishedAt: null });
    for (const comments of ["without_name", "erase"] as const)
      await expect(close(author, comments)).rejects.toMatchObject({ code: "conflict", message: /1 piece\b/ });
    const editor = await makeAccount({ role: "editor" });
    await db.articleAuthor.create({ data: { articleId: article.id, accountId: editor.id } });
    await db.articleAuthor.deleteMany({ where: { articleId: article.id, accountId: author.id } });
    await close(author, "erase");
    expect(await db.article.findUnique({ where: { id: draft.id } })).toBeNull();
    expect(await db.article.findUnique({ where: { id: article.id } })).not.toBeNull();
  });
});

describe("comments of an account that is closed", () => {
  test("stand under the name where it is kept, waiting ones too", async () => {
    const leaver = await makeLeaver();
    const comment = await makeComment({ author: leaver });
    await makeComment({ author: leaver, status: "pending" });
    await close(leaver, "keep");
    expect(await commentById(comment.id, null)).toMatchObject({ author: { name: leaver.name }, body: comment.body });
    expect(await db.comment.count({ where: { authorId: leaver.id } })).toBe(2);
    expect(await wrongCounters()).toEqual([]);
  });

  test("stand without it, words, votes and replies as they were", async () => {
    const leaver = await makeLeaver();
    const comment = await makeComment({ author: leaver });
    const reply = await makeComment({ parent: comment });
    const closing = await close(leaver, "without_name");
    expect(closing).toMatchObject({ left: 0, doneAt: expect.any(String) });
    const shown = await commentById(comment.id, null);
    expect(shown).toMatchObject({ author: null, body: comment.body, status: "published", replyCount: 1 });
    expect(await commentById(reply.id, null)).toMatchObject({ body: reply.body });
    expect(await db.account.findUnique({ where: { id: leaver.id } })).toMatchObject({
      name: "A former reader",
      handle: expect.stringMatching(/^former-[0-9a-f]{16}$/),
      publishedCount: 0,
    });
    expect(await wrongCounters()).toEqual([]);
  });

  test("are erased to the last word: earlier ones, those that waited, were refused, removed or withdrawn as well", async () => {
    const leaver = await makeLeaver();
    const said = "These words are mine and go with me";
    const held = await makeComment({ author: leaver, body: `${said} 1` });
    const reply = await makeComment({ parent: held });
    const statuses = ["pending", "rejected", "removed", "deleted"] as const;
    for (const status of statuses) await makeComment({ author: leaver, status, body: `${said} ${status}` });
    const alone = await makeComment({ author: leaver, body: `${said} 2` });
    await db.commentRevision.create({
      data: { commentId: alone.id, revision: 7, body: said, html: said, writtenAt: now() },
    });
    await close(leaver, "erase");
    const words = await sql<{ found: number }>(
      `SELECT count(*)::int AS found FROM (SELECT c::text AS row FROM comments c UNION ALL SELECT r::text FROM comment_revisions r UNION ALL
        SELECT e::text FROM events e UNION ALL SELECT k::text FROM idempotency_keys k) rows WHERE row LIKE $1 OR row LIKE $2`,
      [`%${said}%`, `%${leaver.id}%comment.%${said}%`],
    );
    expect(words).toEqual([{ found: 0 }]);
    expect(await commentById(held.id, null)).toMatchObject({ status: "deleted", author: null, body: null });
    expect(await commentById(reply.id, null)).toMatchObject({ body: reply.body });
    await expect(commentById(alone.id, null)).rejects.toMatchObject({ code: "not_found" });
    expect(await wrongCounters()).toEqual([]);
  });

  test("lose what made them stand out, and reports lose the name of who sent them", async () => {
    const leaver = await makeLeaver();
    const mine = await makeComment({ author: leaver });
    const theirs = await makeComment();
    await db.pick.create({ data: { commentId: mine.id } });
    await db.pin.create({ data: { commentId: mine.id, articleId: mine.articleId } });
    await reportComment(leaver, theirs.id, { reason: "spam", note: "An advertisement." });
    await close(leaver, "erase");
    expect([await db.pick.count(), await db.pin.count()]).toEqual([0, 0]);
    expect(await sql(`SELECT "reporterId", note, status FROM reports`)).toEqual([
      { reporterId: null, note: "An advertisement.", status: "open" },
    ]);
    expect(await sql(`SELECT "openReports" FROM comments WHERE id = $1`, [theirs.id])).toEqual([{ openReports: 1 }]);
  });

  test("by others name them no more: no link, whatever handle it was by, quoted or not; what was typed stays", async () => {
    const [leaver, other] = [await makeLeaver({ handle: "anna-schmidt" }), await makeReader()];
    const kept = await makeReader({ handle: "anna-s" });
    const { id: articleId } = await makeArticle({ commentPolicy: "open" });
    const say = async (body: string) => (await postComment(other, { articleId, body })).comment;
    const early = await say("As @Anna-Schmidt said.");
    const { viewer } = await changeOwnAccount(leaver, { handle: "heron" });
    const late = await say("> @heron: no.\n\nNot @heron, @anna-s; `@heron`.");
    expect(early.html).toContain('href="/people/anna-schmidt"');
    await close(viewer, "without_name");
    expect(await commentById(early.id, null)).toMatchObject({
      html: "<p>As A former reader said.</p>",
      body: early.body,
      editedAt: null,
    });
    const { html } = await commentById(late.id, null);
    expect(html).not.toMatch(/people\/heron/);
    expect(html).toContain(`<a href="/people/${kept.handle}"><bdi>@anna-s</bdi></a>`);
    expect(html?.match(/A former reader/g)).toHaveLength(2);
    expect(await sql(`SELECT "accountId" FROM mentions`)).toEqual([{ accountId: kept.id }]);
  });

  test("by others name them as before where the name is kept", async () => {
    const [leaver, other] = [await makeLeaver({ handle: "heron" }), await makeReader()];
    const { id: articleId } = await makeArticle({ commentPolicy: "open" });
    const { comment } = await postComment(other, { articleId, body: "As @heron said." });
    await close(leaver, "keep");
    expect((await commentById(comment.id, null)).html).toBe(comment.html);
    expect(await handleMovedTo("heron")).toBeNull();
  });

  test("in a chain of 10,000 are erased within seconds, and cut anywhere it goes on", async () => {
    const leaver = await makeLeaver();
    const article = await makeArticle();
    await sql(
      `INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, "replyCount")
       SELECT md5(n::text)::uuid, $1, CASE WHEN n > 0 THEN md5((n - 1)::text)::uuid END, n, $2, 'Words.', '<p>Words.</p>', n::text, 'published',
         CASE WHEN n < 9999 THEN 1 ELSE 0 END FROM generate_series(0, 9999) n`,
      [article.id, leaver.id],
    );
    await sql(`UPDATE articles SET "commentCount" = 10000 WHERE id = $1`, [article.id]);
    await sql(`UPDATE accounts SET "publishedCount" = 10000 WHERE id = $1`, [leaver.id]);
    const began = performance.now();
    const closing = await close(leaver, "erase");
    expect(performance.now() - began).toBeLessThan(10_000);
    await resumeClosings();
    // Two workers at once, as after one that was thought dead.
    await Promise.all([workOff({ accountId: leaver.id }), workOff({ accountId: leaver.id })]);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(await closingById(closing.id)).toMatchObject({ left: 0, doneAt: expect.any(String) });
    expect(await sql(`SELECT count(*)::int AS shown FROM comments WHERE shown OR body <> ''`)).toEqual([{ shown: 0 }]);
    expect(await wrongCounters()).toEqual([]);
  }, 120_000);
});

describe("no row of any table holds, once an account was closed and its comments erased,", () => {
  /** Every column, of the jobs' too, in which these words stand. */
  async function holders(words: string): Promise<string[]> {
    const tables = await sql<{ place: string; name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS place, table_name AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND (table_schema = 'public' OR table_name = '_private_jobs')`,
    );
    const columns = tables.map(
      ({ place, name }) =>
        `SELECT '${name}.' || one.key AS found FROM ${place} r, jsonb_each_text(to_jsonb(r)) one WHERE one.value ILIKE $1`,
    );
    const rows = await sql<{ found: string }>(`${columns.join(" UNION ")} ORDER BY found`, [`%${words}%`]);
    return rows.map(({ found }) => found);
  }

  test("a word that was theirs or about them, their name, or a portrait; their handle is where others typed it", async () => {
    const [theirs, about] = ["kestrelwords", "bittern remark"];
    const [other, moderator, another] = [await makeReader(), await makeModerator(), await makeModerator()];
    const { id: articleId } = await makeArticle({ commentPolicy: "open" });
    const named = { name: "Kestrelwords Auk", handle: "kestrelhandle", email: "kestrelmail@example.org" };
    const made = await makeLeaver({ ...named, bio: theirs });
    await postComment(other, { articleId, body: "As @kestrelhandle said." });
    await changeOwnAccount(made, { name: "Kestrelwords Owl", handle: "kestrelhandle-2" });
    await postComment(other, { articleId, body: "As @kestrelhandle-2 says." });
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const { file } = await storePicture(made, bytes);
    const { viewer: leaver } = await changeOwnAccount(made, {}, file);
    if (!isMember(leaver)) throw new Error("They may not act.");
    const { comment: mine } = await postComment(leaver, { articleId, body: `${theirs} once` });
    await editComment(leaver, mine.id, { body: `${theirs} twice` });
    const removed = await makeComment({ author: leaver, body: `${theirs} thrice` });
    await makeArticle({ authors: [leaver], status: "draft", publishedAt: null, title: theirs, body: theirs });
    await reportComment(other, removed.id, { reason: "spam", note: "An advertisement." });
    await decide(moderator, removed.id, { action: "remove", reason: "spam", revision: 1, note: about });
    await sql(`UPDATE statements SET "tellsAt" = at`);
    const statement = await db.statement.findFirstOrThrow();
    const objection = await object(leaver, statement.id, { words: theirs });
    await answerObjection(another, objection.id, { outcome: "refused", answer: about });
    const measure = await sanction(moderator, leaver.id, { kind: "hold", reason: "spam", message: about, until: null });
    await endSanction(moderator, measure.id, { why: about });
    await addNote(moderator, leaver.id, { note: about });
    expect(await holders(about)).toEqual([
      "account_notes.note",
      "decisions.note",
      "event_notes.note",
      "objections.answer",
      "sanctions.message",
      "statements.facts",
    ]);
    await close(leaver, "erase");
    await workOff({ accountId: leaver.id });
    expect(await holders(theirs)).toEqual([]);
    expect(await holders(about)).toEqual([]);
    expect(await holders(file.slice(0, 64))).toEqual([]);
    expect(await holders("kestrelhandle")).toEqual(["comment_words.words", "comments.body", "old_handles.handle"]);
    expect(await holders("kestrelmail")).toEqual(["_private_jobs.payload"]);
    expect((await verifyLog()).faults).toEqual([]);
    expect(await wrongCounters()).toEqual([]);
  });
});

describe("while an account is being closed", () => {
  test("with an Idempotency-Key in a busy thread, it is closed, and the job does the rest", async () => {
    const leaver = await makeLeaver();
    const comment = await makeComment({ author: leaver });
    const held = await holding(comment.id);
    expect(await closedWithin(leaver, "erase")).toMatchObject({ left: 1, doneAt: null });
    await held.end();
    await work();
    expect(await db.closing.findMany()).toMatchObject([{ doneAt: expect.any(Date) }]);
    expect(await sql("SELECT 1 FROM comments WHERE body <> ''")).toEqual([]);
  });

  test("no comment comes under it afterwards, however many are on their way", async () => {
    const leaver = await makeLeaver();
    const article = await makeArticle({ commentPolicy: "open" });
    const post = (turn: number) => postComment(leaver, { articleId: article.id, body: `On its way, number ${turn}.` });
    const posts = Array.from({ length: 6 }, (_, turn) => post(turn));
    const closing = close(leaver, "erase");
    const later = Array.from({ length: 6 }, (_, turn) => post(100 + turn));
    // Heard of at once: some are refused before the closing is done.
    await Promise.all([closing, Promise.allSettled([...posts, ...later])]);
    await expect(post(200)).rejects.toMatchObject({ code: "forbidden" });
    expect(await sql(`SELECT 1 FROM comments WHERE "authorId" = $1 OR body <> ''`, [leaver.id])).toEqual([]);
    expect(await wrongCounters()).toEqual([]);
  });

  test("what others do to the same thread goes through, and the counts are right", async () => {
    const leaver = await makeLeaver();
    const moderator = await makeModerator();
    const article = await makeArticle({ commentPolicy: "open" });
    const mine: { id: string; articleId: string; depth: number }[] = [];
    const replies: { id: string }[] = [];
    const other = await makeReader();
    for (let turn = 0; turn < 12; turn++) {
      const comment = await makeComment({ article, author: leaver, ...(mine.at(-1) && { parent: mine.at(-1) }) });
      const reply = await makeComment({ parent: comment, author: other });
      replies.push(reply);
      mine.push(turn % 2 ? comment : { ...reply });
    }
    const acts = replies.map((reply, turn) =>
      turn % 2
        ? deleteComment(other, reply.id)
        : decide(moderator, reply.id, { action: "remove", revision: 1, reason: "spam", note: "" }),
    );
    const outcomes = await Promise.allSettled([close(leaver, "erase"), ...acts]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    await workOff({ accountId: leaver.id });
    expect(await wrongCounters()).toEqual([]);
  });
});
