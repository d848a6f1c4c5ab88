import type { Page } from "@playwright/test";
import { acting, cookiesOf, one } from "../fixtures/crowd";
import { clientOf } from "../fixtures/people";
import { expect, test } from "../fixtures/test";
import { type Thread, threadOf } from "../fixtures/threads";

async function arrive(page: Page, { piece }: Thread, query = "") {
  await page.context().addCookies(cookiesOf(await one({ published: 5 })));
  await Promise.all([page.waitForResponse(/\/stream/), page.goto(`/articles/${piece.slug}${query}`)]);
}

const item = (page: Page, { ids }: Thread, words: string) => page.locator(`#comment-${ids[words]}`);
const countUnder = (page: Page, thread: Thread, words: string) =>
  item(page, thread, words).locator("xpath=article/details/summary");

async function answer(page: Page, thread: Thread, words: string, reply: string) {
  await item(page, thread, words).getByRole("link", { name: "Reply" }).first().click();
  await page.getByRole("textbox", { name: "Your reply" }).fill(reply);
  await page.getByRole("button", { name: "Post reply" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Posted." })).toBeVisible();
}

async function say(page: Page, words: string) {
  await page.getByRole("textbox", { name: "Write a comment" }).fill(words);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Posted." })).toBeVisible();
}

test("one's own reply is counted, the first one too, and undone it is not", async ({ page }) => {
  const thread = await threadOf({ "Answered.": {}, "An answer.": { under: "Answered." }, "Not answered.": {} });
  await arrive(page, thread);
  const undo = page.getByRole("button", { name: "Undo" });
  await answer(page, thread, "Answered.", "Another answer.");
  await expect(countUnder(page, thread, "Answered.")).toHaveText("2 replies");
  await undo.click();
  await expect(countUnder(page, thread, "Answered.")).toHaveText("1 reply");
  await item(page, thread, "Answered.").getByRole("link", { name: "Reply" }).first().click();
  await answer(page, thread, "Not answered.", "The first answer.");
  await expect(countUnder(page, thread, "Not answered.")).toHaveText("1 reply");
  await undo.click();
  await expect(countUnder(page, thread, "Not answered.")).toHaveCount(0);
});

test("what others answer is counted before it is let in", async ({ page }) => {
  const thread = await threadOf({ "Answered.": {}, "An answer.": { under: "Answered." } });
  await arrive(page, thread);
  await acting(await one({ published: 5 }), (client) =>
    client.post(`/api/v1/articles/${thread.piece.slug}/comments`, {
      data: { body: "Another answer.", parentId: thread.ids["Answered."] },
    }),
  );
  await expect(countUnder(page, thread, "Answered.")).toHaveText("2 replies");
  await page.getByRole("button", { name: "1 new reply" }).click();
  await expect(page.getByText("Another answer.")).toBeVisible();
  await expect(countUnder(page, thread, "Answered.")).toHaveText("2 replies");
});

test("a new comment stands under the pinned one, and last where the oldest come first", async ({ page }) => {
  const thread = await threadOf({ "Pinned.": {}, "Another.": {} });
  const editor = await clientOf("editor");
  await editor.post(`/api/v1/comments/${thread.ids["Pinned."]}/pin`, { data: { value: 1 } });
  await arrive(page, thread);
  const order = page.locator("ol.comments > li .text");
  await say(page, "Under it.");
  await expect(order).toHaveText(["Pinned.", "Under it.", "Another."]);
  await arrive(page, thread, "?sort=oldest");
  await expect(order).toHaveText(["Pinned.", "Another.", "Under it."]);
  await say(page, "At the end.");
  await expect(order).toHaveText(["Pinned.", "Another.", "Under it.", "At the end."]);
});
