import AxeBuilder from "@axe-core/playwright";
import type { APIRequestContext, Page } from "@playwright/test";
import { freePort, startPublication } from "../../scripts/steps/publication.mjs";
import { acting, one, type Somebody } from "../fixtures/crowd";
import { here } from "../fixtures/here";
import { clientOf } from "../fixtures/people";
import { type Piece, publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";
import { threadOf } from "../fixtures/threads";

interface Said {
  id: string;
  by: Somebody;
}

/** Somebody says something, at either process. */
async function say(piece: Piece, body: string, parentId?: string, url = here().url): Promise<Said> {
  const by = await one({ published: 5 });
  const words = { body, ...(parentId && { parentId }) };
  const post = async (client: APIRequestContext) => {
    const answer = await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: words });
    expect(answer.status()).toBe(201);
    return String((await answer.json()).id);
  };
  return { id: await acting(by, post, { url }), by };
}

const piece = () => publishedPiece({ commentPolicy: "open" });
const greeted = (page: Page) => page.waitForResponse(/\/stream/);
/** Opens the thread and waits until the page listens. */
async function arrive(page: Page, { slug }: Piece) {
  await Promise.all([greeted(page), page.goto(`/articles/${slug}`)]);
}
const item = (page: Page, { id }: Said) => page.locator(`#comment-${id}`);
const announced = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** The comment at the top of the window, and where it stands. */
const reading = (page: Page) =>
  page.evaluate(() => {
    const words = [...document.querySelectorAll("li[id] .text")].find((node) => node.getBoundingClientRect().top >= 0);
    return { id: words?.closest("li")?.id ?? "", top: words?.getBoundingClientRect().top ?? 0 };
  });
const placeOf = (page: Page, id: string) =>
  page.evaluate((name) => document.querySelector(`#${name} .text`)?.getBoundingClientRect().top ?? 0, id);

test("what one process takes is announced on a page of the other within a second, and let in without moving what is read", async ({
  open,
}) => {
  const thread = await piece();
  const said: Said[] = [];
  for (let number = 0; number < 12; number++) said.push(await say(thread, `Toll number ${number}. `.repeat(40)));
  const page = await open(undefined, here().otherUrl);
  await arrive(page, thread);
  for (const middle of said.slice(4, 5)) await item(page, middle).scrollIntoViewIfNeeded();
  const before = await reading(page);

  const began = performance.now();
  const reply = await say(thread, "A reply to the fourth.", before.id.replace("comment-", ""));
  const top = await say(thread, "Something else entirely.");
  const newest = await say(thread, "And one thing more.");
  await expect(announced(page, "2 new comments")).toBeAttached();
  await expect(announced(page, "1 new reply")).toBeVisible();
  test.info().annotations.push({ type: "announced", description: `${Math.round(performance.now() - began)} ms` });
  expect(Math.abs((await placeOf(page, before.id)) - before.top)).toBeLessThan(1);
  await expect(page.getByText("A reply to the fourth.")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "15 comments" })).toBeAttached();

  await announced(page, "1 new reply").click();
  await expect(item(page, reply)).toContainText("A reply to the fourth.");
  expect(Math.abs((await placeOf(page, before.id)) - before.top)).toBeLessThan(1);
  await expect(announced(page, "1 new reply")).toHaveCount(0);

  // By keyboard, from where one reads: what is let in far above moves nothing either.
  await announced(page, "2 new comments").evaluate((button) =>
    button.dispatchEvent(new MouseEvent("click", { bubbles: true })),
  );
  await expect(item(page, top)).toContainText("Something else entirely.");
  await expect(item(page, newest).getByRole("heading").first()).toBeFocused();
  expect(Math.abs((await placeOf(page, before.id)) - before.top)).toBeLessThan(1);
});

test("edits, withdrawals, removals and scores appear in place", async ({ open }) => {
  const thread = await piece();
  const [edited, gone, removed] = [
    await say(thread, "The ferry cost two."),
    await say(thread, "To be withdrawn."),
    await say(thread, "Nothing but an advertisement."),
  ];
  await say(thread, "Which one?", removed.id);
  const page = await open();
  await arrive(page, thread);

  await acting(edited.by, (client) =>
    client.patch(`/api/v1/comments/${edited.id}`, { data: { body: "The ferry cost three." } }),
  );
  await expect(item(page, edited)).toContainText("The ferry cost three.");
  await expect(item(page, edited)).toContainText("edited");
  await acting(gone.by, (client) => client.delete(`/api/v1/comments/${gone.id}`));
  await expect(item(page, gone)).toContainText("No longer here.");
  await expect(item(page, gone)).not.toContainText("To be withdrawn.");
  const moderator = await clientOf("moderator");
  const decision = { action: "remove", revision: 1, reason: "spam" };
  await moderator.post(`/api/v1/moderation/comments/${removed.id}/decisions`, { data: decision });
  await expect(item(page, removed)).toContainText("Removed by a moderator: spam.");
  await expect(item(page, removed)).toContainText("Which one?");
  await moderator.post(`/api/v1/moderation/comments/${removed.id}/decisions`, {
    data: { action: "restore", revision: 1 },
  });
  await expect(item(page, removed)).toContainText("Nothing but an advertisement.");
  await expect(item(page, removed).getByRole("heading", { level: 3 }).first()).toBeVisible();
  await acting(await one({ published: 5 }), (client) =>
    client.put(`/api/v1/comments/${edited.id}/vote`, { data: { value: 1 } }),
  );
  await expect(item(page, edited)).toContainText(/1\s*point/);
  await expect(page.locator("live-thread").getByRole("status")).toBeEmpty();
});

