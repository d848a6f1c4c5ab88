import { beforeEach, describe, expect, test } from "vitest";
import { after, day, minute, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { newId } from "@/lib/ids";
import { inbox } from "@/lib/notifications/inbox";
import { followPerson, followThread, markRead, tellOfComment, unsubscribe } from "@/lib/notifications/mutations";
import { deliveriesOf, followedBy, unreadCount } from "@/lib/notifications/queries";
import { readInput, scopes } from "@/lib/notifications/schema";
import { readUnsubscribeToken, unsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { makeArticle, makeComment, makeReader } from "@/prisma/factories";
import { emptyDatabase, refused, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

/** Somebody with so many answers to a comment of theirs, a minute apart. */
async function answered(count: number) {
  const reader = await makeReader();
  const parent = await makeComment({ author: reader });
  const replies = [];
  for (let n = 0; n < count; n++) {
    const reply = await makeComment({ parent, body: `Answer ${n}` });
    await tellOfComment({ commentId: reply.id, at: now().toISOString() });
    await db.notification.updateMany({
      where: { commentId: reply.id },
      data: { toldAt: after(now(), (n - count) * minute) },
    });
    replies.push(reply);
  }
  return { reader, parent, replies };
}

test.each(["0000-01-01T00:00:00Z", "yesterday", "2026-03-14"])("%s is no moment up to which one has read", (until) => {
  expect(readInput.safeParse({ until }).success).toBe(false);
  expect(readInput.safeParse({ until: "0001-01-01T00:00:00Z" }).success).toBe(true);
});

describe("the inbox", () => {
  test("goes page by page, newest first, nothing twice, nothing left out", async () => {
    const { reader } = await answered(5);
    const seen = [];
    for (let cursor: string | undefined; ; ) {
      const { items, nextCursor } = await inbox(reader, { cursor, limit: 2 });
      seen.push(...items.map(({ comment }) => comment?.excerpt));
      if (!nextCursor) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual([4, 3, 2, 1, 0].map((n) => `Answer ${n}`));
  });

  test("takes no cursor of another's", async () => {
    const [one, other] = [await answered(3), await answered(3)];
    const { nextCursor } = await inbox(one.reader, { limit: 1 });
    await expect(inbox(other.reader, { cursor: nextCursor ?? "", limit: 1 })).rejects.toEqual(refused("unreadable"));
  });

  test("says nothing of the words that may not be read any more", async () => {
    const { reader, replies } = await answered(2);
    await db.comment.update({ where: { id: replies[0]?.id ?? "" }, data: { status: "removed" } });
    const { items } = await inbox(reader, { limit: 5 });
    expect(items.map(({ comment }) => comment?.excerpt)).toEqual(["Answer 1", undefined]);
    await db.article.updateMany({ data: { status: "archived" } });
    expect((await inbox(reader, { limit: 5 })).items.map(({ article }) => article)).toEqual([null, null]);
  });

  test("marks these as read, or all that were there; another's, or one that is not there, are not found and mark none", async () => {
    const [{ reader }, other] = [await answered(3), await answered(1)];
    const [newest, older] = (await inbox(reader, { limit: 5 })).items;
    const theirs = (await inbox(other.reader, { limit: 1 })).items[0]?.id ?? "";
    for (const stranger of [theirs, newId()])
      await expect(markRead(reader, { ids: [newest?.id ?? "", stranger] })).rejects.toEqual(refused("not_found"));
    expect(await unreadCount(reader)).toBe(3);
    expect(await markRead(reader, { until: older?.toldAt })).toEqual({ unreadCount: 1 });
    expect(await markRead(reader, { ids: [newest?.id ?? "", newest?.id ?? ""] })).toEqual({ unreadCount: 0 });
    expect(await unreadCount(other.reader)).toBe(1);
  });

  test("is in the order in which they were told, so that what comes later is never among what was shown", async () => {
    const { reader, parent } = await answered(1);
    const [shown] = (await inbox(reader, { limit: 5 })).items;
    const late = await makeComment({ parent, body: "Approved after a week." });
    await tellOfComment({ commentId: late.id, at: after(now(), -7 * day).toISOString() });
    expect(await markRead(reader, { until: shown?.toldAt })).toEqual({ unreadCount: 1 });
    const { items, nextCursor } = await inbox(reader, { limit: 1 });
    expect(items).toMatchObject([{ readAt: null, comment: { excerpt: "Approved after a week." } }]);
    expect((await inbox(reader, { limit: 5, cursor: nextCursor ?? "" })).items.map(({ id }) => id)).toEqual([
      shown?.id,
    ]);
  });

  test("ten thousand ids are refused", () => {
    expect(readInput.safeParse({ ids: Array.from({ length: 10_000 }, newId) }).success).toBe(false);
  });
});

describe("following", () => {
  test("a discussion twice is following it once, and stopping twice is stopping", async () => {
    const [reader, { slug }] = [await makeReader(), await makeArticle()];
    for (const following of [true, true, false, false])
      expect(await followThread(reader, slug, following)).toEqual({ following });
    expect(await followedBy(reader)).toEqual({ threads: [], people: [] });
  });

  test("can be stopped when a piece was taken back or a person banned, and neither counts among the 500 meanwhile", async () => {
    const [reader, article, writer] = [await makeReader(), await makeArticle(), await makeReader()];
    await followThread(reader, article.slug, true);
    await followPerson(reader, writer.handle, true);
    await sql(
      `WITH articles AS (
         INSERT INTO articles (id, slug, title, lang, status) SELECT gen_random_uuid(), 'gone-' || n, 'Gone', 'en', 'archived' FROM generate_series(1, 500) n RETURNING id
       ), people AS (
         INSERT INTO accounts (id, email, handle, name, "passwordHash", status)
         SELECT gen_random_uuid(), n || '@example.org', 'gone' || n, 'Gone', 'none', 'banned' FROM generate_series(1, 500) n RETURNING id
       ), following AS (INSERT INTO person_follows ("accountId", "personId") SELECT $1, id FROM people)
       INSERT INTO thread_follows ("accountId", "articleId") SELECT $1, id FROM articles`,
      [reader.id],
    );
    await followThread(reader, (await makeArticle()).slug, true);
    await followPerson(reader, (await makeReader()).handle, true);
    await db.article.update({ where: { id: article.id }, data: { status: "archived" } });
    await db.account.update({ where: { id: writer.id }, data: { status: "banned" } });
    expect(await followThread(reader, article.slug, false)).toEqual({ following: false });
    expect(await followPerson(reader, writer.handle, false)).toEqual({ following: false });
    expect(await db.threadFollow.count({ where: { articleId: article.id } })).toBe(0);
    expect(await db.personFollow.count({ where: { personId: writer.id } })).toBe(0);
    // Who follows no more learns no more of it than a stranger.
    await expect(followThread(reader, article.slug, false)).rejects.toEqual(refused("not_found"));
    await expect(followPerson(reader, writer.handle, false)).rejects.toEqual(refused("not_found"));
  });

  test("oneself, nobody and what is not published is refused", async () => {
    const reader = await makeReader();
    const { slug } = await makeArticle({ status: "draft" });
    await expect(followPerson(reader, reader.handle, true)).rejects.toEqual(refused("forbidden"));
    await expect(followPerson(reader, "nobody", true)).rejects.toEqual(refused("not_found"));
    await expect(followThread(reader, slug, true)).rejects.toEqual(refused("not_found"));
  });
});

describe("a mailed link out", () => {
  test("ends the mail of its kind for its account alone, however often it is followed", async () => {
    const [reader, other] = [await makeReader(), await makeReader()];
    for (const _ of [1, 2]) await unsubscribe(unsubscribeToken(reader.id, "reply"));
    expect(await deliveriesOf(reader.id)).toMatchObject({ reply: "never", mention: "at_once" });
    expect(await deliveriesOf(other.id)).toMatchObject({ reply: "at_once" });
  });

  test("of the daily letter ends all that comes in it", async () => {
    const reader = await makeReader();
    await unsubscribe(unsubscribeToken(reader.id, "daily"));
    const { reply, mention, decision, report, sanction, objection, ...daily } = await deliveriesOf(reader.id);
    expect(new Set([reply, mention, decision, report, sanction, objection])).toEqual(new Set(["at_once"]));
    expect(daily).toEqual({ pick: "never", followed_thread: "never", followed_person: "never" });
  });

  test("means for ever what it meant when it was mailed", async () => {
    const { id } = await makeReader();
    const numbers = scopes.map((scope) => [scope, Buffer.from(unsubscribeToken(id, scope), "base64url")[16]]);
    expect(Object.fromEntries(numbers)).toEqual({
      ...{ reply: 0, mention: 1, decision: 2, pick: 3, followed_thread: 4, followed_person: 5 },
      ...{ report: 6, sanction: 7, objection: 8, daily: 9 },
    });
  });

  test("is what we signed, to the bit", async () => {
    const { id } = await makeReader();
    for (const scope of scopes)
      expect(readUnsubscribeToken(unsubscribeToken(id, scope))).toEqual({ accountId: id, scope });
    const token = unsubscribeToken(id, "reply");
    for (let at = 0; at < token.length; at++) {
      const spoilt = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
      await expect(unsubscribe(spoilt)).rejects.toEqual(refused("not_found"));
    }
    for (const odd of ["", token.slice(1), `${token}A`, `${token}=`, token.replace(/.$/, "+"), "é".repeat(44)])
      expect(readUnsubscribeToken(odd)).toBeNull();
  });
});
