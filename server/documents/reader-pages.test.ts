import { beforeEach, describe, expect, test, vi } from "vitest";
import { Documents } from "@/server/documents/documents";
import type { Kept } from "@/server/documents/kept-page";
import { ReaderPages } from "@/server/documents/reader-pages";
import type { Rendered } from "@/server/documents/render";

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

const options = () => ({ documents, render, trusted: () => trusted, onStyles: () => undefined });

beforeEach(() => {
  trusted = true;
  renderings = [];
  render.mockClear();
  documents = new Documents({ capacity: 1_000_000, headers: [], now: () => 0 });
  pages = new ReaderPages(options());
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

describe("a page that lags is rendered apart", () => {
  const apart = vi.fn(() => new Promise<Rendered>((resolve) => renderings.push(resolve)));
  let page: Kept;
  beforeEach(async () => {
    apart.mockClear();
    pages = new ReaderPages({ ...options(), renderApart: apart });
    const first = pages.page("/a");
    nth(0)(rendered("<p>old</p>"));
    await first;
    page = documents.get("/a") ?? expect.fail("it was not kept");
    await documents.encoded(page, "br");
    documents.outdate("article:1");
    pages.replace(page);
    await vi.waitUntil(() => apart.mock.calls.length === 1, { timeout: 2_000 });
  });

  test("and compressed as it was before anybody gets it", async () => {
    nth(1)(rendered("<p>new</p>"));
    await vi.waitUntil(() => documents.get("/a") !== page);
    expect(Object.keys(documents.get("/a")?.forms ?? {}).sort()).toEqual(["br", "identity"]);
    expect(render).toHaveBeenCalledTimes(1);
  });

  test("and not kept if what it shows has changed meanwhile", async () => {
    documents.drop("article:1");
    const after = pages.page("/a");
    nth(2)(rendered("<p>newest</p>"));
    nth(1)(rendered("<p>new</p>"));
    expect(await textOf(after)).toBe("<p>newest</p>");
    await vi.waitUntil(() => documents.get("/a") !== undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(documents.get("/a")?.forms.identity.bytes.toString()).toBe("<p>newest</p>");
  });

  test("as it came, if it is a document already", async () => {
    const finished = { waiting: false, styles: ["/a.css"] };
    nth(1)(rendered("<p>new</p><script>ours()</script>", { finished }));
    await vi.waitUntil(() => documents.get("/a") !== page);
    expect(documents.get("/a")?.forms.identity.bytes.toString()).toContain("<script>");
  });
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
