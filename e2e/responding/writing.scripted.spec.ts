import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { acting, cookiesOf, one, type Somebody } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { type Piece, publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

const box = (page: Page) => page.getByRole("textbox", { name: "Write a comment" });
const post = (page: Page) => page.getByRole("button", { name: "Post comment" });
const rowsOf = (words: string) =>
  sql<{ status: string }>("SELECT status::text AS status FROM comments WHERE body = $1", [words]);
const standing = async (words: string) => (await rowsOf(words)).filter(({ status }) => status !== "deleted").length;

async function writer(page: Page): Promise<{ piece: Piece; who: Somebody }> {
  const [piece, who] = [await publishedPiece({ commentPolicy: "open" }), await one({ published: 5 })];
  await page.context().addCookies(cookiesOf(who));
  await page.goto(`/articles/${piece.slug}`);
  return { piece, who };
}

async function commentOn(piece: Piece, words: string, by?: Somebody): Promise<string> {
  return acting(by ?? (await one({ published: 5 })), async (client) => {
    const answer = await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: words } });
    expect(answer.status(), await answer.text()).toBe(201);
    return (await answer.json()).id;
  });
}

/** The line is cut, which a failed request says too; nobody is to blame for that. */
async function offline(context: BrowserContext, offences: string[], work: () => Promise<void>): Promise<void> {
  await context.setOffline(true);
  await work();
  await context.setOffline(false);
  await expect
    .poll(() => offences.filter((offence) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(offence)))
    .toEqual([]);
  offences.length = 0;
}

test("a comment is written, marked up, previewed, posted and undone with the keyboard alone", async ({ page }) => {
  await writer(page);
  await box(page).focus();
  await page.keyboard.type("A ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("bold");
  await page.keyboard.press("End");
  await page.keyboard.type(" word.");
  await expect(box(page)).toHaveValue("A **bold** word.");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Bold" })).toBeFocused();
  for (const name of ["Italic", "Link", "Quote"]) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name })).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue("> A **bold** word.");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Preview" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "As it will look" }).getByRole("status")).toHaveText("A bold word.");
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Posted." })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue(/bold/);
  await expect(box(page)).toBeFocused();
  await expect.poll(() => standing("A **bold** word.")).toBe(0);
  // The same words once more are no repetition.
  await post(page).click();
  await expect.poll(() => standing("A **bold** word.")).toBe(1);
});

test("what was posted on the page of the form can be undone in the thread that one comes to", async ({ page }) => {
  const { piece } = await writer(page);
  const parent = await commentOn(piece, "Answer me elsewhere.");
  await page.goto(`/articles/${piece.slug}/reply?parent=${parent}`);
  const words = `From a page of its own, ${piece.slug}.`;
  await page.getByRole("textbox").fill(words);
  await page.getByRole("button", { name: "Post" }).click();
  await expect(page.getByRole("article").filter({ hasText: words }).last()).toBeVisible();
  expect(await standing(words)).toBe(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => standing(words)).toBe(0);
  await page.goto(`/articles/${piece.slug}/reply?parent=${parent}`);
  await expect(page.getByRole("textbox")).toHaveValue(words);
});

test("words outlive a reload, a closed tab, and are offered to another tab that has its own", async ({
  page,
  context,
}) => {
  const { piece } = await writer(page);
  await box(page).fill("The first words.");
  await page.reload();
  await expect(box(page)).toHaveValue("The first words.");
  const other = await context.newPage();
  await other.goto(`/articles/${piece.slug}`);
  await expect(other.getByText("The first words.")).toBeVisible();
  await expect(box(other)).toHaveValue("");
  await box(other).fill("Other words.");
  await page.reload();
  await expect(box(page)).toHaveValue("The first words.");
  await page.close();
  await other.close();
  const later = await context.newPage();
  await later.goto(`/articles/${piece.slug}`);
  await expect(box(later)).toHaveValue("Other words.");
  await later.getByRole("button", { name: "Put them here" }).click();
  await expect(box(later)).toHaveValue("Other words.\n\nThe first words.");
});

