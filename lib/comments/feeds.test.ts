import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeEach, expect, test } from "vitest";
import { personFeed, threadFeed } from "@/lib/comments/feeds";
import { db } from "@/lib/db";
import { makeArticle, makeComment, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

const visible = ']]> & <b>"\'</b> \u202eevil &#x0; &amp; <!ENTITY x "y">';
// Noncharacters and controls come past the door by an import or plain SQL.
const hostile = `${visible}\u0001\u000b\u001f\ufffe\uffff`;
const parse = (xml: string) =>
  new XMLParser({
    processEntities: true,
    trimValues: false,
    ignoreAttributes: false,
    isArray: (name) => name === "entry",
  }).parse(xml).feed;

test("are well-formed XML whatever they hold, and lead to each comment", async () => {
  const article = await makeArticle({ title: hostile });
  const author = await makeReader({ name: hostile, handle: "hostile" });
  const parent = await makeComment({ article, author, body: "See [this](https://example.org) ]]> & <b>" });
  await makeComment({ parent, author, body: "]]>" });
  for (const xml of [await threadFeed(article.slug), await personFeed("hostile")]) {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect([...xml].filter((character) => "\u0001\u000b\u001f\ufffe\uffff".includes(character))).toEqual([]);
    const feed = parse(xml);
    expect(feed.title).toContain(visible);
    expect(feed.entry).toHaveLength(2);
    expect(feed.entry[1].id).toBe(`urn:uuid:${parent.id}`);
    expect(xml).toContain(`href="http://localhost:3000/comments/${parent.id}"`);
  }
});

test("hold published comments under published pieces alone, and parse when there are none", async () => {
  const author = await makeReader({ handle: "writer" });
  const [article, hidden] = [await makeArticle(), await makeArticle()];
  for (const status of ["pending", "rejected", "removed", "deleted"] as const)
    await makeComment({ article, author, status });
  await makeComment({ article: hidden, author });
  await db.article.update({ where: { id: hidden.id }, data: { status: "archived" } });
  expect(parse(await threadFeed(article.slug)).entry).toBeUndefined();
  expect(parse(await personFeed("writer")).entry).toBeUndefined();
  await expect(threadFeed(hidden.slug)).rejects.toMatchObject({ code: "not_found" });
  await expect(personFeed("nobody")).rejects.toMatchObject({ code: "not_found" });
});

test("keep their ids when slug, handle and names change; where they are and when they changed, they say anew", async () => {
  const [article, author] = [await makeArticle({ slug: "before" }), await makeReader({ handle: "before" })];
  const { id, createdAt } = await makeComment({ article, author });
  const read = async (name: string) => [parse(await threadFeed(name)), parse(await personFeed(name))];
  const before = await read("before");
  await db.article.update({ where: { id: article.id }, data: { slug: "after", title: "After" } });
  await db.account.update({ where: { id: author.id }, data: { handle: "after", name: "After" } });
  const afterwards = await read("after");
  const ids = before.map((feed) => feed.id);
  expect(afterwards.map((feed) => feed.id)).toEqual(ids);
  expect(new Set([...ids, `urn:uuid:${id}`]).size).toBe(3);
  for (const each of ids)
    expect(each).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  for (const [feeds, name] of [
    [before, "before"],
    [afterwards, "after"],
  ] as const) {
    const selves = feeds.map(
      ({ link }) => link.find((each: { "@_rel": string }) => each["@_rel"] === "self")["@_href"],
    );
    expect(selves).toEqual([
      `http://localhost:3000/articles/${name}/comments.xml`,
      `http://localhost:3000/people/${name}/feed.xml`,
    ]);
  }
  expect(afterwards.map((feed) => feed.updated)).toEqual([createdAt.toISOString(), createdAt.toISOString()]);
});

test("of somebody banned there is none", async () => {
  await makeComment({ author: await makeReader({ handle: "gone" }) });
  await db.account.update({ where: { handle: "gone" }, data: { status: "banned" } });
  await expect(personFeed("gone")).rejects.toMatchObject({ code: "not_found" });
});
