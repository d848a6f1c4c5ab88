import { setTimeout as pause } from "node:timers/promises";
import { figure } from "./rounds.mjs";
import { buildChain } from "./threads.mjs";

const length = 10_000;
const password = "seven brown herons wade";

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1_000 };
}

async function answered(url, init, status = 200) {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return text;
}

/** One person has answered themselves 10,000 times: it opens in its middle and at its end, is exported, and is erased with their account. */
async function run({ port, people, client }) {
  const { hash } = await import("@node-rs/argon2");
  // Whoever has left does nothing in other measures.
  const writer = people.pop();
  await client.query(`UPDATE accounts SET "passwordHash" = $2 WHERE id = $1`, [writer.id, await hash(password)]);
  const { slug, comments } = await buildChain(client, people, writer, { slug: "a-long-answer", comments: length });
  await client.query("ANALYZE comments");
  const at = `http://localhost:${port}`;
  const headers = { cookie: writer.cookie, origin: at, "content-type": "application/json" };
  const opened = [];
  for (const depth of [0, 5_000, 9_999]) {
    const { id } = comments[depth];
    const { result, seconds } = await timed(() => answered(`${at}/comments/${id}`));
    if (!result.includes(`comment-${id}`))
      throw new Error(`The page of the comment at depth ${depth} does not show it.`);
    opened.push(seconds * 1_000);
  }
  await answered(`${at}/articles/${slug}`);

  const exported = await timed(async () => JSON.parse(await answered(`${at}/api/v1/viewer/export`, { headers })));
  if (exported.result.comments.length !== length) throw new Error("The export does not hold the whole chain.");

  const erased = await timed(async () => {
    const body = JSON.stringify({ comments: "erase", currentPassword: password });
    const { id } = JSON.parse(await answered(`${at}/api/v1/viewer/close`, { method: "POST", headers, body }));
    for (let done = false; !done; await pause(50)) {
      const { rows } = await client.query(`SELECT "doneAt" IS NOT NULL AS done FROM closings WHERE id = $1`, [id]);
      done = rows[0].done;
    }
  });
  const { rows } = await client.query(
    `SELECT (SELECT count(*)::int FROM comments WHERE body <> '' AND "articleId" = a.id) AS left, a."commentCount" AS counted FROM articles a WHERE slug = $1`,
    [slug],
  );
  if (rows[0].left + rows[0].counted > 0) throw new Error(`After the erasure: ${JSON.stringify(rows[0])}`);
  return {
    notes: [`its beginning, middle and end open in ${opened.map(figure).join(", ")} ms`],
    verdicts: [
      { what: "a chain of 10,000, opened", found: Math.max(...opened), unit: "ms at most", atMost: 1_000 },
      { what: "a chain of 10,000, exported", found: exported.seconds, unit: "s", atMost: 5 },
      { what: "a chain of 10,000, erased", found: erased.seconds, unit: "s", atMost: 30 },
    ],
  };
}

export const chain = { name: "chain", title: "A chain of 10,000 answers", run };
