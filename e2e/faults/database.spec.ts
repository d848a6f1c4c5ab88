import { setTimeout as pause } from "node:timers/promises";
import { makeWorld } from "../contract/world";
import { as, one } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { here } from "../fixtures/here";
import { hangPostgres, stopPostgres } from "../fixtures/postgres";
import { expect, test } from "../fixtures/test";
import { publicationToBreak } from "./publication";

test.describe.configure({ mode: "serial" });

let mend: () => Promise<void>;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  mend = await publicationToBreak();
});
test.afterAll(() => mend?.());

const both = () => [here().url, here().otherUrl];

async function untilReady(): Promise<void> {
  for (const url of both()) {
    await expect
      .poll(async () => (await fetch(`${url}/api/health/ready`).catch(() => undefined))?.status, { timeout: 30_000 })
      .toBe(200);
  }
}

test("with the listening connections cut, no stale page is served", async () => {
  const { slug, articleId } = await makeWorld();
  const url = (base: string) => `${base}/articles/${slug}`;
  for (let turn = 0; turn < 3; turn++) {
    await Promise.all(both().map((base) => fetch(url(base))));
    await sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query ~* 'listen|notify'`,
    );
    const title = `While nobody listened, ${turn}`;
    await sql("UPDATE articles SET title = $2 WHERE id = $1", [articleId, title]);
    await pause(100);
    for (const base of both()) expect(await (await fetch(url(base))).text()).toContain(title);
    await pause(1_500);
  }
  await untilReady();
});

test("with Postgres stopped, kept pages answer with their age, writes are refused kindly, and all is well again afterwards", async () => {
  test.setTimeout(90_000);
  const { slug, articleId } = await makeWorld();
  const writer = await as(await one({ published: 5 }));
  const page = () => fetch(`${here().url}/articles/${slug}`);
  await untilReady();
  await page();
  await page();
  const restart = stopPostgres();
  try {
    await pause(2_500);
    const kept = await page();
    expect(kept.status).toBe(200);
    expect(Number(kept.headers.get("age"))).toBeGreaterThan(0);
    expect(await kept.text()).toContain("A world");
    expect((await fetch(`${here().url}/articles/never-rendered-${articleId}`)).status).toBe(503);
    const refused = await writer.post(`/api/v1/articles/${slug}/comments`, { data: { body: "Into the void." } });
    expect(refused.status()).toBe(503);
    expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
    expect((await refused.json()).code).toBe("unavailable");
    const form = await writer.post(`/api/v1/articles/${slug}/comments`, {
      form: { body: "Words that must not be lost." },
      maxRedirects: 0,
    });
    expect(await form.text()).toContain("Words that must not be lost.");
    expect((await fetch(`${here().url}/api/health/live`)).status).toBe(200);
    expect((await fetch(`${here().url}/api/health/ready`)).status).toBe(503);
  } finally {
    restart();
  }
  await untilReady();
  await expect.poll(async () => (await page()).headers.get("age") ?? "0", { timeout: 30_000 }).toBe("0");
  await sql("UPDATE articles SET title = 'After the flood' WHERE id = $1", [articleId]);
  await expect.poll(async () => (await page()).text(), { timeout: 10_000 }).toContain("After the flood");
  const posted = await writer.post(`/api/v1/articles/${slug}/comments`, { data: { body: "And on we go." } });
  expect(posted.status(), await posted.text()).toBe(201);
});

test("with Postgres hanging, a write is refused within 6 s", async () => {
  test.setTimeout(90_000);
  const { slug } = await makeWorld();
  const writer = await as(await one({ published: 5 }));
  await untilReady();
  const release = hangPostgres();
  try {
    const began = performance.now();
    const refused = await writer.post(`/api/v1/articles/${slug}/comments`, {
      data: { body: "Is anybody there?" },
      timeout: 15_000,
    });
    expect(refused.status()).toBe(503);
    expect(performance.now() - began).toBeLessThan(6_500);
  } finally {
    release();
  }
  await untilReady();
});
