import { one } from "../fixtures/crowd";
import { here } from "../fixtures/here";
import { newcomer } from "../fixtures/people";
import { publishedPiece } from "../fixtures/pieces";
import { openInQueue } from "../fixtures/queue";
import { expect, test } from "../fixtures/test";

test("a newcomer answers a piece that nobody has answered, and a moderator lets the answer through", async ({
  page,
  open,
}) => {
  test.setTimeout(90_000);
  const piece = await publishedPiece();
  const address = `/articles/${piece.slug}`;
  const who = newcomer();
  const words = `A bridge has a third price, says ${who.name}.`;

  // From an empty cookie jar, words first.
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "No comments yet." })).toBeVisible();
  await page.getByRole("textbox", { name: "Write a comment" }).fill(words);
  await page.getByRole("button", { name: "Post comment" }).click();

  // Signing up on the way keeps them.
  await expect(page).toHaveURL(/\/articles\/.*\/reply\?draft=/);
  await expect(page.getByRole("textbox", { name: "Write a comment" })).toHaveValue(words);
  await page.getByRole("link", { name: "or open an account" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(who.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill("not an address");
  await page.getByRole("textbox", { name: "Password" }).fill(who.password);
  await page.getByRole("textbox", { name: "E-mail" }).fill(who.email);
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page.getByRole("textbox", { name: "Write a comment" })).toHaveValue(words);
  await page.getByRole("button", { name: "Post comment" }).click();

  // Its writer sees it waiting; nobody else does, on either process.
  await expect(page.getByRole("main")).toContainText("Waiting for a moderator. Only you can see this.");
  await expect(page.getByRole("main")).toContainText(words);
  for (const url of [here().url, here().otherUrl]) {
    for (const other of [await open(undefined, url), await open("reader", url)]) {
      await other.goto(address);
      await expect(other.getByRole("heading", { name: "No comments yet." })).toBeVisible();
      await expect(other.getByRole("main")).not.toContainText(words);
    }
  }

  const moderator = await open("moderator");
  await moderator.goto("/moderation");
  await openInQueue(moderator, who.name);
  await expect(moderator.getByRole("main")).toContainText(words);
  await expect(moderator.getByRole("main")).toContainText("Nothing by this reader has been published yet.");
  const decided = performance.now();
  await moderator.getByRole("button", { name: "Publish", exact: false }).click();

  // Everybody sees it within a second, on both processes.
  await expect
    .poll(
      async () => {
        const pages = await Promise.all(
          [here().url, here().otherUrl].map(async (url) => (await fetch(url + address)).text()),
        );
        return pages.every((html) => html.includes(words));
      },
      { intervals: [50], timeout: 5_000 },
    )
    .toBe(true);
  expect(performance.now() - decided).toBeLessThan(2_500);
  const reader = await open();
  await reader.goto(address);
  await expect(reader.getByRole("heading", { name: "1 comment" })).toBeVisible();
  await expect(reader.getByRole("main")).toContainText(words);
});

test("words that were refused are shown again, with what is wrong with them", async ({ open }) => {
  const piece = await publishedPiece();
  const reader = await open(await one({ published: 5 }));
  await reader.goto(`/articles/${piece.slug}`);
  const words = Array.from({ length: 21 }, (_, number) => `https://example.org/${number}`).join(" ");
  await reader.getByRole("textbox", { name: "Write a comment" }).fill(words);
  await reader.getByRole("button", { name: "Post comment" }).click();
  await expect(reader.getByRole("alert")).toBeVisible();
  await expect(reader.getByRole("textbox", { name: "Write a comment" })).toHaveValue(words);
});