test("a vote that meets no connection says so", async ({ page, context, offences }) => {
  const { piece } = await writer(page);
  await commentOn(piece, "Vote for me.");
  await page.reload();
  await offline(context, offences, async () => {
    await page.getByRole("button", { name: "Vote up" }).click();
    await expect(page.getByRole("status").filter({ hasText: "The connection dropped. Try again." })).toBeVisible();
  });
  await page.getByRole("button", { name: "Vote up" }).click();
  await expect(page.getByRole("button", { name: "Vote up" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("The connection dropped. Try again.")).toHaveCount(0);
});

test("words of an earlier visit are forgotten only once this tab keeps them", async ({ page, context }) => {
  const { piece } = await writer(page);
  await box(page).fill("From an earlier visit.");
  const kept = (at: Page) => at.evaluate(() => Object.values(localStorage).join());
  await expect.poll(() => kept(page)).toContain("From an earlier visit.");
  await page.close();
  const later = await context.newPage();
  await later.addInitScript(() => {
    LockManager.prototype.request = () => new Promise(() => {});
  });
  await later.goto(`/articles/${piece.slug}`);
  await expect(box(later)).toHaveValue("From an earlier visit.");
  expect(await kept(later)).toContain("From an earlier visit.");
});

test("a reply written offline waits in its place, and is sent once when the line is back", async ({
  page,
  context,
  offences,
}) => {
  const { piece } = await writer(page);
  await commentOn(piece, "Answer me.");
  await page.reload();
  const words = `From a tunnel, ${piece.slug}.`;
  await offline(context, offences, async () => {
    await page.getByRole("link", { name: "Reply" }).click();
    await page.getByRole("textbox", { name: "Your reply" }).fill(words);
    await page.getByRole("button", { name: "Post reply" }).click();
    await expect(page.getByText("Waiting for the connection.")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByRole("textbox", { name: "Your reply" })).toHaveValue(words);
    await page.getByRole("button", { name: "Post reply" }).click();
    await expect(page.getByText("Waiting for the connection.")).toBeVisible();
  });
  await expect.poll(() => standing(words)).toBe(1);
  await expect(page.getByText("Waiting for the connection.")).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: words }).first()).toBeVisible();
});

test("a comment that waited when the tab was closed is sent at the next visit to any page", async ({
  page,
  context,
  offences,
}) => {
  const { piece } = await writer(page);
  const words = `Later, ${piece.slug}.`;
  await box(page).fill(words);
  await offline(context, offences, async () => {
    await post(page).click();
    await expect(page.getByText("Waiting for the connection.")).toBeVisible();
    await page.close();
  });
  expect(await standing(words)).toBe(0);
  await (await context.newPage()).goto("/");
  await expect.poll(() => standing(words)).toBe(1);
});

test("twenty taps make one comment; what was refused stays, with what is wrong", async ({ page }) => {
  const { piece } = await writer(page);
  const words = `Twenty taps, ${piece.slug}.`;
  await box(page).fill(words);
  await post(page).evaluate((button: HTMLButtonElement) => {
    for (let tap = 0; tap < 20; tap++) button.click();
  });
  await expect(page.getByRole("status").filter({ hasText: "Posted." })).toBeVisible();
  expect((await rowsOf(words)).length).toBe(1);
  const refused = Array.from({ length: 21 }, (_, number) => `https://example.org/${number}`).join(" ");
  await box(page).fill(refused);
  await post(page).click();
  await expect(page.getByRole("alert")).toContainText("Keep it to 20 links");
  await page.reload();
  await expect(box(page)).toHaveValue(refused);
});

test("after an expired session the words come back once one has signed in", async ({ page }) => {
  const { piece, who } = await writer(page);
  await sql('DELETE FROM sessions WHERE "accountId" = $1', [who.id]);
  const words = `Signed out, ${piece.slug}.`;
  await box(page).fill(words);
  await post(page).click();
  await expect(page).toHaveURL(/reply\?draft=/);
  await expect(box(page)).toHaveValue(words);
  const back = await one({ published: 5 });
  await page.context().addCookies(cookiesOf(back));
  await page.reload();
  await expect(box(page)).toHaveValue(words);
  await post(page).click();
  await expect(page).toHaveURL(new RegExp(`/articles/${piece.slug}#comment-`));
  expect(await standing(words)).toBe(1);
  await page.goto(`/articles/${piece.slug}`);
  await expect(box(page)).toHaveValue("");
});

