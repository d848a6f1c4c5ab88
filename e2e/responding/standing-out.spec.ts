import type { Page } from "@playwright/test";
import { acting, one } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

/** A piece of the demonstration's author with three comments, oldest first. */
async function answered() {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const comments: { id: string; words: string; by: Awaited<ReturnType<typeof one>> }[] = [];
  for (const words of ["The first answer.", "The second answer.", "The third answer."]) {
    const by = await one({ published: 5 });
    const { id } = await acting(by, async (client) =>
      (await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: words } })).json(),
    );
    comments.push({ id, words, by });
  }
  const [first, second, third] = comments;
  if (first && second && third) return { piece, first, second, third };
  throw new Error("Three comments were posted, and are not there.");
}

const item = (page: Page, id: string) => page.locator(`#comment-${id} > article`);

test("an author picks an answer under their piece: everybody sees it, and it can be taken back", async ({
  open,
  javaScriptEnabled,
}) => {
  const page = await open("author");
  const { piece, second } = await answered();
  const { id } = second;
  if (javaScriptEnabled) {
    await page.goto(`/articles/${piece.slug}`);
    await item(page, id).getByRole("button", { name: "Pick", exact: true }).click();
    await expect(item(page, id).getByRole("button", { name: "Take the pick back" })).toBeFocused();
    await expect(item(page, id)).toContainText("Author’s pick");
  } else {
    await page.goto(`/comments/${id}`);
    await page.getByRole("link", { name: "What you can do with it" }).click();
    await page.getByRole("button", { name: "Pick", exact: true }).click();
    await page.waitForURL(new RegExp(`/articles/${piece.slug}#comment-${id}`));
  }
  const stranger = await open();
  await stranger.goto(`/articles/${piece.slug}`);
  await expect(item(stranger, id)).toContainText("Author’s pick");
  await expect(stranger.getByRole("button", { name: "Pick", exact: true })).toHaveCount(0);

  await page.goto(`/comments/${id}/mine`);
  await page.getByRole("button", { name: "Take the pick back" }).click();
  await page.waitForURL(/#comment-/);
  await stranger.goto(`/articles/${piece.slug}`);
  await expect(item(stranger, id)).not.toContainText("pick");
});

test("one comment stands first whatever the order; pinning another moves the pin", async ({ open }) => {
  const page = await open("author");
  const { piece, second, third } = await answered();
  const topmost = (stranger: Page) => stranger.locator(".comments > li").first();
  const stranger = await open();
  for (const { id, words } of [second, third]) {
    await page.goto(`/comments/${id}/mine`);
    await page.getByRole("button", { name: "Pin", exact: true }).click();
    await page.waitForURL(new RegExp(`/articles/${piece.slug}#comment-${id}`));
    for (const sort of ["best", "newest", "oldest"]) {
      await stranger.goto(`/articles/${piece.slug}?sort=${sort}`);
      await expect(topmost(stranger)).toContainText(words);
      await expect(stranger.getByText("Pinned", { exact: true })).toHaveCount(1);
      await expect(stranger.locator(".comments > li")).toHaveCount(3);
    }
  }
});

test("whoever may not choose is told so, in words", async ({ open }) => {
  const { id } = (await answered()).first;
  const reader = await open(await one({ published: 5 }));
  await reader.goto(`/comments/${id}/mine`);
  await expect(reader.getByRole("heading", { name: "What stands out" })).toHaveCount(0);
  await acting(await one(), async (client) => {
    for (const verb of ["pick", "pin"]) {
      const answer = await client.put(`/api/v1/comments/${id}/${verb}`);
      expect(answer.status()).toBe(403);
      expect((await answer.json()).detail).toContain("Only an author of the piece or an editor");
    }
  });
});

test("somebody whom one ignores is folded in threads, and their answers can be seen all the same", async ({
  open,
  javaScriptEnabled,
}) => {
  const { piece, second } = await answered();
  const { by, words, id } = second;
  const me = await open(await one());
  await me.goto(`/articles/${piece.slug}`);
  await item(me, id).getByRole("heading").getByRole("link").click();
  await me.getByRole("button", { name: "Ignore", exact: true }).click();
  await me.waitForURL(`**/people/${by.handle}/ignore`);
  await expect(me.getByRole("main")).toContainText("You ignore");

  if (javaScriptEnabled) {
    await me.goto(`/people/${by.handle}`);
    await expect(me.getByRole("button", { name: "Stop ignoring" })).toBeVisible();
  }
  await me.goto(`/articles/${piece.slug}`);
  if (javaScriptEnabled) {
    await expect(item(me, id)).toContainText("A comment by somebody whom you ignore.");
    await expect(me.getByText(words)).toBeHidden();
    await item(me, id).getByRole("button", { name: "Show it" }).click();
    await expect(me.getByText(words)).toBeVisible();
    await expect(item(me, id).getByRole("heading").first()).toBeFocused();
  } else {
    await expect(me.getByText(words)).toBeHidden();
    await item(me, id)
      .getByRole("link")
      .filter({ has: me.getByRole("time") })
      .click();
    await me.waitForURL(`**/comments/${id}`);
    await expect(me.getByText(words)).toBeVisible();
  }

  await me.goto("/settings");
  await me.getByRole("button", { name: /^Stop ignoring / }).click();
  await me.waitForURL("**/settings#ignored");
  await expect(me.getByRole("main")).toContainText("Nobody. Where you would rather not read somebody");
  expect(await sql(`SELECT 1 FROM ignores JOIN accounts ON id = "personId" WHERE handle = $1`, [by.handle])).toEqual(
    [],
  );
});
