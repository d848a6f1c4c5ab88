import type { Locator, Page } from "@playwright/test";
import { acting, inAgain, one, type Somebody } from "../fixtures/crowd";
import { here } from "../fixtures/here";
import { publishedPiece } from "../fixtures/pieces";
import { openInQueue } from "../fixtures/queue";
import { expect, test } from "../fixtures/test";

const until = "2031-03-14";

/** What the contract answers to a comment of theirs, under a piece of its own. */
async function posts(who: Somebody, body = `I would add one thing, ${Math.random()}.`) {
  const { slug } = await publishedPiece({ commentPolicy: "open" });
  return acting(who, async (client) => {
    const answer = await client.post(`/api/v1/articles/${slug}/comments`, { data: { body } });
    return { ...(await answer.json()), answered: answer.status() };
  });
}

interface Measure {
  what: RegExp;
  message: string;
  until?: string;
}

async function take(page: Page, handle: string, { what, message, until }: Measure): Promise<void> {
  await page.goto(`/moderation/people/${handle}`);
  await page.getByRole("radio", { name: what }).check();
  await page.getByRole("combobox", { name: "Reason" }).selectOption({ label: "Personal attack" });
  if (until) await page.getByLabel("Until the end of").fill(until);
  await page.getByRole("textbox", { name: "What they are told" }).fill(message);
  await page.getByRole("button", { name: "Take the measure" }).click();
  await expect(page.getByRole("status")).toContainText("The measure is in force");
}

async function end(page: Page, kind: string): Promise<void> {
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: `End: ${kind}` }) });
  await entry.getByRole("textbox", { name: /Why it ends/ }).fill("They said sorry.");
  await entry.getByRole("button", { name: `End: ${kind}` }).click();
  await expect(page.getByRole("status")).toContainText("The measure is ended.");
}

test("a moderator warns, holds, suspends until a day and ends it; the person hears of each, and why", async ({
  open,
}) => {
  test.setTimeout(120_000);
  const reader = await one({ published: 5 });
  const page = await open("moderator");

  await take(page, reader.handle, { what: /^Warn/, message: "You called the harbour master a thief." });
  expect(await posts(reader)).toMatchObject({ answered: 201, status: "published" });

  await take(page, reader.handle, { what: /^Hold/, message: "We read what you write first.", until });
  const words = `The harbour again, ${Date.now()}.`;
  expect(await posts(reader, words)).toMatchObject({ answered: 201, status: "pending" });
  await page.goto("/moderation?status=pending");
  await openInQueue(page, words);
  await expect(page.getByRole("main")).toContainText("Their comments wait until 14 March 2031.");
  await expect(page.getByRole("link", { name: "Record and measures" }).first()).toHaveAttribute(
    "href",
    `/moderation/people/${reader.handle}`,
  );

  await take(page, reader.handle, { what: /^Suspend/, message: "Come back in spring.", until });
  await end(page, "Comments are held");
  await expect(page.getByRole("main")).toContainText("Suspended: Personal attack");
  // The sign-out of a suspension took their session; they may sign in and read.
  expect((await posts(reader)).answered).toBe(401);
  await end(page, "Suspended");
  await expect(page.getByRole("main")).toContainText("Ended");

  const again = await open(await inAgain(reader));
  for (const [told, why] of [
    ["You were warned", "You called the harbour master a thief."],
    ["Your comments wait for a moderator", "We read what you write first."],
    ["You cannot write for now", "Come back in spring."],
  ] as const) {
    await again.goto("/inbox");
    await again.getByRole("link", { name: told }).first().click();
    await expect(again.getByRole("main")).toContainText(why);
  }
});

/** Goes on with Tab until it is there, as somebody without a mouse does. */
async function tabTo(page: Page, aim: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(aim).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0], timeout: 30_000 });
}

test("a moderator bans, with the keyboard alone: the door is shut at once, and open again when it ends", async ({
  open,
}) => {
  const reader = await one({ published: 5 });
  const page = await open("moderator");
  const { url } = here();
  await page.goto(`/moderation/people/${reader.handle}`);
  await tabTo(page, page.getByRole("radio", { name: /^Warn/ }));
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Ban/ })).toBeChecked();
  await tabTo(page, page.getByRole("combobox", { name: "Reason" }));
  await page.keyboard.type("Adv");
  await tabTo(page, page.getByRole("textbox", { name: "What they are told" }));
  await page.keyboard.type("We do not sell ferries here.");
  await tabTo(page, page.getByRole("button", { name: "Take the measure" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("The measure is in force");
  await expect(page.getByRole("main")).toContainText("Banned: Advertising");
  const viewer = await acting(reader, async (client) => (await client.get(`${url}/api/v1/viewer`)).json());
  expect(viewer).toEqual({ viewer: null });

  await tabTo(page, page.getByRole("textbox", { name: /Why it ends/ }));
  await page.keyboard.type("It was somebody else.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("The measure is ended.");
  expect(await posts(await inAgain(reader))).toMatchObject({ answered: 201 });
});

test("what is refused stands in the form again, with every word", async ({ open }) => {
  const reader = await one({ published: 5 });
  const page = await open("moderator");
  await page.goto(`/moderation/people/${reader.handle}`);
  await page.getByRole("radio", { name: /^Ban/ }).check();
  await page.getByRole("combobox", { name: "Reason" }).selectOption({ label: "Advertising" });
  await page.getByLabel("Until the end of").fill(until);
  await page.getByRole("textbox", { name: "What they are told" }).fill("We do not sell ferries here.");
  await page.getByRole("button", { name: "Take the measure" }).click();
  await page.waitForURL(/draft=/);
  await expect(page.getByRole("main")).toContainText("a ban has no end until somebody ends it");
  await expect(page.getByRole("radio", { name: /^Ban/ })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "What they are told" })).toHaveValue("We do not sell ferries here.");
});

test("the team keeps notes on somebody, who is told of none", async ({ open }) => {
  const reader = await one({ published: 5 });
  const page = await open("moderator");
  await page.goto(`/moderation/people/${reader.handle}`);
  await page.getByRole("textbox", { name: "A new note" }).fill("Knows the harbour. <script>alert(1)</script>");
  await page.getByRole("button", { name: "Add the note" }).click();
  await expect(page.getByRole("main")).toContainText("Knows the harbour. <script>alert(1)</script>");
  const other = await open("admin");
  await other.goto(`/moderation/people/${reader.handle}`);
  await expect(other.getByRole("main")).toContainText("Knows the harbour.");
  const theirs = await open(reader);
  await theirs.goto(`/moderation/people/${reader.handle}`);
  await expect(theirs.getByRole("main")).not.toContainText("Knows the harbour.");
});
