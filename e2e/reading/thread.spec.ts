import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { bushy, threadOf } from "../fixtures/threads";

const at = (page: Page, id = "") => page.locator(`#comment-${id} > article > .c`);
const summary = (page: Page, id = "") => page.locator(`#comment-${id} > article > details > summary`);

test("headings lead a screen reader through a thread by its levels, names and all", async ({ page }) => {
  const { piece } = await bushy();
  await page.goto(`/articles/${piece.slug}`);
  const thread = page.getByRole("region", { name: /comments$/ });
  await expect(thread.getByRole("heading", { level: 3 })).toHaveCount(3);
  // Five of eight are shown, and one under the second branch.
  await expect(thread.getByRole("heading", { level: 4 })).toHaveCount(6);
  await expect(thread.getByRole("heading", { level: 6 })).toHaveText(/Somebody/);
  await expect(thread.getByRole("article")).toHaveCount(11);
  await expect(thread.getByRole("article").first().getByRole("article")).toHaveCount(7);
});

test("replies are folded after the first five, and what is folded is counted", async ({ page, javaScriptEnabled }) => {
  const { piece, ids } = await bushy();
  await page.goto(`/articles/${piece.slug}`);
  await expect(summary(page, ids["First branch."])).toHaveText("8 replies");
  await expect(page.getByText("Answer 6.")).toHaveCount(0);
  await page.getByRole("link", { name: "3 more replies" }).click();
  await expect(page.getByText("Answer 8.")).toBeVisible();
  if (javaScriptEnabled !== false) {
    await expect(page).toHaveURL(new RegExp(`/articles/${piece.slug}$`));
    await expect(page.getByRole("link", { name: /more repl/ })).toHaveCount(0);
    await expect(page.locator(":focus")).toHaveText(/Somebody/);
    await expect(page.getByRole("heading", { level: 4 })).toHaveCount(9);
  }
});

test("what hangs deeper goes on under an address of its own, and leads back up", async ({ page }) => {
  const { piece, ids } = await bushy();
  await page.goto(`/articles/${piece.slug}`);
  await expect(page.getByText("Level four.")).toHaveCount(0);
  const onward = page.getByRole("link", { name: "Continue this thread" });
  await expect(page.locator(".more").filter({ has: onward })).toContainText("1 reply");
  await onward.click();
  await expect(page).toHaveURL(`/comments/${ids["Level three."]}`);
  await expect(page.getByText("Level five.")).toBeVisible();
  await page.getByRole("link", { name: /^Re / }).first().click();
  await expect(page).toHaveURL(`/comments/${ids["Level two."]}#comment-${ids["Level three."]}`);
  await expect(page.locator("li:target > article > .c").first()).toContainText("Level three.");
});

test("a branch closes and opens, stays closed for the visit, and is skipped", async ({ page, javaScriptEnabled }) => {
  const { piece, ids } = await bushy();
  await page.goto(`/articles/${piece.slug}`);
  await summary(page, ids["First branch."]).click();
  await expect(page.getByText("Answer 1.")).toBeHidden();
  await expect(at(page, ids["First branch."])).toBeVisible();
  if (javaScriptEnabled !== false) {
    await page.reload();
    await expect(page.getByText("Answer 1.")).toBeHidden();
  }
  await summary(page, ids["First branch."]).click();
  await expect(page.getByText("Answer 1.")).toBeVisible();
  await page.locator(`#comment-${ids["First branch."]} > article > details > .next`).getByText("Next comment").click();
  await expect(page.locator("li:target > article > .c").first()).toContainText("Second branch.");
  await page.getByText("To the second.").locator("xpath=ancestor::li[1]").getByRole("link", { name: /^Re / }).click();
  await expect(page.locator("li:target > article > .c").first()).toContainText("Second branch.");
});

test("each order has its own address, and a cursor of another is nothing", async ({ page }) => {
  const { piece } = await threadOf({
    "All agree.": { ups: 50 },
    "Half do.": { ups: 20, downs: 20 },
    "Nobody yet.": {},
  });
  await page.goto(`/articles/${piece.slug}`);
  const order = async () => (await page.locator(".comments > li .text").allTextContents()).map((words) => words.trim());
  expect(await order()).toEqual(["All agree.", "Half do.", "Nobody yet."]);
  await page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: "Disputed" }).click();
  await expect(page).toHaveURL(/sort=controversial/);
  expect(await order()).toEqual(["Half do.", "Nobody yet.", "All agree."]);
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(page).toHaveURL(/sort=newest/);
  const api = `/api/v1/articles/${piece.slug}/comments?limit=1`;
  const { nextCursor } = await (await page.request.get(`${api}&sort=controversial`)).json();
  for (const sort of ["best", "newest", "oldest", "nonsense"]) {
    const answer = await page.request.get(`${api}&sort=${sort}&cursor=${nextCursor}`);
    expect(answer.status(), sort).toBe(400);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
  }
  expect((await page.goto(`/articles/${piece.slug}?sort=best&cursor=${nextCursor}`))?.status()).toBe(404);
  for (const id of ["0", "nonsense", "00000000-0000-0000-0000-000000000000"]) {
    expect((await page.goto(`/comments/${id}`))?.status(), id).toBe(404);
    expect((await page.request.get(`/api/v1/comments/${id}`)).status(), id).toBe(404);
    expect((await page.request.get(`/api/v1/comments/${id}/replies`)).status(), id).toBe(404);
  }
});

test("320 pixels, and a page at 200 %, hold a thread", async ({ page }) => {
  const { piece, ids } = await bushy();
  for (const path of [`/articles/${piece.slug}`, `/comments/${ids["Answer 1."]}`]) {
    await page.goto(path);
    // 1280 px at 200 % are 640 of the page's own.
    for (const width of [320, 360, 640]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${path} at ${width} px`).toBeLessThanOrEqual(width);
    }
  }
});
