import { setTimeout as pause } from "node:timers/promises";
import { type Mortal, publicationToKill } from "../chaos/publication";
import { makeWorld } from "../contract/world";
import { crowd } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { here, newAddress } from "../fixtures/here";
import { expect, test } from "../fixtures/test";

test.describe.configure({ mode: "serial" });

let publication: Mortal;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  publication = await publicationToKill();
});
test.afterAll(() => publication?.end());

/** Ten comments a second until it is told to stop; answers when each was answered. */
function storm(slug: string, people: Awaited<ReturnType<typeof crowd>>) {
  const answered: number[] = [];
  let over = false;
  const say = async (cookie: string, number: number) => {
    const { status } = await fetch(`${here().url}/api/v1/articles/${slug}/comments`, {
      method: "POST",
      headers: { origin: here().url, cookie, "content-type": "application/json", "x-forwarded-for": newAddress() },
      body: JSON.stringify({ body: `Said in passing, number ${number}.` }),
    });
    if (status === 201) answered.push(Date.now());
  };
  const blowing = (async () => {
    for (const [number, { cookie }] of people.entries()) {
      if (over) return;
      void say(cookie, number).catch(() => undefined);
      await pause(100);
    }
  })();
  const stop = () => {
    over = true;
    return blowing;
  };
  return { answered, stop };
}

const textOf = async (slug: string) => (await fetch(`${here().url}/articles/${slug}`)).text();
const shownIn = (page: string) => Number(/id="thread-head">([\d,]+)/.exec(page)?.[1] ?? 0);

async function renderers(): Promise<number> {
  const [row] = await sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'rejoinder renderer'",
  );
  return row?.count ?? 0;
}

test("a busy page is rendered apart, never a second late, an edit of the piece shows at once, and kill -9 leaves nothing", async () => {
  test.setTimeout(120_000);
  const { slug, articleId } = await makeWorld();
  const before = shownIn(await textOf(slug));
  const { answered, stop } = storm(slug, await crowd(400, { published: 5 }));
  const look = async () => {
    const due = answered.filter((at) => at < Date.now() - 1_000).length;
    expect(shownIn(await textOf(slug))).toBeGreaterThanOrEqual(before + due);
    return renderers();
  };
  await expect.poll(look, { timeout: 30_000, intervals: [50] }).toBeGreaterThan(0);
  for (let turn = 0; turn < 40; turn++) {
    await look();
    if (turn % 10 > 0) continue;
    const title = `In the middle of it, ${turn}`;
    await sql("UPDATE articles SET title = $2 WHERE id = $1", [articleId, title]);
    await pause(100);
    expect(await textOf(slug)).toContain(title);
  }
  await publication.kill();
  await stop();
  await expect.poll(renderers, { timeout: 15_000 }).toBe(0);
  await publication.revive();
  const [stored] = await sql<{ count: number }>(`SELECT "commentCount" AS count FROM articles WHERE id = $1`, [
    articleId,
  ]);
  expect(shownIn(await textOf(slug))).toBe(stored?.count);
  expect(stored?.count).toBeGreaterThanOrEqual(before + answered.length);
});
