import { acting, cookiesOf, one } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
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

test("an answer to a folded reply is announced in the thread, and leads to it", async ({ page }) => {
  const { piece, ids } = await folding();
  await Promise.all([page.waitForResponse(/\/stream/), page.goto(`/articles/${piece.slug}`)]);
  const id = await acting(await one({ published: 5 }), async (client) => {
    const data = { body: "To what is folded.", parentId: ids["Answer 7."] };
    return (await (await client.post(`/api/v1/articles/${piece.slug}/comments`, { data })).json()).id;
  });
  await page.getByRole("button", { name: "1 new comment" }).click();
  await expect(page).toHaveURL(`/comments/${id}`);
  await expect(page.getByText("To what is folded.")).toBeVisible();
});