test("in a browser that keeps nothing, words outlive a reload all the same", async ({ page }) => {
  await page.addInitScript(() => {
    const forbidden = {
      get: () => {
        throw new DOMException("No.", "SecurityError");
      },
    };
    Object.defineProperty(window, "localStorage", forbidden);
    Object.defineProperty(window, "sessionStorage", forbidden);
  });
  const { piece } = await writer(page);
  await box(page).pressSequentially("Private words.");
  await page.reload();
  await expect(box(page)).toHaveValue("Private words.");
  await post(page).click();
  await expect(page.getByRole("status").filter({ hasText: "Posted." })).toBeVisible();
  expect(await standing("Private words.")).toBeGreaterThan(0);
  await expect(page).toHaveURL(new RegExp(piece.slug));
});

test("a name is completed from the people of the thread, and links to the person", async ({ page }) => {
  const { piece } = await writer(page);
  const other = await one({ published: 5 });
  await commentOn(piece, "Name me.", other);
  await page.reload();
  await box(page).pressSequentially("Thank you, @so");
  const names = page.getByRole("listbox", { name: "People in this discussion" });
  await expect(names.getByRole("option").first()).toContainText(`@${other.handle}`);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(names).toBeHidden();
  await expect(box(page)).toHaveValue(`Thank you, @${other.handle} `);
  await post(page).click();
  await expect(page.getByRole("link", { name: `@${other.handle}` })).toHaveAttribute("href", `/people/${other.handle}`);
});

test("chosen words are quoted into the answer", async ({ page }) => {
  const { piece } = await writer(page);
  await commentOn(piece, "> An older word.\n\nThe ferry was *cheaper*.");
  await page.reload();
  await page
    .getByText("The ferry was")
    .evaluate((paragraph) => getSelection()?.selectAllChildren(paragraph.closest(".text") ?? paragraph));
  await page.getByRole("button", { name: "Quote", exact: true }).last().click();
  await expect(page.getByRole("textbox", { name: "Your reply" })).toHaveValue(
    "> > An older word.\n>\n> The ferry was cheaper.\n\n",
  );
});

test("one's own comment is changed in its place, and everybody may read what changed", async ({ page, open }) => {
  const { piece } = await writer(page);
  await box(page).fill("The first word.");
  await post(page).click();
  const mine = page.getByRole("listitem").filter({ hasText: "The first word." }).first();
  await mine.getByRole("link", { name: "Edit" }).click();
  const words = page.getByRole("textbox", { name: "Your comment" });
  await expect(words).toHaveValue("The first word.");
  await words.fill("The last word.");
  await page.reload();
  await page
    .getByRole("listitem")
    .filter({ hasText: "The first word." })
    .first()
    .getByRole("link", { name: "Edit" })
    .click();
  await expect(words).toHaveValue("The last word.");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await expect(words).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: "The last word." }).first()).toBeVisible();
  const stranger = await open();
  await stranger.goto(`/articles/${piece.slug}`);
  await stranger.getByRole("link", { name: "edited" }).click();
  await expect(stranger.getByRole("deletion")).toContainText("first");
  await expect(stranger.getByRole("insertion")).toContainText("last");
});

/** The server takes what is sent there, and these words are typed before its answer arrives. */
async function typeMeanwhile(page: Page, path: string, area: Locator, words: string): Promise<void> {
  await page.route(
    `**${path}`,
    async (route) => {
      const answer = await route.fetch();
      await area.press("End");
      await area.pressSequentially(words);
      await route.fulfill({ response: answer });
    },
    { times: 1 },
  );
}

test("words typed while a change is being kept stay in the form, and outlive a reload", async ({ page }) => {
  const { piece, who } = await writer(page);
  const id = await commentOn(piece, "The first word.", who);
  await page.reload();
  const edit = page.getByRole("link", { name: "Edit", exact: true });
  await edit.click();
  const words = page.getByRole("textbox", { name: "Your comment" });
  await words.fill("The second word.");
  await typeMeanwhile(page, `/api/v1/comments/${id}`, words, " And a third.");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await expect(page.getByText("The change is kept, without what you typed since.")).toBeVisible();
  await expect(page.locator(`#comment-${id} .text`)).toHaveText("The second word.");
  await expect(words).toHaveValue("The second word. And a third.");
  await page.reload();
  await edit.click();
  await expect(words).toHaveValue("The second word. And a third.");
});

