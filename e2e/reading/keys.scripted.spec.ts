import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { bushy, threadOf } from "../fixtures/threads";

/** The words of the comment that has the focus. */
const words = (page: Page) =>
  page.locator(":focus").locator("xpath=ancestor::li[1]/article/div/div[contains(@class, 'text')]");

async function press(page: Page, key: string, there: string) {
  await page.keyboard.press(key);
  await expect(words(page), key).toHaveText(there);
}

test("keys alone lead through a thread: next, before, up, close, open", async ({ page }) => {
  const { piece } = await bushy();
  await page.goto(`/articles/${piece.slug}`);
  await press(page, "j", "First branch.");
  await press(page, "j", "Second branch.");
  await press(page, "k", "First branch.");
  await page.keyboard.press("Tab");
  await press(page, "j", "Second branch.");
  await press(page, "j", "Last comment.");
  await page.keyboard.press("j");
  await expect(words(page)).toHaveText("Last comment.");
  await press(page, "k", "Second branch.");
  await page.keyboard.press("c");
  await expect(page.getByText("To the second.")).toBeHidden();
  await page.keyboard.press("c");
  await expect(page.getByText("To the second.")).toBeVisible();
  await page.getByText("Level three.").locator("xpath=ancestor::li[1]").getByRole("link", { name: "Reply" }).focus();
  await press(page, "u", "Level two.");
  await press(page, "j", "Answer 2.");
  await press(page, "u", "First branch.");
});

test("keys are listed, leave fields alone, and are switched off for good", async ({ page }) => {
  const { piece } = await bushy();
  await page.goto(`/articles/${piece.slug}`);
  const box = page.getByRole("textbox", { name: "Write a comment" });
  await box.fill("");
  await box.pressSequentially("jjkc");
  await expect(box).toHaveValue("jjkc");
  await page.getByRole("group").filter({ hasText: "Keys" }).getByText("Keys", { exact: true }).click();
  await expect(page.getByText("next comment on the same level")).toBeVisible();
  await page.getByRole("checkbox", { name: "Use these keys in threads" }).uncheck();
  await page.getByRole("heading", { level: 2 }).first().click();
  await page.keyboard.press("j");
  await expect(page.locator("h3:focus")).toHaveCount(0);
  await page.reload();
  await page.keyboard.press("j");
  await expect(page.locator("h3:focus")).toHaveCount(0);
});

/** An hour goes by before the next page. */
async function anHourLater(page: Page): Promise<void> {
  const visits = await page.evaluate(() => {
    const visits = JSON.parse(localStorage.getItem("rejoinder:visits") ?? "[]");
    const earlier = (ms: number) => ms - 3_600_000;
    for (const visit of visits) Object.assign(visit, { at: earlier(visit.at), since: earlier(visit.since) });
    return JSON.stringify(visits);
  });
  await page.addInitScript((kept) => {
    if (sessionStorage.getItem("back")) return;
    sessionStorage.setItem("back", "yes");
    localStorage.setItem("rejoinder:visits", kept);
  }, visits);
}

test("what was written since the last visit is marked, counted and found; a first visit marks nothing", async ({
  page,
}) => {
  const thread = await bushy();
  const path = `/articles/${thread.piece.slug}`;
  await page.goto(path);
  await expect(page.getByRole("link", { name: /^New\s+comment/ })).toHaveCount(0);
  await expect(page.getByText(/since your last visit/)).toBeHidden();
  await anHourLater(page);
  await thread.add("Newest of all.", { under: "Second branch." });
  await thread.add("New at the top.");
  // A kept page may be a second old.
  await expect.poll(async () => (await page.request.get(path)).text()).toContain("New at the top.");
  await page.goto(path);
  const line = page.getByRole("link", { name: "2 new since your last visit" });
  await expect(line).toBeVisible();
  await expect(page.getByRole("link", { name: /^New\s+comment/ })).toHaveCount(2);
  await line.click();
  await expect(page.locator("li:target > article > .c").first()).toContainText("Newest of all.");
  await page
    .locator("li:target")
    .getByRole("link", { name: /^New\s+comment/ })
    .click();
  await expect(page.locator("li:target > article > .c").first()).toContainText("New at the top.");
  await page.keyboard.press("n");
  await expect(words(page)).toHaveText("Newest of all.");
  await page.keyboard.press("n");
  await expect(words(page)).toHaveText("New at the top.");
  // Coming back at once is the same visit.
  await page.reload();
  await expect(line).toBeVisible();
});

test("a visit before anybody had answered is a visit: the first comment is new at the next", async ({ page }) => {
  const thread = await threadOf({});
  const path = `/articles/${thread.piece.slug}`;
  await page.goto(path);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("rejoinder:visits"))).not.toBeNull();
  await anHourLater(page);
  await thread.add("The first of all.");
  await expect.poll(async () => (await page.request.get(path)).text()).toContain("The first of all.");
  await page.goto(path);
  await expect(page.getByRole("link", { name: "1 new since your last visit" })).toBeVisible();
});

test("ages go on while one looks", async ({ page }) => {
  const thread = await threadOf({ "A while ago.": { ago: 5 } });
  await page.clock.install();
  await page.goto(`/articles/${thread.piece.slug}`);
  const age = page.locator("li[id] time");
  await expect(age).toHaveText(/^5 min/);
  await page.clock.runFor(120_000);
  await expect(age).toHaveText(/^7 min/);
});

test("a link to a comment on another page of the thread leads to it", async ({ page }) => {
  const { piece, ids } = await bushy();
  await page.goto(`/articles/${piece.slug}#comment-${ids["Level five."]}`);
  await expect(page).toHaveURL(`/comments/${ids["Level five."]}`);
  await expect(page.getByText("Level five.")).toBeVisible();
  await page.goto(`/articles/${piece.slug}#comment-${ids["Second branch."]}`);
  await expect(page.locator("li:target > article > .c").first()).toContainText("Second branch.");
  await page.goto(`/articles/${piece.slug}#comment-00000000-0000-4000-8000-000000000000`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(piece.title);
});

test("two hundred replies are unfolded hundred by hundred, none twice", async ({ page }) => {
  const { piece } = await threadOf({
    "A question.": {},
    ...Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`Answer ${n + 1}.`, { under: "A question." }])),
  });
  await page.goto(`/articles/${piece.slug}`);
  await page.getByRole("link", { name: "125 more replies" }).click();
  await page.getByRole("link", { name: "31 more replies" }).click();
  await expect(page.getByText(/^Answer \d+\.$/)).toHaveCount(130);
  await expect(page.getByRole("link", { name: /more repl/i })).toHaveCount(0);
});
