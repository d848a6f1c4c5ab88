import { beforeEach, describe, expect, test, vi } from "vitest";
import { Documents } from "@/server/documents";
import { ReaderPages } from "@/server/reader-pages";
import type { Rendered } from "@/server/render";

let documents: Documents;
let pages: ReaderPages;
let trusted = true;
let renderings: ((rendered: Rendered) => void)[];
const render = vi.fn(() => new Promise<Rendered>((resolve) => renderings.push(resolve)));

const rendered = (html: string, more: Partial<Rendered> = {}): Rendered => ({
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: Buffer.from(html),
  notes: { status: 200, tags: new Set(["article:1"]), freshUntil: null },
  ...more,
});
const nth = (at: number) => renderings[at] ?? expect.fail("there was no such rendering");
const textOf = async (outcome: ReturnType<ReaderPages["page"]>) => {
  const result = await outcome;
  return result.kind === "page" ? result.page.forms.identity.bytes.toString() : result.kind;
};

beforeEach(() => {
  trusted = true;
  renderings = [];
  render.mockClear();
  documents = new Documents({ capacity: 1_000_000, headers: [], now: () => 0 });
  pages = new ReaderPages({ documents, render, trusted: () => trusted, onStyles: () => undefined });
});

test("many readers of one page wait for one rendering", async () => {
  const asked = [pages.page("/a"), pages.page("/a"), pages.page("/a")];
  nth(0)(rendered("<p>once</p>"));
  expect(await Promise.all(asked.map(textOf))).toEqual(["<p>once</p>", "<p>once</p>", "<p>once</p>"]);
  expect(render).toHaveBeenCalledTimes(1);
  expect(documents.get("/a")).toBeDefined();
});

test("who asks after a change does not get what was begun before it", async () => {
  const before = pages.page("/a");
  documents.drop("article:1");
  const after = pages.page("/a");
  nth(0)(rendered("<p>old</p>"));
  nth(1)(rendered("<p>new</p>"));
  expect(await textOf(before)).toBe("<p>old</p>");
  expect(await textOf(after)).toBe("<p>new</p>");
  expect(documents.get("/a")?.forms.identity.bytes.toString()).toBe("<p>new</p>");
});

test("who asks a moment after more came joins what is under way, and after anything else does not", async () => {
  const before = pages.page("/a");
  documents.outdate("article:1");
  const joined = pages.page("/a");
  documents.drop("article:2");
  const after = pages.page("/a");
  expect(render).toHaveBeenCalledTimes(2);
  nth(0)(rendered("<p>old</p>"));
  nth(1)(rendered("<p>new</p>"));
  expect(await Promise.all([before, joined, after].map(textOf))).toEqual(["<p>old</p>", "<p>old</p>", "<p>new</p>"]);
});

test("a page that lags is replaced once, however often it is served", async () => {
  const first = pages.page("/a");
  nth(0)(rendered("<p>old</p>"));
  await first;
  documents.outdate("article:1");
  const page = documents.get("/a") ?? expect.fail("it was not kept");
  for (let time = 0; time < 50; time++) pages.replace(page);
  await vi.waitUntil(() => renderings.length > 1, { timeout: 2_000 });
  nth(1)(rendered("<p>new</p>"));
  await vi.waitUntil(() => documents.get("/a") !== page);
  expect(documents.get("/a")?.forms.identity.bytes.toString()).toBe("<p>new</p>");
  expect(render).toHaveBeenCalledTimes(2);
});

describe("nothing is kept", () => {
  test("while the listener is distrusted", async () => {
    trusted = false;
    const asked = pages.page("/a");
    nth(0)(rendered("<p>a</p>"));
    expect(await textOf(asked)).toBe("<p>a</p>");
    expect(documents.get("/a")).toBeUndefined();
  });

  test("when the listener was lost during the rendering", async () => {
    const asked = pages.page("/a");
    trusted = false;
    nth(0)(rendered("<p>a</p>"));
    await asked;
    expect(documents.get("/a")).toBeUndefined();
  });

  test.each([
    ["a page that says 404", { status: 404 }],
    ["a page that does not say what it showed", { notes: { status: 200, tags: new Set<string>(), freshUntil: null } }],
    ["a redirect", { status: 307, headers: { location: "/b" } }],
    ["a failure", { status: 500 }],
  ])("of %s", async (_what, more) => {
    const asked = pages.page("/a");
    nth(0)(rendered("<p>a</p>", more));
    await asked;
    expect(documents.get("/a")).toBeUndefined();
  });
});

test("a page that waits for a script fails rather than show a hole", async () => {
  const asked = pages.page("/a");
  nth(0)(rendered('<template id="B:0"></template>'));
  expect(await textOf(asked)).toBe("failed");
});
