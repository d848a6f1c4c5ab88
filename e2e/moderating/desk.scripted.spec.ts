import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { acting, one } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { statusOf, waitingUnder } from "../fixtures/queue";
import { expect, test } from "../fixtures/test";

const shown = (page: Page) => page.locator("#under-decision");

async function atDesk(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // Scripts have taken over.
  await expect(page.getByRole("checkbox", { name: /^Choose/ }).first()).toBeVisible();
}

test("the keyboard alone: publish, return with a reason, undo, go through the list", async ({ open }) => {
  const words = ["First of four.", "Second of four.", "Third of four.", "Fourth of four."];
  const { address, ids } = await waitingUnder(words);
  const page = await open(await one({ role: "moderator" }));
  await atDesk(page, address);
  await page.keyboard.press("a");
  await expect(shown(page)).toContainText("Second of four.");
  await expect(shown(page)).toBeFocused();
  await expect.poll(() => statusOf(ids["First of four."])).toBe("published");
  await page.keyboard.press("e");
  await expect(page.getByText("Choose one of the reasons.")).toBeVisible();
  await page.keyboard.press("4");
  await page.keyboard.press("e");
  await expect(shown(page)).toContainText("Third of four.");
  await expect.poll(() => statusOf(ids["Second of four."])).toBe("rejected");
  await page.keyboard.press("z");
  await expect(shown(page)).toContainText("Second of four.");
  await expect.poll(() => statusOf(ids["Second of four."])).toBe("pending");
  expect(await statusOf(ids["First of four."])).toBe("published");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(shown(page)).toContainText("Fourth of four.");
  await page.keyboard.press("k");
  await expect(shown(page)).toContainText("Third of four.");
  await expect(page).toHaveURL(new RegExp(`comment=${ids["Third of four."]}`));
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("choose for a batch");
  await page.keyboard.press("a");
  await page.keyboard.press("Escape");
  expect(await statusOf(ids["Third of four."])).toBe("pending");
});

test("the next comment is there before the decision on the last is answered", async ({ open }) => {
  const { address, ids } = await waitingUnder(["Comment number 0.", "Comment number 1."]);
  const page = await open(await one({ role: "moderator" }));
  await atDesk(page, address);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/decisions$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press("a");
  await expect(shown(page)).toContainText("number 1.");
  expect(await statusOf(ids["Comment number 0."])).toBe("pending");
  answer();
  await expect.poll(() => statusOf(ids["Comment number 0."])).toBe("published");
});

test("many at once, with one verb and one reason, and all of them undone", async ({ open }) => {
  const words = ["Buy one.", "Buy two.", "Buy three.", "Not bought."];
  const { address, ids } = await waitingUnder(words);
  const page = await open(await one({ role: "moderator" }));
  await atDesk(page, address);
  const boxes = page.getByRole("checkbox", { name: /^Choose the comment/ });
  await boxes.nth(0).click();
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 chosen")).toBeVisible();
  await page.keyboard.press("4");
  await page.keyboard.press("e");
  await expect(page.getByRole("navigation", { name: "Comments" }).getByRole("listitem")).toHaveCount(1);
  const statuses = () => Promise.all(words.map((each) => statusOf(ids[each])));
  await expect.poll(statuses).toEqual(["rejected", "rejected", "rejected", "pending"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(statuses).toEqual(["pending", "pending", "pending", "pending"]);
  await expect(page.getByRole("navigation", { name: "Comments" }).getByRole("listitem")).toHaveCount(4);
});

test("a refused decision comes back with its words, and says why", async ({ open }) => {
  const { address, ids } = await waitingUnder(["It changes.", "It stays."]);
  const page = await open(await one({ role: "moderator" }));
  await atDesk(page, address);
  await sql("UPDATE comments SET revision = 2 WHERE id = $1", [ids["It changes."]]);
  await page.getByRole("radio", { name: "Off the subject" }).check();
  await page.getByRole("textbox", { name: "What the writer will read" }).fill("Quote what you mean.");
  await page.getByRole("button", { name: "Return to writer" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The writer changed this comment" }).first()).toBeVisible();
  await expect(shown(page)).toContainText("It changes.");
  await expect(page.getByRole("textbox", { name: "What the writer will read" })).toHaveValue("Quote what you mean.");
  await expect(page.getByRole("radio", { name: "Off the subject" })).toBeChecked();
});

test("two moderators do not judge the same one", async ({ open }) => {
  const { address, ids } = await waitingUnder(["Looked at by Ines.", "Free for all.", "Free as well."]);
  const ines = await one({ role: "moderator" });
  await acting(ines, (client) => client.put(`/api/v1/moderation/comments/${ids["Free for all."]}/claim`));
  const page = await open(await one({ role: "moderator" }));
  await atDesk(page, address);
  await expect(page.getByRole("link", { name: /is looking at this/ })).toContainText("Free for all.");
  await page.keyboard.press("j");
  await expect(shown(page)).toContainText("Free as well.");
  await page.getByRole("link", { name: /Free for all/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "is looking at this" })).toBeVisible();
  await page.keyboard.press("a");
  await expect.poll(() => statusOf(ids["Free for all."])).toBe("published");
});

test("the counts stay true, and what comes is announced", async ({ open }) => {
  const { address, piece } = await waitingUnder(["Here already."]);
  const page = await open(await one({ role: "moderator" }));
  await atDesk(page, address);
  await acting(await one(), (client) =>
    client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: `It came a moment ago, ${Date.now()}.` } }),
  );
  await expect(page.getByRole("link", { name: /more came/ })).toBeVisible({ timeout: 20_000 });
});

test("the worst can be blurred until it is asked for, and that is kept", async ({ open }) => {
  const { address, ids } = await waitingUnder(["Words that hurt."]);
  const { id } = await one();
  await sql(`INSERT INTO reports (id, "commentId", "reporterId", reason) VALUES (gen_random_uuid(), $1, $2, 'hate')`, [
    ids["Words that hurt."],
    id,
  ]);
  await sql(`UPDATE comments SET "openReports" = 1 WHERE id = $1`, [ids["Words that hurt."]]);
  const page = await open(await one({ role: "moderator" }));
  await atDesk(page, address);
  await page.getByRole("button", { name: "Blur the worst" }).click();
  await page.reload();
  const words = shown(page).locator(".veiled");
  await expect(words).toHaveCSS("filter", /blur/);
  await shown(page).getByRole("button", { name: "Show the words" }).press("Enter");
  await expect(words).toHaveCount(0);
});

test("on a phone: the list, one comment, the decision, the next, and nothing wider than the screen", async ({
  open,
}) => {
  const { address } = await waitingUnder(["On a small screen.", "The next on a small screen."]);
  const page = await open(await one({ role: "moderator" }));
  await page.setViewportSize({ width: 360, height: 740 });
  await atDesk(page, address);
  await page.getByRole("link", { name: /On a small screen/ }).click();
  await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(shown(page)).toContainText("The next on a small screen.");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)]),
    ).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("link", { name: "Back to list" }).click();
  await expect(page.getByRole("navigation", { name: "Comments" })).toBeVisible();
});

test("with a batch begun and all keys shown, axe finds nothing", async ({ open }) => {
  const { address } = await waitingUnder(["One to choose.", "Another to choose."]);
  const page = await open(await one({ role: "moderator" }));
  await atDesk(page, address);
  await page.keyboard.press("x");
  await page.getByText("Filters", { exact: true }).click();
  for (const key of ["", "?"]) {
    if (key) await page.keyboard.press(key);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([]);
  }
});
