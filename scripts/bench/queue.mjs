import { fillQueue, rare } from "./crowd-waiting.mjs";
import { median } from "./measure.mjs";
import { measured } from "./statements.mjs";

const looks = 30;

/** The desk's limit is by person: each measure has a moderator of its own. */
async function moderatorsOf(client, people) {
  const chosen = people.slice(-40);
  await client.query("UPDATE accounts SET role = 'moderator' WHERE id = ANY($1)", [chosen.map(({ id }) => id)]);
  return () => chosen.pop();
}

/** The queue of a busy site: its first page, its hundredth, filtered ones, and a batch of decisions, over HTTP and as Postgres counts them. */
async function run({ port, people, client }) {
  await fillQueue(client, people);
  const moderator = await moderatorsOf(client, people);
  const verdicts = [];
  const first = `status=pending&limit=20`;
  const pages = {
    "the first page": first,
    "page 100": `${first}&cursor=${await cursorOf(port, moderator, 99)}`,
    "under one piece": `${first}&article=piece-7`,
    "by one person": `${first}&person=reader-70`,
    "held by a rare step": `${first}&reason=shouting`,
    "found by a rare word": `${first}&q=${rare}`,
    reported: "status=reported&limit=20",
  };
  for (const [what, query] of Object.entries(pages)) {
    const asked = { port, query, cookie: moderator().cookie };
    for (let warm = 0; warm < 5; warm++) await list(asked);
    const answered = [];
    const { time } = await measured(client, looks, async () => {
      for (let look = 0; look < looks; look++) answered.push((await list(asked)).took);
    });
    verdicts.push({ what: `queue, ${what}`, found: time, unit: "ms in the database", atMost: 10 });
    verdicts.push({ what: `queue, ${what}`, found: median(answered), unit: "ms answered", atMost: 50 });
  }
  const batches = [];
  for (let batch = 0; batch < 3; batch++) batches.push(await decideHundred(port, moderator().cookie));
  verdicts.push({ what: "a batch of 100 decisions", found: median(batches), unit: "ms answered", atMost: 1_000 });
  return { verdicts };
}

async function list({ port, query, cookie }) {
  const began = performance.now();
  const answer = await fetch(`http://localhost:${port}/api/v1/moderation/comments?${query}`, { headers: { cookie } });
  const { items, nextCursor, detail } = await answer.json();
  if (!answer.ok || items.length === 0) throw new Error(`The queue answered ${answer.status} to ${query}: ${detail}`);
  return { took: performance.now() - began, items, nextCursor };
}

async function cursorOf(port, moderator, steps) {
  let cursor = "";
  const cookies = [moderator().cookie, moderator().cookie];
  for (let step = 0; step < steps; step++) {
    const query = `status=pending&limit=20${cursor && `&cursor=${cursor}`}`;
    cursor = (await list({ port, query, cookie: cookies[step % 2] })).nextCursor;
  }
  return cursor;
}

async function decideHundred(port, cookie) {
  const { items } = await list({ port, query: "status=pending&limit=100", cookie });
  const began = performance.now();
  const answer = await fetch(`http://localhost:${port}/api/v1/moderation/decisions`, {
    method: "POST",
    headers: { cookie, origin: `http://localhost:${port}`, "content-type": "application/json" },
    body: JSON.stringify({
      action: "approve",
      items: items.map(({ comment: { id, revision } }) => ({ id, revision })),
    }),
  });
  const decided = await answer.json();
  const refused = decided.items?.filter(({ status }) => status !== 200) ?? [decided];
  if (refused.length > 0) throw new Error(`A decision was refused: ${JSON.stringify(refused[0])}`);
  return performance.now() - began;
}

export const queue = { name: "queue", title: "A queue of 100,000 among 500,000 comments", run };
