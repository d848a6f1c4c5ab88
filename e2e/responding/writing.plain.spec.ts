import { cookiesOf, one } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

test("a plain form shows what a comment will look like, with its words kept, and then posts it", async ({ page }) => {
  const [piece, who] = [await publishedPiece({ commentPolicy: "open" }), await one({ published: 5 })];
  await page.context().addCookies(cookiesOf(who));
  await page.goto(`/articles/${piece.slug}`);
  await expect(page.getByRole("toolbar")).toHaveCount(0);
  const box = page.getByRole("textbox", { name: "Write a comment" });
  await box.fill("A **bold** word.");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page).toHaveURL(/reply\?draft=/);
  await expect(page.getByRole("region", { name: "As it will look" }).locator("strong")).toHaveText("bold");
  await expect(box).toHaveValue("A **bold** word.");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await box.fill("A **bolder** word.");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("region", { name: "As it will look" }).locator("strong")).toHaveText("bolder");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page).toHaveURL(new RegExp(`/articles/${piece.slug}#comment-`));
  await expect(page.getByRole("main")).toContainText("A bolder word.");
});

test("a reply is previewed under what it answers; somebody without a session previews too", async ({ page }) => {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const parent = await one({ published: 5 });
  const [row] = await sql<{ id: string }>(
    `INSERT INTO comments (id, "articleId", "authorId", body, html, "bodyHash", status)
     VALUES (gen_random_uuid(), $1, $2, 'Answer me.', '<p>Answer me.</p>', 'x', 'published') RETURNING id::text`,
    [piece.id, parent.id],
  );
  await page.goto(`/articles/${piece.slug}/reply?parent=${row?.id}`);
  await page.getByRole("textbox", { name: "Your reply" }).fill(`Gladly, @${parent.handle}.`);
  await page.getByRole("button", { name: "Preview" }).click();
  const shown = page.getByRole("region", { name: "As it will look" });
  await expect(shown.getByRole("link", { name: `@${parent.handle}` })).toHaveAttribute(
    "href",
    `/people/${parent.handle}`,
  );
  await expect(page.getByRole("main")).toContainText("Answer me.");
  await expect(page.getByRole("textbox", { name: "Your reply" })).toHaveValue(`Gladly, @${parent.handle}.`);
});

test("the words that one answers are quoted by a link, with room under them", async ({ page }) => {
  const [piece, who] = [await publishedPiece({ commentPolicy: "open" }), await one({ published: 5 })];
  const [row] = await sql<{ id: string }>(
    `INSERT INTO comments (id, "articleId", "authorId", body, html, "bodyHash", status)
     VALUES (gen_random_uuid(), $1, $2, E'Quote me.\n\nTwice.', '<p>Quote me.</p><p>Twice.</p>', 'y', 'published') RETURNING id::text`,
    [piece.id, (await one({ published: 5 })).id],
  );
  await page.context().addCookies(cookiesOf(who));
  await page.goto(`/articles/${piece.slug}/reply?parent=${row?.id}`);
  await page.getByRole("link", { name: "Quote these words in your reply" }).click();
  const box = page.getByRole("textbox", { name: "Your reply" });
  await expect(box).toHaveValue("> Quote me.\n>\n> Twice.\n\n");
  await box.fill(`${await box.inputValue()}Gladly.`);
  await page.getByRole("button", { name: "Post reply" }).click();
  await expect(page).toHaveURL(/#comment-/);
  await expect(page.getByRole("main").getByText("Gladly.")).toBeVisible();
  await expect(page.locator("blockquote")).toHaveText("Quote me. Twice.");
});

test("changed words are previewed; after the time for changes they are refused, and kept", async ({ page }) => {
  const [piece, who] = [await publishedPiece({ commentPolicy: "open" }), await one({ published: 5 })];
  await page.context().addCookies(cookiesOf(who));
  await page.goto(`/articles/${piece.slug}`);
  await page.getByRole("textbox", { name: "Write a comment" }).fill("The first word.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page).toHaveURL(/#comment-/);
  const id = page.url().split("#comment-")[1] ?? "";
  await page.goto(`/comments/${id}/edit`);
  const words = page.getByRole("textbox", { name: "Your comment" });
  await words.fill("The *last* word.");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("region", { name: "As it will look" }).locator("em")).toHaveText("last");
  await expect(words).toHaveValue("The *last* word.");
  await sql(`UPDATE comments SET "createdAt" = now() - interval '2 days' WHERE id = $1`, [id]);
  await page.getByRole("button", { name: "Keep the change" }).click();
  await expect(page.getByRole("alert").first()).toContainText("The time for changes to this comment is over.");
  await expect(words).toHaveValue("The *last* word.");
});

test("a change that is sent as somebody else is refused, and its words are given back", async ({ page }) => {
  const [piece, who, another] = [
    await publishedPiece({ commentPolicy: "open" }),
    await one({ published: 5 }),
    await one({ published: 5 }),
  ];
  await page.context().addCookies(cookiesOf(who));
  await page.goto(`/articles/${piece.slug}`);
  await page.getByRole("textbox", { name: "Write a comment" }).fill("The first word.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page).toHaveURL(/#comment-/);
  await page.goto(`/comments/${page.url().split("#comment-")[1]}/edit`);
  await page.getByRole("textbox", { name: "Your comment" }).fill("Words of mine.");
  await page.context().addCookies(cookiesOf(another));
  await page.getByRole("button", { name: "Keep the change" }).click();
  await expect(page.getByRole("alert")).toContainText("somebody else");
  await expect(page.getByRole("textbox", { name: "Your comment" })).toHaveValue("Words of mine.");
});

test("what was just posted is withdrawn from its own page, and may be posted again", async ({ page }) => {
  const [piece, who] = [await publishedPiece({ commentPolicy: "open" }), await one({ published: 5 })];
  await page.context().addCookies(cookiesOf(who));
  const words = `Once more, ${piece.slug}.`;
  for (const time of ["the first", "the second"]) {
    await page.goto(`/articles/${piece.slug}`);
    await page.getByRole("textbox", { name: "Write a comment" }).fill(words);
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page, time).toHaveURL(/#comment-/);
    if (time === "the second") break;
    await page.goto(`/comments/${page.url().split("#comment-")[1]}/mine`);
    await page.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByRole("main")).not.toContainText(words);
  }
  await expect(page.getByRole("main")).toContainText(words);
});
