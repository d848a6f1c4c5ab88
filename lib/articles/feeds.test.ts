import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterEach, describe, expect, test } from "vitest";
import { atom, jsonFeed, rss, sitemap } from "@/lib/articles/feeds";
import { newestInFull, publicAddresses } from "@/lib/articles/queries";
import { makeArticle, makeAuthor } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

afterEach(emptyDatabase);

const visible = ']]> & <b>"\'</b> \u202eevil &#x0; &amp; <!ENTITY x "y">';
// Noncharacters and controls come past the door by an import or plain SQL.
const hostile = `${visible}\u0001\u000b\u001f\ufffe\uffff`;
const site = { name: hostile, description: hostile, lang: "en" };

async function hostileArticle() {
  const ada = await makeAuthor({ name: `Ada ${hostile}` });
  return makeArticle({
    authors: [ada],
    title: hostile,
    standfirst: hostile,
    section: "]]>",
    body: `A [link](/about) and ${hostile}`,
  });
}

describe("feeds", () => {
  for (const [name, make] of Object.entries({ atom, rss })) {
    test(`${name} is well-formed XML whatever it holds, with its text as it was`, async () => {
      await hostileArticle();
      const xml = make(site, await newestInFull());
      expect(XMLValidator.validate(xml)).toBe(true);
      expect([...xml].filter((character) => "\u0001\u000b\u001f\ufffe\uffff".includes(character))).toEqual([]);
      const parsed = new XMLParser({ processEntities: true, trimValues: false }).parse(xml);
      expect(parsed.feed?.title ?? parsed.rss.channel.title).toBe(visible);
    });
  }

  test("JSON Feed parses, dates its pieces and makes addresses whole", async () => {
    const { slug } = await hostileArticle();
    const feed = JSON.parse(jsonFeed(site, await newestInFull()));
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({ url: `http://localhost:3000/articles/${slug}`, title: hostile });
    expect(feed.items[0].content_html).toContain('href="http://localhost:3000/about"');
  });

  test("hold published pieces alone, newest first, and parse when there are none", async () => {
    for (const make of [atom, rss]) expect(XMLValidator.validate(make(site, []))).toBe(true);
    await makeArticle({ title: "Old", publishedAt: new Date("2020-01-01T00:00:00Z") });
    await makeArticle({ title: "New" });
    await makeArticle({ title: "Draft", status: "draft" });
    expect((await newestInFull()).map(({ title }) => title)).toEqual(["New", "Old"]);
  });
});

test("a sitemap holds every public address and no other", async () => {
  const ada = await makeAuthor();
  const { slug } = await makeArticle({ authors: [ada] });
  await makeArticle({ status: "draft" });
  const xml = sitemap(await publicAddresses());
  expect(XMLValidator.validate(xml)).toBe(true);
  expect([...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc)).toEqual([
    "http://localhost:3000/",
    `http://localhost:3000/articles/${slug}`,
    `http://localhost:3000/authors/${ada.handle}`,
  ]);
});
