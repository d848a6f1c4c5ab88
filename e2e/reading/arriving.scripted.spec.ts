import AxeBuilder from "@axe-core/playwright";
import { acting, cookiesOf, one } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { here } from "../fixtures/here";
import { expect, test } from "../fixtures/test";
import { threadOf } from "../fixtures/threads";
import { vote } from "../fixtures/voting";

/** A comment with seven answers, of which the last two are folded. */
const folding = () =>
  threadOf({
    "A question.": {},
    ...Object.fromEntries(
      Array.from({ length: 7 }, (_, n) => [`Answer ${n + 1}.`, { under: "A question.", ups: n < 5 ? 9 : 0 }]),
    ),
  });

test("what is one's own in folded replies is shown once they are unfolded, and a vote cast since stays", async ({
  page,
}) => {
  const { piece, ids } = await folding();
  const reader = await one({ published: 5 });
  await acting(reader, (client) => client.put(`/api/v1/comments/${ids["Answer 6."]}/vote`, { data: { value: 1 } }));
  await sql(`UPDATE comments SET "authorId" = $2, "createdAt" = now() WHERE id = $1`, [ids["Answer 7."], reader.id]);
  await page.context().addCookies(cookiesOf(reader));
  const item = (words: string) => page.locator(`#comment-${ids[words]}`);
  const up = (words: string) => item(words).getByRole("button", { name: "Vote up" }).first();
  await Promise.all([page.waitForResponse(/\/viewer$/), page.goto(`/articles/${piece.slug}`)]);
  await vote(page, () => up("A question.").click());
  await expect(up("A question.")).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "2 more replies" }).click();
  await expect(up("Answer 6.")).toHaveAttribute("aria-pressed", "true");
  await expect(up("Answer 7.")).toBeDisabled();
  await expect(item("Answer 7.").getByRole("link", { name: "Edit" })).toBeVisible();
  await expect(item("Answer 7.").getByRole("link", { name: "Report" })).toHaveCount(0);
  await expect(up("A question.")).toHaveAttribute("aria-pressed", "true");
});

test("a vote on a folded reply announces nothing, an answer to it is announced in the thread and leads to itself", async ({
  page,
}) => {
  const { piece, ids } = await folding();
  await Promise.all([page.waitForResponse(/\/stream/), page.goto(`/articles/${piece.slug}`)]);
  const id = await acting(await one({ published: 5 }), async (client) => {
    await client.put(`/api/v1/comments/${ids["Answer 6."]}/vote`, { data: { value: 1 } });
    const data = { body: "To what is folded.", parentId: ids["Answer 7."] };
    return (await (await client.post(`/api/v1/articles/${piece.slug}/comments`, { data })).json()).id;
  });
  await expect(page.getByRole("button", { name: "1 new comment" })).toBeVisible();
  await expect(page.getByRole("button", { name: /new repl/ })).toHaveCount(0);
  await page.getByRole("button", { name: "1 new comment" }).click();
  await expect(page).toHaveURL(`/comments/${id}`);
  await expect(page.getByText("To what is folded.")).toBeVisible();
});

test("fingers have a way to the next new comment", async ({ browser }) => {
  const { piece, add } = await threadOf({ "The first.": { ups: 9 }, "The second.": {} });
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const next = page.getByRole("button", { name: "Next new" });
  const path = `${here().url}/articles/${piece.slug}`;
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(next).toBeHidden();
  await add("New under the first.", { under: "The first." });
  await add("New under the second.", { under: "The second." });
  await expect.poll(async () => (await page.request.get(path)).text()).toContain("New under the second.");
  await page.reload();
  for (const words of ["New under the first.", "New under the second.", "New under the first."]) {
    await next.tap();
    await expect(page.locator("li:has(> article > .c :focus) > article > .c .text")).toHaveText(words);
  }
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await context.close();
});
