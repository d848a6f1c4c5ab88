import { acting, one } from "../fixtures/crowd";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

test("the thread is whole, and shows nothing of what is announced to others", async ({ page }) => {
  const { slug } = await publishedPiece({ commentPolicy: "open" });
  await acting(await one({ published: 5 }), async (client) => {
    const answer = await client.post(`/api/v1/articles/${slug}/comments`, { data: { body: "The first word." } });
    expect(answer.status()).toBe(201);
  });
  await page.goto(`/articles/${slug}`);
  await expect(page.getByRole("listitem").filter({ hasText: "The first word." })).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause" })).toBeHidden();
  await expect(page.getByText("New comments are announced here.")).toBeHidden();
});
