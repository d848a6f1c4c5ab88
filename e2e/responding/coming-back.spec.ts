import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { acting, as, one, type Somebody } from "../fixtures/crowd";
import { here } from "../fixtures/here";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

/** Nobody is told before the seconds are over in which a comment can be taken back. */
const told = { timeout: 30_000 };

async function say(by: Somebody, slug: string, body: string, parentId?: string): Promise<string> {
  return acting(by, async (client) => {
    const answer = await client.post(`/api/v1/articles/${slug}/comments`, { data: { body, parentId } });
    expect(answer.status(), await answer.text()).toBe(201);
    return String((await answer.json()).id);
  });
}

/** Somebody whose comment was answered, and who has been told. */
async function answered() {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const [writer, other] = [await one({ published: 5 }), await one({ published: 5 })];
  const comment = await say(writer, piece.slug, "The ferry was cheaper.");
  const words = `Cheaper for whom? ${piece.slug}`;
  const reply = await say(other, piece.slug, words, comment);
  await expect.poll(() => unread(writer), told).toBe(1);
  return { piece, writer, other, comment, reply, words };
}

const unread = (who: Somebody) =>
  acting(who, async (client) => (await (await client.get("/api/v1/viewer")).json()).viewer.unreadCount);

/** The newest message to somebody. */
function mailTo({ handle }: Somebody): string | undefined {
  const folder = join(here().dataDir, "mail");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .find((message) => message.includes(`To: ${handle}@example.org`))
    ?.replace(/=\r\n/g, "")
    .replaceAll("=3D", "=");
}

test("a reader who was answered hears of it in the inbox, goes there and marks it as read", async ({
  open,
  javaScriptEnabled,
}) => {
  const { writer, words } = await answered();
  const page = await open(writer);
  await page.goto("/");
  const head = page.getByRole("navigation", { name: "Readers" });
  const [account, inbox] = javaScriptEnabled === false ? ["Your account", "Inbox (1)"] : ["Somebody", "Inbox, 1"];
  await expect(head.getByRole("link", { name: account })).toHaveAttribute("href", "/settings");
  await expect(head.getByRole("link", { name: "Sign in" })).toBeHidden();
  await head.getByRole("link", { name: inbox, exact: true }).click();

  const item = page.getByRole("main").getByRole("listitem").filter({ hasText: words });
  await expect(item).toContainText("New");
  await expect(page.getByRole("status")).toHaveText("1 unread");
  await item.getByRole("link", { name: /answered you under/ }).click();
  await expect(page.getByRole("main")).toContainText(words);
  // What one goes to is read; where no script can say so, the button does.
  await expect.poll(() => unread(writer)).toBe(javaScriptEnabled === false ? 1 : 0);
  await page.goto("/inbox");
  if (javaScriptEnabled === false) await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("status")).toHaveText("Nothing unread");
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: words })).not.toContainText("New");
  await expect(page.getByRole("button", { name: "Mark all as read" })).toBeHidden();
});

test("a stranger's head leads to signing in, and to nothing that is somebody's", async ({ page }) => {
  await page.goto("/");
  const head = page.getByRole("navigation", { name: "Readers" });
  await expect(head.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(head.getByRole("link", { name: /Inbox|Your account/ })).toBeHidden();
});

test("a stranger who asks for an inbox is sent to sign in, and back", async ({ page }) => {
  await page.goto("/inbox");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Finbox$/);
});

