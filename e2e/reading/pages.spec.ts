import { gzipSync } from "node:zlib";
import { acting, as } from "../fixtures/crowd";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

test("the front page leads to a piece, the piece to its author, the author to more pieces", async ({ page }) => {
  await page.goto("/");
  const headline = page.getByRole("main").getByRole("heading", { level: 2 }).first();
  const title = ((await headline.textContent()) ?? "").trim();
  await headline.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.getByRole("heading", { name: /^The authors?$/ })).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Everything by/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/authors\//);
  await expect(page.getByRole("main").getByRole("link", { name: title }).first()).toBeVisible();
});

test("one piece of the demonstration has no comments yet", async ({ page }) => {
  const { items } = await acting(null, async (client) => (await client.get("/api/v1/articles?limit=100")).json());
  expect(items).toHaveLength(await items.length);
  const quiet = items.filter(
    ({ commentCount, slug }: { commentCount: number; slug: string }) =>
      commentCount === 0 && !/^(on-bridges|world)/.test(slug),
  );
  expect(quiet.length).toBeGreaterThan(0);
  await page.goto(`/articles/${quiet.at(-1).slug}`);
  await expect(page.getByRole("heading", { name: "No comments yet." })).toBeVisible();
});

test("a piece in Arabic runs from right to left", async ({ page }) => {
  const piece = await publishedPiece({
    title: "الجسر يُدفع ثمنه مرتين",
    body: "يدفع العابرون الثمن مرتين.\n\nومرة ثالثة.",
    lang: "ar",
  });
  await page.goto(`/articles/${piece.slug}`);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveCSS("direction", "rtl");
  await expect(page.getByRole("main").getByRole("paragraph").filter({ hasText: "ثالثة" })).toHaveCSS(
    "direction",
    "rtl",
  );
});

test("search finds a piece by its words, in Japanese too", async ({ page }) => {
  const piece = await publishedPiece({
    title: `橋の値段を誰が払うか ${Date.now()}`,
    body: "通行料と渡し船の話。",
    lang: "ja",
  });
  for (const words of ["渡し船", piece.title]) {
    await page.goto("/search");
    await page.getByRole("searchbox", { name: "Words to look for" }).fill(words);
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("main").getByRole("link", { name: piece.title })).toBeVisible();
  }
});

test("an address with nothing behind it says so, with 404 and the same policy", async ({ page }) => {
  for (const path of [
    "/articles/there-is-no-such-piece",
    "/authors/nobody-here",
    "/tags/nothing",
    "/comments/no-id",
    "/no/such/place",
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    expect(answer?.headers()["content-security-policy"], path).toContain("script-src 'self'");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address.");
    await expect(page.getByRole("main").getByRole("link", { name: "The front page" })).toBeVisible();
  }
});

test("reader pages carry one module of ours, at most 20 KB compressed, and nothing inline but JSON-LD", async () => {
  const client = await as(null);
  const { items } = await (await client.get("/api/v1/articles?limit=20")).json();
  const answered = items.find(({ commentCount }: { commentCount: number }) => commentCount > 0);
  const thread = await (await client.get(`/api/v1/articles/${answered.slug}/comments?limit=1`)).json();
  const [{ id, author }] = thread.items;
  const paths = [
    "/",
    "/search",
    "/sign-in",
    "/sign-up",
    `/comments/${id}`,
    `/comments/${id}/report`,
    `/people/${author.handle}`,
    `/authors/${answered.authors[0].handle}`,
    `/articles/${answered.slug}/reply`,
    ...items.map(({ slug }: { slug: string }) => `/articles/${slug}`),
  ];
  const modules = new Set<string>();
  for (const path of paths) {
    const html = await (await client.get(path)).text();
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes ?? "");
    for (const attributes of scripts) {
      expect(attributes, path).toMatch(
        /type="application\/ld\+json"|type="module"[^>]*src="\/elements\/|src="\/elements\/[^>]*type="module"/,
      );
    }
    const sources = scripts.flatMap((attributes) => /src="([^"]+)"/.exec(attributes)?.[1] ?? []);
    expect(sources, path).toHaveLength(1);
    for (const source of sources) modules.add(source);
    expect(html, path).not.toMatch(/<style\b|<[^>]+\s(?:style|on\w+)=/i);
  }
  expect(modules.size).toBe(1);
  for (const source of modules) {
    const code = await (await client.get(source)).body();
    expect(code.toString()).not.toMatch(/\bimport\s*\(|\bfrom\s*["']\.?\//);
    expect(gzipSync(code).length).toBeLessThanOrEqual(20 * 1024);
  }
});
