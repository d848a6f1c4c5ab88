import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { as, one } from "../fixtures/crowd";
import { here } from "../fixtures/here";
import { expect, test } from "../fixtures/test";
import { makeWorld } from "./world";

const both = () => [here().url, here().otherUrl];
const page = async (url: string, path: string) => (await fetch(url + path)).text();

/** Milliseconds until every process shows `words` at `path`, asked again and again. */
async function untilShown(path: string, words: string): Promise<number> {
  const began = performance.now();
  await Promise.all(
    both().map(async (url) => {
      while (!(await page(url, path)).includes(words)) {
        if (performance.now() - began > 5_000) throw new Error(`${url}${path} did not show “${words}” within 5 s.`);
        await pause(2);
      }
    }),
  );
  return performance.now() - began;
}

/** Long enough to render a page on a busy machine, over and above the 100 ms in which the change must be heard of. */
const rendering = 400;

test("what psql writes, both processes show", async () => {
  const { slug, articleId } = await makeWorld();
  const path = `/articles/${slug}`;
  const client = new Client({ connectionString: here().databaseUrl });
  await client.connect();
  try {
    for (let turn = 0; turn < 5; turn++) {
      await Promise.all(both().map((url) => page(url, path)));
      const title = `Written by hand, ${turn}`;
      await client.query("UPDATE articles SET title = $2 WHERE id = $1", [articleId, title]);
      expect(await untilShown(path, title)).toBeLessThan(100 + rendering);
    }
  } finally {
    await client.end();
  }
});

test("no process serves a kept page 100 ms after psql changed what it shows", async () => {
  const { slug, articleId } = await makeWorld();
  const path = `/articles/${slug}`;
  const client = new Client({ connectionString: here().databaseUrl });
  await client.connect();
  try {
    for (let turn = 0; turn < 5; turn++) {
      await Promise.all(both().map((url) => page(url, path)));
      const title = `Not kept, ${turn}`;
      await client.query("UPDATE articles SET title = $2 WHERE id = $1", [articleId, title]);
      await pause(100);
      for (const html of await Promise.all(both().map((url) => page(url, path)))) expect(html).toContain(title);
    }
  } finally {
    await client.end();
  }
});

test("what one process publishes, the other shows; its writer sees it at once on either", async () => {
  const { slug } = await makeWorld();
  const path = `/articles/${slug}`;
  const somebody = await one({ published: 5 });
  const writer = await as(somebody);
  for (let turn = 0; turn < 3; turn++) {
    await Promise.all(both().map((url) => page(url, path)));
    const words = `Words number ${turn} that all may read.`;
    const posted = await writer.post(`/api/v1/articles/${slug}/comments`, { data: { body: words } });
    expect(posted.status(), await posted.text()).toBe(201);
    // The process that wrote has dropped its own page before it answered.
    expect(await page(here().url, path)).toContain(words);
    // The other one knows the writer by a cookie, should the change not have been heard of yet.
    const fresh = posted.headers()["set-cookie"]?.match(/rejoinder-fresh=\w+/)?.[0] ?? "";
    expect(fresh).not.toBe("");
    const seen = await fetch(here().otherUrl + path, { headers: { cookie: fresh } });
    expect(await seen.text()).toContain(words);
    await untilShown(path, words);
  }
});

test("a name that changed changes on every page that bears it", async () => {
  const { slug, author } = await makeWorld();
  const client = new Client({ connectionString: here().databaseUrl });
  await client.connect();
  try {
    const paths = [`/articles/${slug}`, `/authors/${author.handle}`];
    for (const path of paths) await Promise.all(both().map((url) => page(url, path)));
    await client.query("UPDATE accounts SET name = 'Renata Umbenannt' WHERE id = $1", [author.id]);
    await pause(100);
    for (const path of paths) {
      for (const html of await Promise.all(both().map((url) => page(url, path))))
        expect(html).toContain("Renata Umbenannt");
    }
  } finally {
    await client.end();
  }
});
