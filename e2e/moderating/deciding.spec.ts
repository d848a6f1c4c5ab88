import { acting, one } from "../fixtures/crowd";
import { publishedPiece } from "../fixtures/pieces";
import { openInQueue } from "../fixtures/queue";
import { expect, test } from "../fixtures/test";

async function publishedComment(words: string) {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const writer = await one({ published: 5 });
  const { id } = await acting(writer, async (client) => {
    const answer = await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: words } });
    expect(answer.status(), await answer.text()).toBe(201);
    return answer.json();
  });
  return { piece, id: String(id), writer };
}

test("a reader reports a comment, a moderator removes it with a reason, the reply under it stands", async ({
  open,
}) => {
  test.setTimeout(90_000);
  const words = `You know nothing of bridges, ${Date.now()}.`;
  const { piece, id } = await publishedComment(words);
  const reply = `I built one, ${Date.now()}.`;
  await acting(await one({ published: 5 }), async (client) => {
    await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: reply, parentId: id } });
  });

  const reader = await open("reader");
  await reader.goto(`/articles/${piece.slug}`);
  await reader
    .getByRole("listitem")
    .filter({ hasText: words })
    .first()
    .getByRole("link", { name: "Report" })
    .first()
    .click();
  await reader.getByRole("radio", { name: "Personal attack" }).check();
  await reader.getByRole("textbox", { name: /In your words/ }).fill("It is about the writer, not the bridge.");
  await reader.getByRole("button", { name: "Send the report" }).click();
  await expect(reader.getByRole("main")).toContainText("A moderator will read the comment and your report.");

  const moderator = await open("moderator");
  await moderator.goto(`/moderation?status=reported`);
  await openInQueue(moderator, words);
  await expect(moderator.getByRole("main")).toContainText("It is about the writer, not the bridge.");
  await moderator.getByRole("radio", { name: "Personal attack" }).check();
  await moderator.getByRole("button", { name: "Remove" }).click();
  await expect
    .poll(async () =>
      acting(null, async (client) => (await (await client.get(`/articles/${piece.slug}`)).text()).includes(words)),
    )
    .toBe(false);

  const stranger = await open();
  await stranger.goto(`/articles/${piece.slug}`);
  await expect(stranger.getByRole("main")).toContainText("Removed by a moderator");
  await expect(stranger.getByRole("main")).toContainText(reply);
  await moderator.goto("/moderation/log");
  await expect(moderator.getByRole("row").nth(1)).toContainText("Personal attack");
});

test("a decision on words that changed meanwhile is refused, and says so", async ({ open }) => {
  const piece = await publishedPiece();
  const writer = await one();
  const words = `A first comment, ${Date.now()}.`;
  const { id } = await acting(writer, async (client) =>
    (await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: words } })).json(),
  );
  const moderator = await open("moderator");
  await moderator.goto("/moderation");
  await openInQueue(moderator, words);
  await expect(moderator.getByRole("button", { name: "Publish" })).toBeVisible();
  await expect(moderator.getByRole("main")).toContainText(words);
  await acting(writer, async (client) => {
    const edited = await client.patch(`/api/v1/comments/${id}`, { data: { body: `${words} And an advertisement.` } });
    expect(edited.status(), await edited.text()).toBe(200);
  });
  await moderator.getByRole("button", { name: "Publish" }).click();
  await expect(moderator.getByRole("alert").filter({ hasText: "Not decided." })).toBeVisible();
});

test("the queue is not for readers", async ({ open }) => {
  const reader = await open("reader");
  await reader.goto("/moderation");
  await expect(reader.getByRole("main")).toContainText("For moderators");
  await expect(reader.getByRole("button", { name: "Publish" })).toHaveCount(0);
});

test("a suspended reader reads and does not write", async ({ page }) => {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const suspended = await one({ status: "suspended", published: 5 });
  await acting(suspended, async (client) => {
    const answer = await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: "Still here." } });
    expect(answer.status()).toBe(403);
  });
  await page.goto(`/articles/${piece.slug}`);
  await expect(page.getByRole("main")).not.toContainText("Still here.");
});
