import type { Page } from "@playwright/test";
import { acting, one } from "../fixtures/crowd";
import { tabTo } from "../fixtures/keyboard";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";
import { vote } from "../fixtures/voting";

const words = "The ferry was cheaper, and it ran at night.";

async function commented() {
  const piece = await publishedPiece({ commentPolicy: "open" });
  await acting(await one({ published: 5 }), async (client) => {
    const answer = await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: words } });
    expect(answer.status()).toBe(201);
  });
  return piece;
}

const theirs = (page: Page) => page.getByRole("listitem").filter({ hasText: words }).first();

test("a vote is cast with the keyboard alone, and the last one counts", async ({ open }) => {
  const piece = await commented();
  const page = await open(await one({ published: 5 }));
  for (const [name, key, score] of [
    ["Vote up", "Enter", /1\s*point/],
    ["Vote down", "Space", /-1\s*point/],
  ] as const) {
    await page.goto(`/articles/${piece.slug}`);
    await tabTo(page, theirs(page).getByRole("button", { name }));
    await vote(page, () => page.keyboard.press(key));
    await page.goto(`/articles/${piece.slug}`);
    await expect(theirs(page)).toContainText(score);
  }
});

test("a comment is reported with the keyboard alone", async ({ open }) => {
  const piece = await commented();
  const page = await open(await one({ published: 5 }));
  await page.goto(`/articles/${piece.slug}`);
  await tabTo(page, theirs(page).getByRole("link", { name: "Report" }));
  await page.keyboard.press("Enter");
  const first = page.getByRole("radio").first();
  await tabTo(page, first);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await tabTo(page, page.getByRole("textbox"));
  await page.keyboard.type("It advertises a ferry.");
  await tabTo(page, page.getByRole("button", { name: "Send the report" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Thank you.")).toBeVisible();
});