test("words that somebody has selected are not taken from under them", async ({ open }) => {
  const thread = await piece();
  const said = await say(thread, "The ferry cost two.");
  const page = await open();
  await arrive(page, thread);
  await item(page, said).locator(".text").selectText();
  await acting(said.by, (client) =>
    client.patch(`/api/v1/comments/${said.id}`, { data: { body: "The ferry cost three." } }),
  );
  await say(thread, "Told after it.");
  await expect(announced(page, "1 new comment")).toBeVisible();
  await expect(item(page, said)).toContainText("The ferry cost two.");
  await page.evaluate(() => getSelection()?.empty());
  await expect(item(page, said)).toContainText("The ferry cost three.");
});

test("one's own comment is not announced to oneself, and is to others", async ({ open }) => {
  const thread = await piece();
  const [writer, reader] = [await open(await one({ published: 5 })), await open()];
  await arrive(writer, thread);
  await arrive(reader, thread);
  await writer.getByRole("textbox").first().fill("I crossed it on foot.");
  await writer.getByRole("button", { name: "Post comment" }).click();
  await expect(announced(reader, "1 new comment")).toBeVisible();
  await expect(writer.getByRole("listitem").filter({ hasText: "I crossed it on foot." })).toHaveCount(1);
  await expect(announced(writer, "1 new comment")).toBeHidden();
  await announced(reader, "1 new comment").click();
  await expect(reader.getByRole("listitem").filter({ hasText: "I crossed it on foot." })).toHaveCount(1);
  await expect(reader.getByRole("status").filter({ hasText: "new" })).toHaveCount(0);
});

test("a waiting comment is announced to nobody", async ({ open }) => {
  const thread = await publishedPiece({ commentPolicy: "all_held" });
  const reader = await open();
  await arrive(reader, thread);
  await say(thread, "Held back for good.");
  const waiting = await say(thread, "Held back for now.");
  const moderator = await clientOf("moderator");
  await moderator.post(`/api/v1/moderation/comments/${waiting.id}/decisions`, {
    data: { action: "approve", revision: 1 },
  });
  // One, not two.
  await expect(announced(reader, "1 new comment")).toBeVisible();
  await announced(reader, "1 new comment").click();
  await expect(reader.getByRole("listitem").filter({ hasText: "Held back for now." })).toBeVisible();
});

test("one's own comment that is let through while one changes it leaves the form as it is", async ({ open }) => {
  const thread = await publishedPiece({ commentPolicy: "all_held" });
  const waiting = await say(thread, "A word that waits.");
  const page = await open(waiting.by);
  await arrive(page, thread);
  await page.getByRole("link", { name: "Edit" }).click();
  const words = page.getByRole("textbox", { name: "Your comment" });
  await words.fill("A better word.");
  const moderator = await clientOf("moderator");
  const approve = (id: string) =>
    moderator.post(`/api/v1/moderation/comments/${id}/decisions`, { data: { action: "approve", revision: 1 } });
  await approve(waiting.id);
  await approve((await say(thread, "Let through after it.")).id);
  await expect(announced(page, "1 new comment")).toBeVisible();
  await expect(words).toHaveValue("A better word.");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(item(page, waiting).getByRole("heading")).toBeVisible();
  await expect(item(page, waiting)).toContainText("A word that waits.");
});

test("pressed twice, what is announced is let in once", async ({ open }) => {
  const thread = await piece();
  const said = await say(thread, "The first word.");
  const page = await open();
  await arrive(page, thread);
  await say(thread, "A second word.");
  await say(thread, "A reply.", said.id);
  for (const name of ["1 new comment", "1 new reply"])
    await announced(page, name).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
  await expect(page.getByText("A reply.")).toBeVisible();
  await expect(page.getByText("A second word.")).toBeVisible();
  await expect(page.locator("live-thread").getByText("New comments are announced here.")).toBeVisible();
  await expect(page.getByText(/^A (second word|reply)\.$/)).toHaveCount(2);
});

