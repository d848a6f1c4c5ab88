import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { exportShape } from "../../lib/notifications/export-shape";
import { sql } from "../fixtures/database";
import { here } from "../fixtures/here";
import { emailOf, newcomer, signUp } from "../fixtures/people";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

type Choice = "under your name" | "without your name" | "Their text is erased";

/** Somebody with a comment that another has answered. */
async function talker() {
  const { slug } = await publishedPiece({ commentPolicy: "open" });
  const who = await signUp(newcomer());
  const path = `/api/v1/articles/${slug}/comments`;
  const words = `What I said myself, ${who.name}.`;
  const said = await (await who.client.post(path, { data: { body: words } })).json();
  const other = await signUp(newcomer());
  const answer = `An answer to ${who.name}.`;
  expect((await other.client.post(path, { data: { body: answer, parentId: said.id } })).status()).toBe(201);
  return { ...who, slug, id: said.id as string, words, answer };
}

async function close(page: Page, choice: Choice, password: string): Promise<void> {
  await page.goto("/settings");
  const form = page.getByRole("region", { name: "Close your account" });
  await form.getByRole("radio", { name: choice }).check();
  await form.getByRole("textbox", { name: "Current password" }).fill(password);
  await form.getByRole("button", { name: "Close the account" }).click();
}

test("everything that is mine comes as one file", async ({ open }) => {
  const me = await talker();
  const page = await open({ state: me.state });
  await page.goto("/settings");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the file" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^rejoinder-.+\.json$/);
  const mine = exportShape.parse(JSON.parse(readFileSync(await file.path(), "utf8")));
  expect(mine).toMatchObject({ account: { name: me.name, email: me.email }, comments: [{ body: me.words }] });
});

test("leaving, one's words stay under one's name", async ({ open, page }) => {
  const me = await talker();
  const own = await open({ state: me.state });
  await close(own, "under your name", me.password);
  await expect(own.getByRole("heading", { level: 1 })).toHaveText("Your account is closed.");
  await expect(own.getByRole("main")).toContainText("Your comments stand under your name.");
  await page.goto(`/articles/${me.slug}`);
  await expect(page.getByRole("main")).toContainText(me.words);
  await expect(page.getByRole("main")).toContainText(me.name);
});

test("leaving without one's name, one's words stay", async ({ open, page }) => {
  const me = await talker();
  const own = await open({ state: me.state });
  await close(own, "without your name", me.password);
  await expect(own.getByRole("main")).toContainText("Your comments stand without your name.");
  await page.goto(`/articles/${me.slug}`);
  await expect(page.locator(`#comment-${me.id}`)).toContainText(me.words);
  await expect(page.locator(`#comment-${me.id}`)).toContainText("A former reader");
});

test("leaving with one's words, the answers of others stand, and nobody signs in there again", async ({
  open,
  page,
}) => {
  const me = await talker();
  const [own, elsewhere] = [await open({ state: me.state }), await open({ state: me.state }, here().otherUrl)];
  await elsewhere.goto("/settings");
  await close(own, "Their text is erased", me.password);
  await expect(own.getByRole("main")).toContainText("Your comments are erased.");

  await page.goto(`/articles/${me.slug}`);
  await expect(page.getByRole("main")).toContainText(me.answer);
  await expect(page.getByRole("main")).not.toContainText(me.words);
  await elsewhere.goto("/settings");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail" }).fill(me.email);
  await page.getByRole("textbox", { name: "Password" }).fill(me.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main")).toContainText("That did not match.");
  // The address is free, and what comes of it has nothing to do with who was there.
  const again = await signUp({ ...newcomer(), email: me.email });
  expect((await (await again.client.get("/api/v1/viewer/export")).json()).comments).toEqual([]);
});

test("a wrong password closes nothing, and the choice is still there", async ({ open }) => {
  const me = await talker();
  const own = await open({ state: me.state });
  await close(own, "Their text is erased", "not the password at all");
  const form = own.getByRole("region", { name: "Close your account" });
  await expect(form).toContainText("This is not your current password.");
  await expect(form.getByRole("radio", { name: "Their text is erased" })).toBeChecked();
  expect(await sql(`SELECT status FROM accounts WHERE email = $1`, [me.email])).toEqual([{ status: "active" }]);
});

test("an author whose name stands over pieces is told what to do first", async ({ open }) => {
  await publishedPiece();
  const author = await open("author");
  await close(author, "without your name", here().password);
  const form = author.getByRole("region", { name: "Close your account" });
  await expect(form).toContainText("ask an editor to change who wrote");
  expect(await sql(`SELECT status FROM accounts WHERE email = $1`, [emailOf("author")])).toEqual([
    { status: "active" },
  ]);
});

test("staff see that an account is closed, and cannot open it", async ({ open }) => {
  const me = await talker();
  const leaving = { comments: "keep", currentPassword: me.password };
  const answer = await me.client.post("/api/v1/viewer/close", { data: leaving });
  expect(answer.status(), await answer.text()).toBe(200);
  const admin = await open("admin");
  await admin.goto(`/admin/people?q=${encodeURIComponent(me.name)}`);
  const row = admin.getByRole("row").filter({ hasText: me.name });
  await expect(row).toContainText("Reader, Closed");
  await expect(row.getByRole("combobox")).toHaveCount(0);
});
