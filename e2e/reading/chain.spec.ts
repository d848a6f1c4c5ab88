import { acting } from "../fixtures/crowd";
import { expect, test } from "../fixtures/test";
import { chainOf } from "../fixtures/threads";

test("a chain of 10,000 opens at its top, its middle and its end, as a page and as JSON", async ({ page }) => {
  const { piece, writer, ids } = await chainOf(10_000);
  const [top = "", middle = "", above = "", end = ""] = [ids[0], ids[5_000], ids[9_998], ids[9_999]];
  await page.goto(`/articles/${piece.slug}`);
  await expect(page.getByText("Link 3", { exact: true })).toBeVisible();
  await page.goto(`/comments/${middle}`);
  await expect(page.getByText("Link 5003", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Continue this thread" }).click();
  await expect(page.getByText("Link 5006", { exact: true })).toBeVisible();
  await page.goto(`/comments/${end}`);
  await expect(page.getByText("Link 9999", { exact: true })).toBeVisible();
  for (const path of [
    `articles/${piece.slug}/comments?sort=best`,
    `comments/${top}`,
    `comments/${middle}`,
    `comments/${middle}/replies`,
  ])
    expect((await page.request.get(`/api/v1/${path}`)).status(), path).toBe(200);

  // Its end is withdrawn: what is above it stands.
  await acting(writer, async (client) => {
    const answer = await client.delete(`/api/v1/comments/${end}`);
    expect(answer.status(), await answer.text()).toBeLessThan(300);
  });
  expect((await page.goto(`/comments/${end}`))?.status()).toBe(404);
  await page.goto(`/comments/${above}`);
  await expect(page.getByText("Link 9998", { exact: true })).toBeVisible();
});
