import type { Page } from "@playwright/test";
import { acting, as, one } from "../fixtures/crowd";
import { here } from "../fixtures/here";
import { newcomer, signUp } from "../fixtures/people";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";
import { vote } from "../fixtures/voting";

/** A published comment by somebody known, under a piece of its own. */
async function comment(words: string) {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const somebody = await one({ published: 5 });
  const { id } = await acting(somebody, async (client) => {
    const answer = await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: words } });
    expect(answer.status(), await answer.text()).toBe(201);
    return answer.json();
  });
  return { piece, id: String(id), somebody };
}

const theirs = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words }).first();

test("a reader replies, votes, takes the vote back", async ({ open }) => {
  const words = "The ferry was cheaper.";
  const { piece } = await comment(words);
  const reader = await open(await one({ published: 5 }));
  await reader.goto(`/articles/${piece.slug}`);

  await vote(reader, () => theirs(reader, words).getByRole("button", { name: "Vote up" }).first().click());
  await reader.goto(`/articles/${piece.slug}`);
  await expect(theirs(reader, words)).toContainText(/1\s*point/);

  await theirs(reader, words).getByRole("link", { name: "Reply" }).first().click();
  const reply = `Cheaper for whom? ${piece.slug}`;
  await reader.getByRole("textbox", { name: "Your reply" }).fill(reply);
  await reader.getByRole("button", { name: "Post reply" }).click();
  await expect(reader.getByRole("main")).toContainText(reply);
  const stranger = await open();
  await stranger.goto(`/articles/${piece.slug}`);
  await expect(stranger.getByRole("heading", { name: "2 comments" })).toBeVisible();
  await expect(theirs(stranger, words)).toContainText(reply);
});

test("a reader edits a comment within its time, and withdraws it", async ({ open }) => {
  const { piece } = await comment("The first word.");
  const reader = await open(await one({ published: 5 }));
  await reader.goto(`/articles/${piece.slug}`);
  const words = `I meant the tunnel, ${piece.slug}.`;
  await reader.getByRole("textbox", { name: "Write a comment" }).fill(words);
  await reader.getByRole("button", { name: "Post comment" }).click();
  await expect(theirs(reader, words)).toBeVisible();

  const rows = await (await as(null)).get(`/api/v1/articles/${piece.slug}/comments`);
  const mine = (await rows.json()).items.find(({ body }: { body: string }) => body === words);
  await reader.goto(`/comments/${mine.id}/edit`);
  await reader.getByRole("textbox", { name: "Your comment" }).fill(`${words} Corrected.`);
  await reader.getByRole("button", { name: "Keep the change" }).click();
  await expect(reader.getByRole("main")).toContainText("Corrected.");
  const stranger = await open();
  await stranger.goto(`/articles/${piece.slug}`);
  await expect(theirs(stranger, "Corrected.")).toContainText("edited");

  // Changing twice within three seconds is too fast, and says so.
  await expect(async () => {
    await reader.goto(`/comments/${mine.id}/mine`);
    await reader.getByRole("button", { name: "Withdraw" }).click();
    await expect(reader.getByRole("main")).not.toContainText("Corrected.", { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await stranger.goto(`/articles/${piece.slug}`);
  await expect(stranger.getByRole("main")).not.toContainText("Corrected.");
});

test("somebody who votes without a session is asked to sign in, and comes back", async ({ page }) => {
  const { piece, id } = await comment("Vote on this.");
  const who = await signUp(newcomer());
  await page.goto(`/articles/${piece.slug}`);
  await theirs(page, "Vote on this.").getByRole("button", { name: "Vote up" }).first().click();
  await page.getByRole("link", { name: "Sign in", exact: true }).last().click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(who.email);
  await page.getByRole("textbox", { name: "Password" }).fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`${here().url}/(comments/${id}|articles/${piece.slug})`));
});

test("a closed thread says so, and takes no answer", async ({ page }) => {
  const piece = await publishedPiece({ commentPolicy: "closed" });
  await page.goto(`/articles/${piece.slug}`);
  await expect(page.getByRole("main")).toContainText("Comments on this piece are closed.");
  await expect(page.getByRole("textbox", { name: "Write a comment" })).toHaveCount(0);
});
