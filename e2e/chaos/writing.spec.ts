import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { cookiesOf, crowd, type Somebody } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { here, newAddress } from "../fixtures/here";
import { chanceOf } from "./chance";
import { cutAnswer, heal, make, type Plan, planOf } from "./cuts";
import { type Mortal, publicationToKill } from "./publication";

// At each step of writing the network, the tab or the server is cut, as a seed says: words typed are words recoverable, and no comment is
// there twice. `npm test` runs 50 seeds that hold every cut at every step, with --thorough all 200; `CHAOS_SEED=17` or `17-40` runs those.
const seeds = process.env.CHAOS_SEED
  ? range(process.env.CHAOS_SEED)
  : process.env.THOROUGH
    ? range("1-200")
    : ofEveryKind(range("1-200"));

function range(told: string): number[] {
  const [first = 1, last = first] = told.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** The first seeds of each step and cut: three, or one where a server must come back. */
function ofEveryKind(all: readonly number[]): number[] {
  const taken = new Map<string, number>();
  return all.filter((seed) => {
    const { step, cut } = planOf(seed, chanceOf(seed));
    const count = (taken.get(step + cut) ?? 0) + 1;
    taken.set(step + cut, count);
    return count <= (cut === "the server" ? 1 : 3);
  });
}

let publication: Mortal;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  publication = await publicationToKill();
});
test.afterAll(() => publication?.end());

const box = (page: Page) => page.getByRole("textbox", { name: "Write a comment" });
const press = (page: Page, name: string) => page.getByRole("button", { name }).click({ timeout: 5_000 });
const rows = (words: string) =>
  sql<{ status: string }>("SELECT status::text AS status FROM comments WHERE body = $1", [words]);
const standing = async (words: string) => (await rows(words)).filter(({ status }) => status !== "deleted").length;
const nothingWaits = () => !Object.keys(localStorage).some((key) => key.startsWith("rejoinder:outbox "));

async function thread(): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO articles (id, slug, status, title, standfirst, body, html, "wordCount", "publishedAt", "commentPolicy")
     VALUES ($1::uuid, $1::text, 'published', 'In a storm', '', 'Words.', '<p>Words.</p>', 1, now(), 'open')`,
    [id],
  );
  return `${here().url}/articles/${id}`;
}

/** Every word that this browser would give back to somebody who looks: in the form, or offered. */
async function recoverable(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll("textarea")].map(({ value }) => value),
    ...[...document.querySelectorAll('[data-part="kept"] q')].map(({ textContent }) => textContent),
  ]);
}

/** A server that has just come back may ask for a moment. Words are kept from when the module has come, which says so at the box. */
async function visit(page: Page, url: string): Promise<void> {
  await expect(async () => {
    await page.goto(url);
    await expect(box(page)).toHaveAttribute("aria-autocomplete", "list", { timeout: 3_000 });
  }).toPass({ timeout: 40_000 });
}

interface Run {
  plan: Plan;
  context: BrowserContext;
  page: Page;
  url: string;
}

async function mended(run: Run): Promise<void> {
  const { plan, context, url } = run;
  await heal(plan.cut, context, publication);
  await run.page.unrouteAll({ behavior: "ignoreErrors" }).catch(() => undefined);
  const gone = run.page.isClosed();
  if (gone) run.page = await context.newPage();
  if (gone || plan.reload) await visit(run.page, url);
  if (plan.again && (gone || plan.reload)) {
    await make("the tab, crashed", run.page, context, publication);
    run.page = await context.newPage();
    await visit(run.page, url);
  } else if (!gone && !plan.reload) await run.page.evaluate(() => dispatchEvent(new Event("online")));
}

const cutting = ({ plan, page, context }: Run) => make(plan.cut, page, context, publication);

/** What somebody goes on to type while their words are on their way. */
const more = " And one thing more.";
const typeOn = (page: Page) => box(page).pressSequentially(more);

/** Presses a button while the cut comes: before the server gets what is sent, or before its answer arrives. */
async function pressed(run: Run, button: string, answered: boolean): Promise<void> {
  const { plan, page } = run;
  if (answered) {
    const cut = new Promise<void>((resolve) => {
      const cut = () => cutting(run).then(resolve, resolve);
      const before = plan.step === "typing on meanwhile" ? () => typeOn(page) : undefined;
      void cutAnswer(page, cut, before).then(() => press(page, button).catch(() => undefined));
    });
    return cut;
  }
  if (plan.cut === "the network") await cutting(run);
  const pressing = press(page, button).catch(() => undefined);
  await pause(plan.after);
  if (plan.cut !== "the network") await cutting(run);
  await pressing;
}

async function typed(run: Run): Promise<void> {
  const { plan, url } = run;
  await visit(run.page, url);
  if (plan.step !== "typing") return box(run.page).fill(plan.words);
  const beginning = plan.words.slice(0, plan.typed);
  await box(run.page).pressSequentially(beginning);
  await cutting(run);
  if (!run.page.isClosed()) await box(run.page).pressSequentially(plan.words.slice(plan.typed));
  const kept = run.page.isClosed() ? beginning : plan.words;
  await mended(run);
  await expect(box(run.page)).toHaveValue(kept);
  await box(run.page).fill(plan.words);
}

async function posted(run: Run): Promise<void> {
  const { step, words } = run.plan;
  if (step === "typing" || step === "undoing") await press(run.page, "Post comment");
  else {
    await pressed(run, "Post comment", step !== "submitting");
    await mended(run);
  }
  if (step === "typing on meanwhile") await expect.poll(() => recoverable(run.page)).toContain(words + more);
  await run.page.waitForFunction(nothingWaits, undefined, { timeout: 15_000 });
  if ((await standing(words)) === 0) {
    // Cut before the button was pressed: then the words are where they were.
    await expect.poll(() => recoverable(run.page)).toContain(words);
    await press(run.page, "Post comment");
  }
  await expect.poll(() => standing(words)).toBe(1);
  expect(await rows(words)).toHaveLength(1);
}

async function undone(run: Run): Promise<void> {
  const { page, plan } = run;
  if (plan.step !== "undoing") return;
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await pressed(run, "Undo", plan.after % 2 === 1);
  await mended(run);
  expect(await rows(plan.words)).toHaveLength(1);
  if ((await standing(plan.words)) === 0) await expect.poll(() => recoverable(run.page)).toContain(plan.words);
}

async function journey(seed: number, who: Somebody, context: BrowserContext, page: Page): Promise<Page> {
  const run: Run = { plan: planOf(seed, chanceOf(seed)), context, page, url: await thread() };
  await context.clearCookies();
  await context.setExtraHTTPHeaders({ "x-forwarded-for": newAddress() });
  await context.addCookies(cookiesOf(who));
  try {
    await typed(run);
    await posted(run);
    await undone(run);
    await run.page.evaluate(() => localStorage.clear());
  } catch (error) {
    const { step, cut, after, reload } = run.plan;
    throw new Error(
      `CHAOS_SEED=${seed}: ${step}, cut: ${cut}, after ${after} ms${reload ? ", then a reload" : ""}\n${error}`,
    );
  }
  return run.page;
}

test(`${seeds.length} storms: words typed are words recoverable, and no comment is there twice`, async ({
  browser,
}) => {
  test.setTimeout(60_000 + seeds.length * 10_000);
  const people = await crowd(seeds.length, { published: 5 });
  const context = await browser.newContext();
  context.setDefaultTimeout(20_000);
  let page = await context.newPage();
  for (const [place, seed] of seeds.entries()) {
    const who = people[place];
    if (who) page = await journey(seed, who, context, page);
  }
  await context.close();
});
