import { here } from "../fixtures/here";
import { clientOf } from "../fixtures/people";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

test("an author writes a piece, previews and publishes it, and it stands on the front page of both processes", async ({
  open,
}, { project }) => {
  test.setTimeout(90_000);
  const author = await open("author");
  const title = `What the ferryman knew, ${project.name} ${Date.now()}`;
  await author.goto("/admin");
  await author.getByRole("textbox", { name: "Headline" }).fill(title);
  await author.getByRole("button", { name: "Begin a piece" }).click();
  await expect(author).toHaveURL(/\/admin\/articles\/[^?]+/);
  await expect(author.getByRole("textbox", { name: "Headline" })).toHaveValue(title);
  await author.getByRole("textbox", { name: "Standfirst" }).fill("A bridge came, and he stayed.");
  await author
    .getByRole("textbox", { name: "Text" })
    .fill("## The toll\n\nIt was *paid* at the gate.\n\n> Nobody asked me.\n");
  await author.getByRole("button", { name: "Preview", exact: true }).first().click();
  await expect(author.getByRole("heading", { name: "The toll" })).toBeVisible();
  await author.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(author.getByRole("main")).toContainText("Published.");

  for (const url of [here().url, here().otherUrl]) {
    await expect
      .poll(async () => (await (await fetch(`${url}/`)).text()).includes(title), { timeout: 1_500, intervals: [50] })
      .toBe(true);
  }
  const reader = await open();
  await reader.goto("/");
  await reader.getByRole("main").getByRole("link", { name: title }).first().click();
  await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(reader.getByRole("heading", { level: 2, name: "The toll" })).toBeVisible();
  await expect(reader.getByRole("heading", { name: "No comments yet." })).toBeVisible();
});

test("an editor who saves second is shown what was saved first, and loses no word", async ({ open }) => {
  const piece = await publishedPiece();
  const editor = await open("editor");
  await editor.goto(`/admin/articles/${piece.id}`);
  const words = "Words of the second editor, who read the first version.";
  const other = await clientOf("admin");
  const saved = await other.patch(`/api/v1/admin/articles/${piece.id}`, {
    data: { body: "Words of the first editor.", revision: 1 },
  });
  expect(saved.status(), await saved.text()).toBe(200);

  await editor.getByRole("textbox", { name: "Text" }).fill(words);
  await editor.getByRole("button", { name: "Save the changes" }).click();
  await expect(editor.getByRole("main")).toContainText("Somebody else saved first.");
  await expect(editor.getByRole("textbox", { name: "Text" })).toHaveValue(words);
  await expect(editor.getByRole("main")).toContainText("Words of the first editor.");
  await editor.getByRole("button", { name: "Save the changes" }).click();
  await expect(editor.getByRole("main")).toContainText("Saved.");
  const article = await (await clientOf("editor")).get(`/api/v1/admin/articles/${piece.id}`);
  expect((await article.json()).body).toContain(words);
});

test("a piece that was taken back answers 404, and keeps its address for later", async ({ open, request }) => {
  const piece = await publishedPiece();
  const author = await open("author");
  await author.goto(`/admin/articles/${piece.id}`);
  await author.getByRole("group").filter({ hasText: "Schedule, take back, put away" }).click();
  await author.getByRole("button", { name: "Take back" }).click();
  await expect(author.getByRole("main")).toContainText("Taken back to the drafts.");
  expect((await request.get(`/articles/${piece.slug}`)).status()).toBe(404);
});

test("the authors' desk is not for readers, and asks strangers to sign in", async ({ page, open }) => {
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin/);
  const reader = await open("reader");
  await reader.goto("/admin");
  await expect(reader.getByRole("main")).toContainText("This room is for authors");
});
