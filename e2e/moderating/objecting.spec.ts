import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { acting, one, type Somebody } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { here } from "../fixtures/here";
import { tabTo } from "../fixtures/keyboard";
import { clientOf } from "../fixtures/people";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";
import { ownStatement } from "../states/stage";

const soon = { timeout: 20_000 };

/** As if the seconds were over in which the last decision on this comment can be undone. */
async function hasten(commentId: string): Promise<void> {
  await sql(`UPDATE statements SET "tellsAt" = now() WHERE "commentId" = $1 AND "tellsAt" > now()`, [commentId]);
  await sql(
    `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()
       AND payload->>'decisionId' IN (SELECT id::text FROM decisions WHERE "commentId" = $1)`,
    [commentId],
  );
}

/** A message to an address in which these words stand. */
function mailTo(address: string, words: string): string | undefined {
  const folder = join(here().dataDir, "mail");
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => readFileSync(join(folder, name), "utf8").replace(/=\r\n/g, "").replaceAll("=3D", "="))
    .find((message) => message.includes(`To: ${address}`) && message.includes(words));
}

const addressOf = ({ handle }: Somebody) => `${handle}@example.org`;

async function comment(words: string) {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const writer = await one({ published: 5 });
  const id = await acting(writer, async (client) => {
    const answer = await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: words } });
    expect(answer.status(), await answer.text()).toBe(201);
    return String((await answer.json()).id);
  });
  return { piece, writer, id };
}

async function remove(id: string): Promise<void> {
  const moderator = await clientOf("moderator");
  const removal = { action: "remove", revision: 1, reason: "harassment", note: "It is about her, not the bridge." };
  const answer = await moderator.post(`/api/v1/moderation/comments/${id}/decisions`, { data: removal });
  expect(answer.status(), await answer.text()).toBe(201);
}

test("a writer is told why, objects, another moderator grants it, and the comment is back", async ({ open }) => {
  test.setTimeout(120_000);
  const words = `Who paid for that bridge, ${Date.now()}?`;
  const { piece, writer, id } = await comment(words);
  await remove(id);
  await hasten(id);
  await expect.poll(() => mailTo(addressOf(writer), "/statements/"), soon).toContain("Personal attack");

  const page = await open(writer);
  await page.goto("/inbox");
  await page.getByRole("link", { name: /Your comment under .* was removed/ }).click();
  const main = page.getByRole("main");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your comment was removed");
  await expect(main).toContainText("A rule of this house: Personal attack.");
  await expect(main).toContainText("It is about her, not the bridge.");
  await expect(main).toContainText(words);
  await expect(main).toContainText("A person decided.");
  await expect(main).toContainText("or to a court");
  const address = page.url();
  await page.getByRole("textbox", { name: /Why it was wrong/ }).fill("I asked about money.");
  await page.getByRole("button", { name: "Object" }).click();
  await expect(main).toContainText("You objected on");
  await expect(page.getByRole("button", { name: "Object" })).toHaveCount(0);

  const stranger = await open();
  await stranger.goto(address);
  await expect(stranger).toHaveURL(/sign-in/);
  const moderator = await open("moderator");
  expect((await moderator.goto(address))?.status()).toBe(404);
  await moderator.goto("/moderation/objections");
  const decided = moderator.getByRole("region", { name: new RegExp(writer.handle.slice(0, 8)) });
  await expect(decided).toContainText("You decided this. Another moderator must answer.");
  await expect(decided.getByRole("button", { name: "Answer" })).toHaveCount(0);

  const admin = await open("admin");
  await admin.goto("/moderation/objections");
  const objection = admin.getByRole("region", { name: new RegExp(writer.handle.slice(0, 8)) });
  await expect(objection).toContainText("I asked about money.");
  await expect(objection).toContainText(words);
  await objection.getByRole("radio", { name: /Grant it/ }).check();
  await objection.getByRole("textbox", { name: /The reasons/ }).fill("It asks who paid, and nothing else.");
  await objection.getByRole("button", { name: "Answer" }).click();
  await expect(admin.getByRole("status")).toContainText("Answered.");

  await stranger.goto(`/articles/${piece.slug}`);
  await expect(stranger.getByRole("main")).toContainText(words);
  await page.goto(address);
  await expect(main).toContainText("Your objection was granted.");
  await expect(main).toContainText("It asks who paid, and nothing else.");
  await expect(main).toContainText("This does not hold any more.");
  await expect.poll(() => mailTo(addressOf(writer), "Your objection was granted"), soon).toContain("asks who paid");
});

test("somebody banned objects by the link in the letter, without signing in", async ({ page }) => {
  test.setTimeout(60_000);
  const somebody = await one({ published: 5 });
  const admin = await clientOf("admin");
  const banned = await admin.patch(`/api/v1/admin/accounts/${somebody.id}`, { data: { status: "banned" } });
  expect(banned.status(), await banned.text()).toBe(200);
  await expect.poll(() => mailTo(addressOf(somebody), "Your account on"), soon).toContain("/objections/");
  const path = mailTo(addressOf(somebody), "Your account on")?.match(/\/objections\/[\w-]{44}/)?.[0] ?? "";
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account was closed to you");
  await page.getByRole("button", { name: "Object" }).click();
  await expect(page.getByRole("main")).toContainText("You objected on");
  expect((await page.goto(`${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`))?.status()).toBe(404);
});

