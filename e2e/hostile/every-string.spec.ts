import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { type Publication, startPublication } from "../../scripts/steps/publication.mjs";
import { acting, crowd, one } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { announce, type Here, here } from "../fixtures/here";
import { expect, test } from "../fixtures/test";
import { disallowed, listenForScripts } from "./detector";
import type { Seeded } from "./seed";
import { corpora, hostileStrings, present } from "./strings";

test.describe.configure({ mode: "serial" });
test.skip(!present, `${corpora} is not here`);

let usual: Here;
const enough = 0.95;
let publication: Publication;
let folder: string;
let seeded: Seeded;

// A publication of its own: nobody else should have to read this one.
test.beforeAll(async () => {
  test.setTimeout(1_800_000);
  usual = here();
  const name = `hostile_${randomUUID().slice(0, 8)}`;
  await sql(`CREATE DATABASE ${name}`);
  // Eleven thousand writes that need not survive a power cut.
  await sql(`ALTER DATABASE ${name} SET synchronous_commit = off`);
  const url = new URL(usual.databaseUrl);
  url.pathname = `/${name}`;
  folder = mkdtempSync(join(tmpdir(), "rejoinder-hostile-"));
  const env = { DATABASE_URL: url.href, TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "warn", NODE_ENV: "" };
  publication = await startPublication({ dataDir: folder, env });
  announce({ ...usual, url: publication.url, otherUrl: publication.url, databaseUrl: url.href });
  const secrets = await sql<{ name: string; value: string }>("SELECT name, value FROM secrets");
  const secret = (wanted: string) => secrets.find((row) => row.name === wanted)?.value;
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, "run-seed.mjs"), corpora], {
    env: {
      ...process.env,
      DATABASE_URL: url.href,
      AUTH_SECRET: secret("auth_secret"),
      INSTALLATION_ID: secret("installation_id"),
      DATA_DIR: folder,
    },
    maxBuffer: 10_000_000,
  });
  seeded = JSON.parse(stdout);
});

test.afterAll(async () => {
  announce(usual);
  await publication?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and all that follow it by the link of that name, and looks at each. */
async function look(page: Page, heard: string[], path: string, more?: RegExp): Promise<number> {
  await page.goto(publication.url + path);
  for (let seen = 1; ; seen++) {
    expect(await disallowed(page), page.url()).toEqual([]);
    expect(heard).toEqual([]);
    const next = more && page.getByRole("link", { name: more });
    if (!next || (await next.count()) === 0) return seen;
    const href = await next.first().getAttribute("href");
    await page.goto(publication.url + href);
  }
}

test("nearly every string is stored and published, as comment, name, title and standfirst", () => {
  for (const [place, count] of Object.entries(seeded.published)) {
    expect(count / seeded.strings, place).toBeGreaterThan(enough);
  }
});

test("the detector fires where there is no policy and no sanitiser", async ({ browser }) => {
  const context = await browser.newContext();
  const heard = await listenForScripts(context);
  const page = await context.newPage();
  await page.setContent(`<img src="x" onerror="alert(1)"><a href="javascript:alert(2)">here</a>`);
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  expect(await disallowed(page)).toHaveLength(2);
  await context.close();
});

test("no script runs on any reader page", async ({ browser }) => {
  test.setTimeout(900_000);
  const context = await browser.newContext();
  const heard = await listenForScripts(context);
  const page = await context.newPage();
  for (const { slug } of seeded.pages) await look(page, heard, `/articles/${slug}`, /^More comments$/);
  for (const handle of seeded.authors) await look(page, heard, `/authors/${handle}`);
  expect(await look(page, heard, "/search?q=zanzibar")).toBeGreaterThan(0);
  await look(page, heard, "/search?q=script");
  expect(await look(page, heard, "/", /^Older/)).toBeGreaterThan(3);
  await context.close();
});

test("no script runs at any desk", async ({ open }) => {
  test.setTimeout(900_000);
  const page = await open(await one({ role: "admin" }), publication.url);
  const heard = await listenForScripts(page.context());
  expect(await look(page, heard, "/moderation?status=published", /^Older$/)).toBeGreaterThan(3);
  for (const { id } of seeded.pages) {
    await look(page, heard, `/admin/articles/${id}`);
    await look(page, heard, `/admin/articles/${id}?show=preview`);
  }
  await look(page, heard, "/admin/people", /^(Older|Next|More)/);
});

test("feeds and the sitemap are well-formed whatever stands in them", async ({ page }) => {
  test.setTimeout(600_000);
  const ids = await sql<{ id: string }>("SELECT id FROM articles WHERE status = 'published'");
  await page.goto("about:blank");
  for (let from = 0; from < ids.length; from += 20) {
    const some = ids.slice(from, from + 20).map(({ id }) => id);
    await sql(
      `UPDATE articles SET "publishedAt" = now() + make_interval(secs => $2::float / 1000) - interval '1 minute' WHERE id = ANY($1::uuid[])`,
      [some, from],
    );
    for (const path of ["/feed.xml", "/rss.xml", ...(from === 0 ? ["/sitemap.xml"] : [])]) {
      const text = await (await fetch(publication.url + path)).text();
      const fault = await page.evaluate((xml) => {
        const read = new DOMParser().parseFromString(xml, "application/xml");
        return read.querySelector("parsererror")?.textContent ?? null;
      }, text);
      expect(fault, `${path} from ${from}`).toBeNull();
    }
    const feed = await (await fetch(`${publication.url}/feed.json`)).json();
    expect(feed.items.length).toBeGreaterThan(0);
  }
});

test("two hundred strings come over HTTP by a hundred accounts", async () => {
  test.setTimeout(120_000);
  const strings = hostileStrings(corpora);
  const some = Array.from({ length: 200 }, (_, place) => strings[place * Math.floor(strings.length / 200)] ?? "");
  const readers = await crowd(100, { published: 5 });
  const slug = seeded.pages[0]?.slug;
  const statuses = await Promise.all(
    readers.map((reader, number) =>
      acting(reader, async (client) => {
        const own = some.slice(number * 2, number * 2 + 2);
        const answers: number[] = [];
        for (const body of own)
          answers.push((await client.post(`/api/v1/articles/${slug}/comments`, { data: { body } })).status());
        return answers;
      }),
    ),
  );
  const all = statuses.flat();
  expect(all.filter((status) => status >= 500)).toEqual([]);
  expect(all.filter((status) => status === 201).length / all.length).toBeGreaterThan(enough);
});
