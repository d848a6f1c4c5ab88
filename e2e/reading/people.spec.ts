import { acting, as, one } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

async function said(words: string, piece: { slug: string }, by: Awaited<ReturnType<typeof one>>) {
  return acting(by, async (client) =>
    (await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: words } })).json(),
  );
}

test("a name leads to a page with what the person said, and each of it to its place", async ({ page }) => {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const ben = await one({ published: 5 });
  const { id } = await said("The ferry was cheaper.", piece, ben);
  await page.goto(`/articles/${piece.slug}`);
  await page.locator(`#comment-${id}`).getByRole("heading").getByRole("link").click();
  await page.waitForURL(`**/people/${ben.handle}`);
  const words = page.getByRole("article").filter({ hasText: "The ferry was cheaper." });
  await expect(page.getByRole("main")).toContainText("1 comment");
  await words.getByRole("link", { name: piece.title }).click();
  await page.waitForURL(`**/articles/${piece.slug}#comment-${id}`);
});

test("the page is up to date with what somebody says, changes and takes back", async ({ page }) => {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const ben = await one({ published: 5 });
  const reads = () => page.goto(`/people/${ben.handle}`);
  await reads();
  await expect(page.getByRole("main")).toContainText("No comments");
  const { id } = await said("I paid eleven pounds.", piece, ben);
  await reads();
  await expect(page.getByRole("main")).toContainText("I paid eleven pounds.");
  await acting(ben, (client) => client.delete(`/api/v1/comments/${id}`));
  await reads();
  await expect(page.getByRole("main")).not.toContainText("I paid eleven pounds.");
  await acting(ben, (client) => client.patch("/api/v1/viewer", { data: { bio: "Counts bridges." } }));
  await reads();
  await expect(page.getByRole("main")).toContainText("Counts bridges.");
});

test("an old handle leads to the new one, on the page and in the API", async ({ page }) => {
  const ben = await one();
  const handle = `${ben.handle.slice(0, 20)}-new`;
  await acting(ben, async (client) => {
    expect((await client.patch("/api/v1/viewer", { data: { handle } })).status()).toBe(200);
  });
  await page.goto(`/people/${ben.handle}`);
  await page.waitForURL(`**/people/${handle}`);
  const stranger = await as(null);
  for (const list of ["", "/comments"]) {
    const moved = await stranger.get(`/api/v1/people/${ben.handle}${list}`);
    expect([moved.status(), moved.headers().location]).toEqual([308, `/api/v1/people/${handle}${list}`]);
  }
});

test("a banned person's page says little, nobody's is not there", async ({ page }) => {
  const ben = await one({ status: "banned" });
  await sql(`UPDATE accounts SET bio = 'A biography.' WHERE id = $1`, [ben.id]);
  const answer = await page.goto(`/people/${ben.handle}`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("main")).toContainText("This account was banned by the moderators.");
  await expect(page.getByRole("main")).not.toContainText("A biography.");
  expect((await page.goto("/people/nobody-of-that-name"))?.status()).toBe(404);
});

test("only whoever writes here is offered to search engines", async ({ page }) => {
  const robots = page.locator('meta[name="robots"]');
  const [author] = await sql<{ handle: string }>(
    `SELECT handle FROM accounts JOIN article_authors ON "accountId" = id LIMIT 1`,
  );
  await page.goto(`/people/${author?.handle}`);
  await expect(robots).toHaveCount(0);
  expect(await page.locator('script[type="application/ld+json"]').textContent()).toContain('"@type":"ProfilePage"');
  await page.goto(`/people/${(await one()).handle}`);
  await expect(robots).toHaveAttribute("content", /noindex/);
});

test("a face is drawn from the handle, by ourselves, and cannot act", async ({ page }) => {
  const ben = await one();
  await page.goto(`/people/${ben.handle}`);
  await expect(page.locator(".profile img")).toHaveAttribute("src", `/avatars/${ben.handle}.svg`);
  const stranger = await as(null);
  const face = await stranger.get(`/avatars/${ben.handle}.svg`);
  expect(face.status()).toBe(200);
  expect(face.headers()).toMatchObject({
    "content-type": "image/svg+xml",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect(await (await stranger.get(`/avatars/${ben.handle}.svg`)).text()).toBe(await face.text());
  for (const odd of ["A", "..%2fx", "x".repeat(31), "%3Cscript%3E", "a.b"])
    expect((await stranger.get(`/avatars/${odd}.svg`)).status(), odd).toBe(404);
});

test("what a person said is paged by the API, without a gap or a repetition", async () => {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const ben = await one({ published: 5 });
  await sql(
    `INSERT INTO comments (id, "articleId", "authorId", body, html, "bodyHash", status, "createdAt")
     SELECT gen_random_uuid(), $1, $2, 'Words ' || n, '<p>Words ' || n || '</p>', n::text, 'published', now() - make_interval(mins => n / 2)
     FROM generate_series(1, 25) n`,
    [piece.id, ben.id],
  );
  const stranger = await as(null);
  const seen: string[] = [];
  let cursor = "";
  do {
    const answer = await stranger.get(`/api/v1/people/${ben.handle}/comments?limit=10${cursor && `&cursor=${cursor}`}`);
    const { items, nextCursor } = await answer.json();
    seen.push(...items.map(({ id }: { id: string }) => id));
    cursor = nextCursor ?? "";
  } while (cursor);
  expect(new Set(seen).size).toBe(25);
  expect(seen).toHaveLength(25);
  expect(await (await stranger.get(`/api/v1/people/${ben.handle}`)).json()).toMatchObject({
    commentCount: 25,
    articleCount: 0,
  });
  expect((await stranger.get(`/api/v1/people/${ben.handle}/comments?cursor=forged`)).status()).toBe(400);
});