test("a reader follows a discussion and a person, hears of both once, and stops", async ({
  open,
  javaScriptEnabled,
}) => {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const [reader, writer] = [await one(), await one({ published: 5 })];
  await say(writer, piece.slug, "The first word.");
  const page = await open(reader);
  for (const path of [`/articles/${piece.slug}`, `/people/${writer.handle}`]) {
    await page.goto(path);
    const start = page.getByRole("button", { name: /^Follow/ });
    await start.click();
    if (javaScriptEnabled === false) await expect(page.getByRole("status")).toContainText(/You follow/);
    await expect(page.getByRole("button", { name: "Stop following" })).toBeVisible();
    if (javaScriptEnabled === false) continue;
    await page.goto(path);
    await expect(page.getByRole("button", { name: "Stop following" })).toBeVisible();
  }
  await say(writer, piece.slug, "The second word.");
  await expect.poll(() => unread(reader), told).toBe(1);
  await page.goto("/inbox");
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("which you follow");

  await page.goto("/settings");
  for (const left of [1, 0]) {
    await page
      .getByRole("button", { name: /^Stop following/ })
      .first()
      .click();
    await expect(page.getByRole("status")).toContainText("You do not follow");
    await page.goto("/settings");
    await expect(page.getByRole("button", { name: /^Stop following/ })).toHaveCount(left);
  }
});

test("a stranger who follows is asked to sign in", async ({ page }) => {
  const { slug } = await publishedPiece();
  await page.goto(`/articles/${slug}`);
  await page.getByRole("button", { name: "Follow this discussion" }).click();
  await expect(page).toHaveURL(/\/follow\?draft=/);
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("an answer comes by mail; its link asks before it ends such mail, and one click ends it", async ({ open }) => {
  const { writer, other, comment, piece, words } = await answered();
  await expect.poll(() => mailTo(writer), told).toContain(words);
  const mail = mailTo(writer) ?? "";
  const link = new URL(/https?:\S+\/unsubscribe\/[\w-]+/.exec(mail)?.[0] ?? "");
  const oneClick = new URL(/^List-Unsubscribe:\s+<(\S+)>/m.exec(mail)?.[1] ?? "");
  const chosen = () =>
    acting(
      writer,
      async (client) => (await (await client.get("/api/v1/viewer/notifications")).json()).deliveries.reply,
    );

  // A scanner opens every link, signed in as nobody.
  const scanner = await as(null);
  for (const { pathname } of [link, oneClick]) expect((await scanner.get(pathname)).status()).toBeLessThan(400);
  expect(await chosen()).toBe("at_once");

  const page = await open();
  await page.goto(oneClick.pathname);
  await expect(page.getByRole("main")).toContainText("Nothing has changed yet.");
  await page.getByRole("button", { name: "No more of this mail" }).click();
  await expect(page.getByRole("main")).toContainText("Answers to your comments are not mailed to you any more.");
  expect(await chosen()).toBe("never");

  await acting(writer, (client) => client.patch("/api/v1/viewer/notifications", { data: { reply: "at_once" } }));
  // As a mail program sends it: neither cookie nor origin.
  const answer = await fetch(`${here().url}${oneClick.pathname}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
    redirect: "manual",
  });
  expect(answer.status).toBe(200);
  expect(await chosen()).toBe("never");
  await say(other, piece.slug, "Once more.", comment);
  await expect.poll(() => unread(writer), told).toBe(2);
});

test("a link that was tampered with leads nowhere", async ({ page }) => {
  const answer = await page.goto(`/unsubscribe/${"A".repeat(44)}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("main")).toContainText("This link leads nowhere.");
});

test("a reader chooses what is mailed", async ({ open }) => {
  const page = await open(await one());
  await page.goto("/settings");
  await page.getByLabel("Answers to my comments").selectOption("In the daily letter");
  await page.getByRole("region", { name: "What is mailed to you" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main")).toContainText("What is mailed to you follows these choices from now on.");
  await expect(page.getByLabel("Answers to my comments")).toHaveValue("daily");
});

test("threads and people have feeds, named in the heads of their pages", async ({ page, request }) => {
  const { piece, writer, words } = await answered();
  for (const path of [`/articles/${piece.slug}`, `/people/${writer.handle}`]) {
    await page.goto(path);
    const href = await page.locator('link[rel="alternate"][type="application/atom+xml"]').first().getAttribute("href");
    const answer = await request.get(new URL(href ?? "").pathname);
    expect(answer.headers()["content-type"]).toContain("application/atom+xml");
    expect(await answer.text()).toContain(path.startsWith("/articles") ? words : "The ferry was cheaper.");
  }
});