test("words typed while a reply is being posted stay in its form", async ({ page }) => {
  const { piece } = await writer(page);
  await commentOn(piece, "Answer me.");
  await page.reload();
  await page.getByRole("link", { name: "Reply" }).click();
  const words = page.getByRole("textbox", { name: "Your reply" });
  await words.fill("One thing.");
  await typeMeanwhile(page, `/api/v1/articles/${piece.slug}/comments`, words, " Another.");
  await page.getByRole("button", { name: "Post reply" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Posted." })).toBeVisible();
  await expect(words).toHaveValue("One thing. Another.");
  await expect(words).toBeFocused();
});

test("pressed twice, Edit opens its form once", async ({ page }) => {
  const { piece, who } = await writer(page);
  await commentOn(piece, "The only word.", who);
  await page.reload();
  const asked: boolean[] = [];
  page.on("requestfinished", (request) => {
    if (request.url().endsWith("/edit")) asked.push(request.isNavigationRequest());
  });
  await page.getByRole("link", { name: "Edit" }).evaluate((link: HTMLAnchorElement) => {
    link.click();
    link.click();
  });
  await expect.poll(() => asked.length).toBeGreaterThanOrEqual(2);
  // Had a page been asked for, it would be there before this answer.
  await page.evaluate(async () => (await fetch(location.href)).status);
  await expect(page.getByRole("textbox", { name: "Your comment" })).toHaveValue("The only word.");
  expect(asked).not.toContain(true);
  await expect(page).toHaveURL(new RegExp(`/articles/${piece.slug}$`));
});

test("a link to a form in somebody's words is a link like others", async ({ page }) => {
  const { piece } = await writer(page);
  const there = new URL(`/articles/${piece.slug}/reply?parent=`, page.url());
  await commentOn(piece, `Answer [over there](${there}).`);
  await page.reload();
  await page.getByRole("link", { name: "over there" }).click();
  await expect(page).toHaveURL(String(there));
});

test("what one posts and changes stands under a heading of its level, and leads up on the page", async ({ page }) => {
  const { piece, who } = await writer(page);
  const parent = await commentOn(piece, "Answer me.");
  const own = await commentOn(piece, "The first word.", who);
  await page.reload();
  const levelOf = (words: string) =>
    page
      .locator("li[id]", { hasText: words })
      .last()
      .getByRole("heading")
      .evaluate(({ tagName }) => tagName);
  await box(page).fill("A top one.");
  await post(page).click();
  await expect(page.getByText("A top one.")).toBeVisible();
  expect(await levelOf("A top one.")).toBe("H3");
  await page.locator(`#comment-${parent}`).getByRole("link", { name: "Reply" }).click();
  await page.getByRole("textbox", { name: "Your reply" }).fill("An answer.");
  await page.getByRole("button", { name: "Post reply" }).click();
  await expect(page.getByText("An answer.")).toBeVisible();
  expect(await levelOf("An answer.")).toBe("H4");
  await expect(page.getByRole("link", { name: /^Re / })).toHaveAttribute("href", `#comment-${parent}`);
  await page.locator(`#comment-${own}`).getByRole("link", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Your comment" }).fill("The last word.");
  await page.getByRole("button", { name: "Keep the change" }).click();
  await expect(page.getByText("The last word.")).toBeVisible();
  expect(await levelOf("The last word.")).toBe("H3");
});

test("near the end the characters left are counted, and 320 px hold the whole composer", async ({ page }) => {
  await writer(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await box(page).fill("😀".repeat(9_990));
  await expect(page.getByRole("status").filter({ hasText: "Characters left: 10" })).toBeVisible();
  await box(page).fill("a".repeat(10_001));
  await expect(page.getByRole("status").filter({ hasText: "Too long by: 1" })).toBeVisible();
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("alert")).toContainText("10,000");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
