import { acting, one } from "../fixtures/crowd";
import { tabTo } from "../fixtures/keyboard";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

test("somebody without an account reports with the keyboard alone", async ({ page }) => {
  test.setTimeout(90_000);
  const piece = await publishedPiece({ commentPolicy: "open" });
  const id = await acting(await one({ published: 5 }), async (client) => {
    const answer = await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: "She is a fool." } });
    return String((await answer.json()).id);
  });
  await page.goto(`/comments/${id}/report`);
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("textbox", { name: "Why is that so?" }));
  await page.keyboard.insertText("It is about her, not about the bridge.");
  await tabTo(page, page.getByRole("textbox", { name: "Your e-mail address" }));
  await page.keyboard.insertText(`keys-${piece.slug}@example.org`);
  await tabTo(page, page.getByRole("checkbox", { name: /good faith/ }));
  await page.keyboard.press("Space");
  // Sent again while it is younger than the three seconds that a form must be.
  await expect(async () => {
    await tabTo(page, page.getByRole("button", { name: "Send the report" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toContainText("Thank you.", { timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
});

test("an admin takes the report of a period with the keyboard alone", async ({ open }) => {
  const admin = await open("admin");
  await admin.goto("/transparency");
  await tabTo(admin, admin.getByRole("button", { name: "Show this time" }));
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(/from=.+&to=/);
  const coming = admin.waitForEvent("download");
  await tabTo(admin, admin.getByRole("link", { name: "As a table (CSV)" }));
  await admin.keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toMatch(/^transparency-.*\.csv$/);
});
