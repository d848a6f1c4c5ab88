import { beforeEach, describe, expect, test } from "vitest";
import type { Moderator } from "@/lib/actor";
import { day, hour, now, after as since } from "@/lib/clock";
import type { Queue } from "@/lib/moderation/limits";
import { reportComment } from "@/lib/moderation/mutations";
import { queue, queueCounts } from "@/lib/moderation/queries";
import { type QueueFilters, queueQuery } from "@/lib/moderation/schema";
import { makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

let moderator: Moderator;
beforeEach(async () => {
  await emptyDatabase();
  moderator = await makeModerator();
});

const listed = async (status: Queue, filters: QueueFilters = {}) =>
  (await queue(moderator, { status, limit: 20, ...filters })).items.map(({ comment }) => comment.id);
const heldFor = (id: string, ...held: { step: string; shadow?: string }[]) =>
  sql("UPDATE comments SET held = $2 WHERE id = $1", [id, JSON.stringify(held)]);

describe("a list of the queue", () => {
  test("of what the helper held holds nothing that a rule held, nor what it would have held in shadow", async () => {
    const [held, other, shadow] = [
      await makeComment({ status: "pending" }),
      await makeComment({ status: "pending" }),
      await makeComment({ status: "pending" }),
    ];
    await heldFor(held.id, { step: "learned" });
    await heldFor(other.id, { step: "words" });
    await heldFor(shadow.id, { step: "learned", shadow: "hold" });
    expect(await listed("helper")).toEqual([held.id]);
    expect(await queueCounts(moderator)).toMatchObject({ pending: 3, helper: 1, all: 3 });
  });

  test("of all holds whatever was not withdrawn, the newest first", async () => {
    for (const status of ["pending", "published", "rejected", "removed", "deleted"] as const)
      await makeComment({ status });
    const { items } = await queue(moderator, { status: "all", limit: 20 });
    expect(items.map(({ comment }) => comment.status)).toEqual(["removed", "rejected", "published", "pending"]);
  });
});

describe("a list is narrowed", () => {
  test("by the article, the writer, the language, and by all of them at once", async () => {
    const [german, english] = [await makeArticle({ lang: "de" }), await makeArticle({ lang: "en" })];
    const writer = await makeReader();
    const one = await makeComment({ article: german, author: writer, status: "pending" });
    const two = await makeComment({ article: german, status: "pending" });
    const three = await makeComment({ article: english, author: writer, status: "pending" });
    expect(await listed("pending", { article: german.slug })).toEqual([one.id, two.id]);
    expect(await listed("pending", { person: writer.handle })).toEqual([one.id, three.id]);
    expect(await listed("pending", { lang: "en" })).toEqual([three.id]);
    expect(await listed("pending", { article: german.slug, person: writer.handle, lang: "de" })).toEqual([one.id]);
    expect(await listed("pending", { article: "no-such-article" })).toEqual([]);
    expect(await listed("pending", { person: "nobody" })).toEqual([]);
  });

  test("by why readers reported it, and by why it was held", async () => {
    const [hated, advertised] = [await makeComment(), await makeComment()];
    await reportComment(await makeReader(), hated.id, { reason: "hate", note: "" });
    await reportComment(await makeReader(), advertised.id, { reason: "spam", note: "" });
    expect(await listed("reported", { reason: "hate" })).toEqual([hated.id]);
    const [links, first] = [await makeComment({ status: "pending" }), await makeComment({ status: "pending" })];
    await heldFor(links.id, { step: "links" }, { step: "first" });
    await heldFor(first.id, { step: "first" });
    expect(await listed("pending", { reason: "links" })).toEqual([links.id]);
    expect(await listed("pending", { reason: "first" })).toEqual([links.id, first.id]);
  });

  test("by when it came, and by how long it is here", async () => {
    const old = await makeComment({ status: "pending", createdAt: since(now(), -9 * day) });
    const recent = await makeComment({ status: "pending", createdAt: since(now(), -2 * hour) });
    expect(await listed("pending", { older: "week" })).toEqual([old.id]);
    expect(await listed("pending", { older: "hour" })).toEqual([old.id, recent.id]);
    const between = since(now(), -4 * day)
      .toISOString()
      .slice(0, 10);
    expect(await listed("pending", { since: between })).toEqual([recent.id]);
    expect(await listed("pending", { before: between })).toEqual([old.id]);
  });

  test("by its words, in scripts without spaces too, and as they were last changed", async () => {
    const ferry = await makeComment({ status: "pending", body: "The ferry leaves at nine, not at ten." });
    const bridge = await makeComment({ status: "pending", body: "新的桥梁很贵" });
    expect(await listed("pending", { q: "FERRY nine" })).toEqual([ferry.id]);
    expect(await listed("pending", { q: '"leaves at ten"' })).toEqual([]);
    expect(await listed("pending", { q: "桥梁" })).toEqual([bridge.id]);
    expect(await listed("pending", { q: "梁桥" })).toEqual([]);
    await sql("UPDATE comments SET body = 'The tunnel.' WHERE id = $1", [ferry.id]);
    expect(await listed("pending", { q: "ferry" })).toEqual([]);
    expect(await listed("pending", { q: "tunnel" })).toEqual([ferry.id]);
  });

  test("by a word in an address, and without another word", async () => {
    const link = await makeComment({ status: "pending", body: "See <b>https://cheap-pills.example/buy?now=1</b>." });
    const other = await makeComment({ status: "pending", body: "Cheap talk, pills and all." });
    expect(await listed("pending", { q: "buy" })).toEqual([link.id]);
    expect(await listed("pending", { q: "cheap-pills.example" })).toEqual([link.id]);
    expect(await listed("pending", { q: "pills -buy" })).toEqual([other.id]);
  });

  for (const q of ["'", "\\", "& | !", "<->", '"', "a:*", "%", "--", "(((", "\u200b"])
    test(`by any text whatever, ${JSON.stringify(q)} too`, async () => {
      await makeComment({ status: "pending" });
      expect(Array.isArray(await listed("pending", { q }))).toBe(true);
    });
});

test("a page of a narrowed list goes on in it, and its cursor fits no other", async () => {
  const article = await makeArticle();
  for (let made = 0; made < 5; made++) await makeComment({ article, status: "pending", body: `Ferry ${made}` });
  await makeComment({ status: "pending", body: "Ferry elsewhere" });
  const narrowed = { status: "pending", limit: 3, article: article.slug, q: "ferry" } as const;
  const first = await queue(moderator, narrowed);
  const cursor = first.nextCursor ?? "";
  const second = await queue(moderator, { ...narrowed, cursor });
  expect(first.items.length + second.items.length).toBe(5);
  for (const other of [
    { ...narrowed, q: "bridge" },
    { status: "pending", limit: 3 },
  ] as const)
    await expect(queue(moderator, { ...other, cursor })).rejects.toMatchObject({ code: "unreadable" });
});

test("what is asked has a form and a maximum", () => {
  for (const wrong of [
    { status: "everything" },
    { article: "a".repeat(101) },
    { person: "" },
    { reason: "because" },
    { since: "yesterday" },
    { since: "0000-01-01" },
    { person: "\0" },
    { article: "a\0" },
    { lang: "\0\0" },
    { older: "year" },
    { lang: "x" },
    { q: "a".repeat(201) },
    { q: " " },
    { limit: "101" },
    { nothing: "1" },
  ])
    expect(queueQuery.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
});
