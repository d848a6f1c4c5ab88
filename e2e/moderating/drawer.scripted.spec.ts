import AxeBuilder from "@axe-core/playwright";
import { acting, one } from "../fixtures/crowd";
import { publishedPiece } from "../fixtures/pieces";
import { openInQueue } from "../fixtures/queue";
import { expect, test } from "../fixtures/test";

test("the drawer beside the queue: a measure is taken, one is refused with its words, and the queue stands as it was", async ({
  open,
}) => {
  const reader = await one();
  const words = `The ferry again, ${Date.now()}.`;
  const { slug } = await publishedPiece();
  await acting(reader, async (client) => client.post(`/api/v1/articles/${slug}/comments`, { data: { body: words } }));
  const page = await open("moderator");
  await page.goto("/moderation?status=pending");
  await openInQueue(page, words);
  const address = page.url();
  const link = page.getByRole("link", { name: "Record and measures" });
  await link.click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("heading", { name: "Record", exact: true })).toBeVisible();
  await expect(drawer).toContainText("New: first comments wait");
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);

  await drawer.getByRole("radio", { name: /^Warn/ }).check();
  await drawer.getByRole("combobox", { name: "Reason" }).selectOption({ label: "Advertising" });
  await drawer.getByLabel("Until the end of").fill("2031-03-14");
  await drawer.getByRole("textbox", { name: "What they are told" }).fill("No ferries here.");
  await drawer.getByRole("button", { name: "Take the measure" }).click();
  await expect(drawer.getByRole("alert")).toContainText("That was not taken.");
  await expect(drawer.getByRole("textbox", { name: "What they are told" })).toHaveValue("No ferries here.");
  await drawer.getByLabel("Until the end of").fill("");
  await drawer.getByRole("button", { name: "Take the measure" }).click();
  await expect(drawer).toContainText("The measure is in force");
  await expect(drawer).toContainText("Warning: Advertising");

  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(link).toBeFocused();
  expect(page.url()).toBe(address);
  await expect(page.getByRole("main")).toContainText(words);
});
