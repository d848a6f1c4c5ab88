import { afterEach, describe, expect, test } from "vitest";
import { createArticle, publishArticle } from "@/lib/articles/mutations";
import {
  articleBySlug,
  articlesPage,
  authorPage,
  deskArticles,
  frontPage,
  listAuthors,
  nextScheduled,
  searchArticles,
  tagPage,
} from "@/lib/articles/queries";
import { hour, after as moved, now } from "@/lib/clock";
import { processState } from "@/lib/process-state";
import { makeArticle, makeAuthor, makeEditor, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

afterEach(emptyDatabase);

async function publish(title: string, body = "", more: { tags?: string[]; section?: string } = {}) {
  const by = await makeAuthor();
  const { id } = await createArticle(by, { title, body, ...more });
  await publishArticle(by, id);
  return { id, by };
}

const found = async (typed: string) => (await searchArticles(typed)).items.map(({ title }) => title);

describe("lists", () => {
  test("hold what is published, newest first, each once over all pages", async () => {
    for (let number = 0; number < 5; number++) await makeArticle({ publishedAt: moved(now(), -(number >> 1) * hour) });
    for (const status of ["draft", "scheduled", "archived"] as const) await makeArticle({ status });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await articlesPage({ cursor, limit: 2 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect((await frontPage()).items.map(({ id }) => id)).toEqual(seen);
  });

  test("refuse a cursor that another list gave or somebody made up", async () => {
    await makeArticle();
    await makeArticle();
    const { nextCursor } = await articlesPage({ limit: 1 });
    for (const cursor of [String(nextCursor), "x", "eyJ9.x", "..", "'; SELECT pg_sleep(3)--"])
      await expect(articlesPage({ tag: "trade", cursor })).rejects.toMatchObject({ code: "unreadable" });
  });

  test("of a tag and of an author hold theirs; a tag on drafts alone is not there", async () => {
    const { by } = await publish("One", "", { tags: ["Trade"] });
    await createArticle(by, { title: "Two", tags: ["Secret"] });
    expect((await tagPage("trade"))?.articles.items).toHaveLength(1);
    expect(await tagPage("secret")).toBeNull();
    expect((await authorPage(by.handle.toUpperCase()))?.articles.items.map(({ title }) => title)).toEqual(["One"]);
    expect((await listAuthors()).map(({ handle, articleCount }) => [handle, articleCount])).toEqual([[by.handle, 1]]);
    expect(await authorPage((await makeReader()).handle)).toBeNull();
  });

  test("say when the next scheduled piece will change them", async () => {
    expect(await nextScheduled()).toBeNull();
    const by = await makeAuthor();
    const { id } = await createArticle(by, { title: "Later" });
    const at = moved(now(), 1 * hour);
    await publishArticle(by, id, { at });
    expect(await nextScheduled()).toEqual(at);
    const notes = { status: 200, tags: new Set<string>(), freshUntil: null };
    await processState().notes.run(notes, () => frontPage());
    expect(notes.freshUntil).toEqual(at);
    expect([...notes.tags]).toContain("articles");
  });

  test("of the desk hold one's own, and everything for an editor", async () => {
    const { by } = await publish("Mine");
    await publish("Another's");
    expect((await deskArticles(by)).items.map(({ title }) => title)).toEqual(["Mine"]);
    expect((await deskArticles(await makeEditor())).items).toHaveLength(2);
    expect((await deskArticles(by, "draft")).items).toEqual([]);
  });
});

test("only what is published is found, and a hidden article is as missing as one that never was", async () => {
  const { slug } = await makeArticle({ status: "draft", title: "Hidden ferry" });
  expect(await articleBySlug(slug)).toBeNull();
  expect(await articleBySlug("never-was")).toBeNull();
  expect(await found("ferry")).toEqual([]);
});

describe("search", () => {
  test("knows English word forms, phrases and exclusions, title before text", async () => {
    await publish("Harbours", "The council voted on the ferries.");
    await publish("The ferry that nobody boards", "Subsidies.");
    expect(await found("ferries")).toEqual(["The ferry that nobody boards", "Harbours"]);
    expect(await found('"council voted"')).toEqual(["Harbours"]);
    expect(await found("ferry -council")).toEqual(["The ferry that nobody boards"]);
    expect(await found("boards OR harbour")).toHaveLength(2);
  });

  test("finds inside Chinese, Japanese and Korean runs", async () => {
    await publish("面包的两种价格", "经济政策的代价由市民承担。");
    await publish("パンの二つの値段", "政府は経済政策を発表した。");
    await publish("빵의 두 가지 가격", "정부는 경제정책을 발표했다.");
    expect(await found("经济政策")).toEqual(["面包的两种价格"]);
    expect(await found("価")).toEqual([]);
    expect(await found("値段")).toEqual(["パンの二つの値段"]);
    expect(await found("経済")).toEqual(["パンの二つの値段"]);
    expect(await found("税")).toEqual([]);
    expect(await found("府")).toEqual(["パンの二つの値段"]);
    expect(await found("경제정책")).toEqual(["빵의 두 가지 가격"]);
    expect(await found('"政府は経済"')).toEqual(["パンの二つの値段"]);
    expect(await found("価格 -経済")).toEqual([]);
  });

  test("finds Arabic with and without its points, and accents with and without", async () => {
    await publish("ثمنان للخبز", "قالَتِ الحُكومة إن السعر لن يتغيّر.");
    await publish("Café society", "Rousseau à Genève.");
    expect(await found("الحكومة")).toEqual(["ثمنان للخبز"]);
    expect(await found("cafe")).toEqual(["Café society"]);
    expect(await found("genève")).toEqual(["Café society"]);
  });

  test("takes whatever is typed", async () => {
    await publish("One", "two");
    const hostile = [
      "",
      " ",
      "'",
      '"',
      '"""',
      "\\",
      "&|!():*<->",
      "!",
      "-",
      "--",
      "a & ",
      "%",
      "_",
      "\u0000",
      "\ud800",
      "' OR 1=1 --",
    ];
    hostile.push(
      "(".repeat(5_000),
      "a ".repeat(5_000),
      '"a" <-> '.repeat(500),
      "ﷺ".repeat(400),
      "́".repeat(10_000),
      "-経",
      '-"経済',
    );
    for (const typed of hostile) await expect(searchArticles(typed)).resolves.toMatchObject({ nextCursor: null });
  });

  test("takes a text of the greatest length in any script", async () => {
    const by = await makeAuthor();
    const distinct = (from: number) =>
      Array.from({ length: 200_000 }, (_, at) => String.fromCodePoint(from + (at % 40_000))).join("");
    const pairs = Array.from({ length: 66_000 }, (_, at) => at.toString(36))
      .join(" ")
      .slice(0, 200_000);
    const hosts = Array.from({ length: 20_000 }, (_, at) => `a${at}-b.c/d`)
      .join(" ")
      .slice(0, 200_000);
    for (const body of [distinct(0x20000), distinct(0x4e00).slice(0, 200_000), pairs, hosts])
      await expect(createArticle(by, { title: "Long", body })).resolves.toMatchObject({ revision: 1 });
  }, 60_000);

  test("gives every hit once over all pages", async () => {
    const by = await makeAuthor();
    for (let number = 0; number < 23; number++) {
      const { id } = await createArticle(by, { title: `Ferry ${number}` });
      await publishArticle(by, id);
    }
    const first = await searchArticles("ferry");
    const second = await searchArticles("ferry", String(first.nextCursor));
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(23);
    expect(second.nextCursor).toBeNull();
    await expect(searchArticles("ferries", String(first.nextCursor))).rejects.toMatchObject({ code: "unreadable" });
  });
});