test("somebody without an account reports, every word survives a refusal, and they are told what came of it", async ({
  open,
}) => {
  test.setTimeout(90_000);
  const { id, piece } = await comment(`She stole the money for it, ${Date.now()}.`);
  const address = `reporter-${piece.slug}@example.org`;
  const page = await open();
  await page.goto(`/comments/${id}/report`);
  await page.getByRole("radio", { name: "Against the law" }).check();
  await page
    .getByRole("combobox", { name: "Which law does it break?" })
    .selectOption({ label: "Defamation or insult" });
  await page.getByRole("textbox", { name: "Why is that so?" }).fill("She was acquitted.");
  await page.getByRole("textbox", { name: /Your name/ }).fill("Ann Example");
  await page.getByRole("textbox", { name: "Your e-mail address" }).fill(address);
  await page.getByRole("checkbox", { name: /good faith/ }).check();
  const main = page.getByRole("main");
  // The first time may be quicker than the three seconds that a form must be old: then all stands there again, to be sent once more.
  await expect(async () => {
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(main.getByText("Thank you.").or(main.getByText("Not sent."))).toBeVisible();
    if (await main.getByText("Not sent.").isVisible()) {
      await expect(page.getByRole("textbox", { name: "Why is that so?" })).toHaveValue("She was acquitted.");
      await expect(page.getByRole("radio", { name: "Against the law" })).toBeChecked();
      await expect(page.getByRole("checkbox", { name: /good faith/ })).toBeChecked();
    }
    await expect(main).toContainText("Thank you.", { timeout: 500 });
  }).toPass(soon);
  await expect.poll(() => mailTo(address, "Your report was received"), soon).toBeTruthy();

  const moderator = await open("moderator");
  await moderator.goto(`/moderation?status=reported&comment=${id}`);
  await expect(moderator.getByRole("main")).toContainText("Ann Example, without an account");
  await expect(moderator.getByRole("main")).toContainText("She was acquitted.");
  await remove(id);
  await hasten(id);
  await expect.poll(() => mailTo(address, "What became of your report"), soon).toContain("was removed");
});

test("a reader who reported is told in the inbox that the comment stays, and not by whom", async ({ open }) => {
  const { id } = await comment(`A bridge is a bridge, ${Date.now()}.`);
  const reader = await one({ published: 5 });
  await acting(reader, async (client) => {
    expect((await client.post(`/api/v1/comments/${id}/reports`, { data: { reason: "spam" } })).status()).toBe(201);
  });
  const moderator = await clientOf("moderator");
  const kept = { action: "dismiss_reports", revision: 1 };
  expect((await moderator.post(`/api/v1/moderation/comments/${id}/decisions`, { data: kept })).status()).toBe(201);
  await hasten(id);
  const page = await open(reader);
  await expect(async () => {
    await page.goto("/inbox");
    await expect(page.getByRole("main")).toContainText("stays", { timeout: 500 });
  }).toPass(soon);
  await expect(page.getByRole("main")).not.toContainText("Rosalind");
});

test("with the keyboard alone one objects, too many words are kept to be shortened, and another refuses", async ({
  page,
  open,
}) => {
  test.setTimeout(120_000);
  const words = `I asked about money, ${Date.now()}.`;
  await page.goto(`/statements/${await ownStatement(page)}`);
  const field = page.getByRole("textbox", { name: /Why it was wrong/ });
  const send = page.getByRole("button", { name: "Object" });
  await tabTo(page, field);
  await page.keyboard.insertText("x".repeat(2_001));
  await tabTo(page, send);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Keep it to 2,000 characters.");
  await expect(field).toHaveValue("x".repeat(2_001));
  await tabTo(page, field);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(words);
  await tabTo(page, send);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toContainText("You objected on");

  const moderator = await open("moderator");
  await moderator.goto("/moderation/objections");
  const objection = moderator.getByRole("region").filter({ hasText: words });
  await tabTo(moderator, objection.getByRole("radio", { name: /Grant it/ }));
  await moderator.keyboard.press("ArrowDown");
  await expect(objection.getByRole("radio", { name: /Refuse it/ })).toBeChecked();
  await tabTo(moderator, objection.getByRole("textbox", { name: /The reasons/ }));
  await moderator.keyboard.insertText("It was about her.");
  await tabTo(moderator, objection.getByRole("button", { name: "Answer" }));
  await moderator.keyboard.press("Enter");
  await expect(moderator.getByRole("status")).toContainText("Answered.");
  await page.reload();
  await expect(page.getByRole("main")).toContainText("Your objection was refused.");
  await expect(page.getByRole("main")).toContainText("It was about her.");
});
