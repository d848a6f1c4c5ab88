import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { directionOf } from "@/lib/direction";
import { one } from "../fixtures/crowd";
import { expect, test } from "../fixtures/test";
import { corpora } from "../hostile/strings";
import { type Found, fiveArticles, present } from "./articles";
import { conversation, converse } from "./irc";

test.skip(!present, `${corpora} is not here`);

/** Enough for a day's work; `npm test -- --thorough` says everything again, in a quarter of an hour. */
const said = process.env.THOROUGH ? Number.POSITIVE_INFINITY : 48;

/** Writes and publishes a piece at the authors' desk; gives its address. */
async function publish(author: Page, { title, standfirst, body, lang }: Found): Promise<string> {
  await author.goto("/admin");
  await author.getByRole("textbox", { name: "Headline" }).fill(title);
  await author.getByRole("button", { name: "Begin a piece" }).click();
  await expect(author).toHaveURL(/\/admin\/articles\/[^?]+/);
  await author.getByRole("textbox", { name: "Standfirst" }).fill(standfirst);
  await author.getByRole("textbox", { name: "Text", exact: true }).fill(body);
  expect(await widthOf(author, "Text"), "as wide as its room").toBe(await widthOf(author, "Headline"));
  await author.getByRole("group").filter({ hasText: "Filing, address" }).click();
  await author.getByRole("combobox", { name: "Language" }).fill(lang);
  await author.getByRole("combobox", { name: "Who may answer" }).selectOption("Everybody, at once");
  await author.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(author.getByRole("main")).toContainText("Published.");
  const address = await author.getByRole("link", { name: "Read it as readers do" }).first().getAttribute("href");
  return new URL(address ?? "", author.url()).pathname;
}

async function widthOf(page: Page, name: string): Promise<number | undefined> {
  const box = await page.getByRole("textbox", { name, exact: true }).boundingBox();
  return box?.width;
}

/** Opens a page narrow and wide, light and dark: nothing may stick out, and axe finds nothing. */
async function readWell(page: Page, address: string): Promise<void> {
  await page.goto(address);
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const shown = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(shown, `${address} scrolls sideways at ${width} px`).toBeLessThanOrEqual(width);
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`);
    expect(told, `${address}, ${colorScheme}`).toEqual([]);
  }
}

for (const piece of present ? fiveArticles() : []) {
  test(`${piece.what} is written and published at the desk, and reads well`, async ({ open, page }) => {
    test.setTimeout(180_000);
    const address = await publish(await open(await one({ role: "author" })), piece);
    await page.goto(address);
    const headline = page.getByRole("heading", { level: 1, name: piece.title });
    await expect(headline).toBeVisible();
    await expect(headline).toHaveCSS("direction", directionOf(piece.lang));
    await expect(headline).toHaveCSS("font-style", "normal");
    const headings = piece.body.match(/^#{2,3} .+$/gm) ?? [];
    expect(await page.getByRole("article").getByRole("heading").count()).toBeGreaterThan(headings.length);
    await readWell(page, address);
  });
}

test("an afternoon on a channel is said again under a piece by its own people, and reads well", async ({
  open,
  page,
}) => {
  test.setTimeout(process.env.THOROUGH ? 1_800_000 : 300_000);
  const [piece] = fiveArticles().filter(({ what }) => what === "a piece of tables");
  if (!piece) throw new Error("There is no such piece.");
  const address = await publish(await open(await one({ role: "author" })), piece);
  const messages = conversation(said);
  const posted = await converse(address.replace("/articles/", ""), messages);
  expect(posted).toBeGreaterThan(messages.length * 0.95);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: `${posted} comments` })).toBeVisible();
  await readWell(page, address);
  const deeper = page.getByRole("link", { name: "Continue this thread" }).first();
  await readWell(page, (await deeper.getAttribute("href")) ?? "");
});