test("it can be paused, which is remembered, and resumed", async ({ open }) => {
  const thread = await piece();
  const said = await say(thread, "The first word.");
  const page = await open();
  await arrive(page, thread);
  const pause = page.getByRole("button", { name: "Pause" });
  await pause.click();
  await expect(pause).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(pause).toHaveAttribute("aria-pressed", "true");
  await say(thread, "While it is paused.");
  await acting(await one({ published: 5 }), (client) =>
    client.put(`/api/v1/comments/${said.id}/vote`, { data: { value: 1 } }),
  );
  await expect(announced(page, "1 new comment")).toBeHidden();
  await Promise.all([greeted(page), pause.click()]);
  await expect(announced(page, "1 new comment")).toBeVisible();
  await expect(item(page, said)).toContainText(/1\s*point/);
});

const see = (page: Page, state: string) =>
  page.evaluate((now) => {
    Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);

/** Opens a page where nobody looks, an hour ago. */
async function openUnseen(page: Page, path: string) {
  await page.addInitScript(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    const now = performance.now.bind(performance);
    performance.now = () => now() + 3_600_000;
  });
  await page.goto(path);
}

test("a page opened where nobody looks is as things are when somebody does", async ({ open }) => {
  const thread = await piece();
  const [edited, gone] = [await say(thread, "The ferry cost two."), await say(thread, "To be withdrawn.")];
  const [page, branch] = [await open(), await open()];
  await openUnseen(page, `/articles/${thread.slug}`);
  await openUnseen(branch, `/comments/${edited.id}`);
  await acting(edited.by, (client) =>
    client.patch(`/api/v1/comments/${edited.id}`, { data: { body: "The ferry cost three." } }),
  );
  await acting(gone.by, (client) => client.delete(`/api/v1/comments/${gone.id}`));
  const other = await say(thread, "In its place.");
  for (const one of [page, branch]) {
    await Promise.all([greeted(one), see(one, "visible")]);
    await expect(item(one, edited)).toContainText("The ferry cost three.");
  }
  await expect(item(page, gone)).toContainText("No longer here.");
  await announced(page, "1 new comment").click();
  await expect(item(page, other)).toContainText("In its place.");
});

test("in a thread longer than the page, what came while nobody looked is announced", async ({ open }) => {
  const names = Array.from({ length: 110 }, (_, number) => [`Word ${number + 1}.`, { ups: 1 }] as const);
  const thread = await threadOf(Object.fromEntries(names));
  const page = await open();
  await openUnseen(page, `/articles/${thread.piece.slug}`);
  await say(thread.piece, "The newest word.");
  await Promise.all([greeted(page), see(page, "visible")]);
  await announced(page, "1 new comment").click();
  await expect(page.getByText("The newest word.")).toBeVisible();
});

test("a page that is not seen does not listen, and catches up when it is", async ({ open }) => {
  const thread = await piece();
  const page = await open();
  await arrive(page, thread);
  await Promise.all([
    page.waitForEvent("requestfailed", (request) => request.url().includes("/stream")),
    see(page, "hidden"),
  ]);
  await say(thread, "While nobody looks.");
  await expect(announced(page, "1 new comment")).toBeHidden();
  await Promise.all([greeted(page), see(page, "visible")]);
  await expect(announced(page, "1 new comment")).toBeVisible();
});

test("axe finds nothing while something is announced, at 320 px too", async ({ open }) => {
  const thread = await piece();
  const said = await say(thread, "The first word.");
  const page = await open();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await arrive(page, thread);
  await say(thread, "A reply.", said.id);
  await say(thread, "A new one.");
  await expect(announced(page, "1 new comment")).toBeVisible();
  await expect(announced(page, "1 new reply")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expect(page.getByRole("status").filter({ hasText: "2 new comments" })).toHaveCount(1);
});

test("eight tabs of one browser do not block each other", async ({ open }) => {
  const thread = await piece();
  const page = await open();
  await arrive(page, thread);
  const others = await Promise.all(Array.from({ length: 7 }, () => page.context().newPage()));
  for (const other of others) await other.goto(`/articles/${thread.slug}`);
  for (const other of others) {
    await other.goto("/");
    await expect(other.getByRole("main")).toBeVisible();
  }
});

test("after the server was started again the page comes back, and offers what happened meanwhile", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const thread = await piece();
  const port = await freePort();
  const env = { DEMO_PASSWORD: here().password, TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "warn", NODE_ENV: "" };
  const start = () => startPublication({ dataDir: here().dataDir, port, env });
  const third = await start();
  // Not a watched one: while the server is away, requests fail.
  const page = await browser.newPage({ baseURL: third.url });
  await arrive(page, thread);
  await third.stop();
  await say(thread, "While it was away.");
  const again = await start();
  await expect(announced(page, "1 new comment")).toBeVisible({ timeout: 60_000 });
  await announced(page, "1 new comment").click();
  await expect(page.getByRole("listitem").filter({ hasText: "While it was away." })).toBeVisible();
  await page.close();
  await again.stop();
});
