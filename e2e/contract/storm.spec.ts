import { hash } from "@node-rs/argon2";
import { differingCounters } from "../../lib/comments/counters-query-testing";
import { as, crowd, type Somebody } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { here } from "../fixtures/here";
import { expect, test } from "../fixtures/test";
import { type Actor, act, dice, type Scene } from "./storm";
import { makeWorld } from "./world";

const seed = Number(process.env.STORM_SEED ?? 20_261_123);
const seconds = Number(process.env.STORM_SECONDS ?? 20);
const password = "seven brown herons wade";
const choices = ["keep", "without_name", "erase"] as const;

/** Articles of their own, empty, one where comments appear at once and one where they wait. */
async function articles() {
  const worlds = [await makeWorld(), await makeWorld()];
  const ids = worlds.map(({ articleId }) => articleId);
  await sql(`DELETE FROM comments WHERE "articleId" = ANY($1::uuid[])`, [ids]);
  await sql(`UPDATE articles SET "commentCount" = 0, "commentPolicy" = 'open' WHERE id = ANY($1::uuid[])`, [ids]);
  await sql(`UPDATE articles SET "commentPolicy" = 'all_held' WHERE id = $1`, [ids[1]]);
  return worlds;
}

async function actorOf(somebody: Somebody, role: Actor["role"], number: number): Promise<Actor> {
  const clients = [await as(somebody), await as(somebody, { url: here().otherUrl })] as const;
  return { client: (turn) => clients[turn % 2 ? 1 : 0], own: [], roll: dice(seed + number), role };
}

/** Somebody closes their account in the middle of it, at both processes at once; gives when that was answered. */
async function leave(somebody: Somebody, actor: Actor, comments: (typeof choices)[number], scene: Scene) {
  await Promise.all(
    [0, 1].map(async (turn) => {
      const answer = await actor.client(turn).post("/api/v1/viewer/close", {
        data: { comments, currentPassword: password },
      });
      const status = answer.status();
      scene.answers[`close ${status}`] = (scene.answers[`close ${status}`] ?? 0) + 1;
      if (![200, 401].includes(status)) scene.strange.push(`close ${somebody.id}: ${status} ${await answer.text()}`);
    }),
  );
  return { ...somebody, comments };
}

test("after a storm over two processes counters equal counts, nobody met a fault, and nobody is heard who left", async () => {
  test.setTimeout((seconds + 100) * 1_000);
  const worlds = await articles();
  const [readers, leavers, moderators] = [await crowd(36), await crowd(9), await crowd(4, { role: "moderator" })];
  await sql(`UPDATE accounts SET "passwordHash" = $2 WHERE id = ANY($1::uuid[])`, [
    leavers.map(({ id }) => id),
    await hash(password),
  ]);
  const scene: Scene = { articles: worlds, said: [], answers: {}, strange: [] };
  const until = performance.now() + seconds * 1_000;
  let number = 0;
  const goOn = async (somebody: Somebody, role: Actor["role"], end = until) => {
    const actor = await actorOf(somebody, role, ++number);
    for (let turn = number; performance.now() < end; turn++) await act(scene, actor, turn);
    return actor;
  };
  const left: Promise<Somebody & { comments: string }>[] = leavers.map(async (leaver, nth) => {
    const actor = await goOn(leaver, "reader", until - (seconds * 1_000 * (9 - nth)) / 12);
    const [closed] = await Promise.all([
      leave(leaver, actor, choices[nth % 3] ?? "keep", scene),
      ...Array.from({ length: 6 }, (_, turn) => act(scene, actor, turn)),
    ]);
    return closed;
  });
  const others = [
    ...readers.map((reader) => goOn(reader, "reader")),
    ...moderators.map((moderator) => goOn(moderator, "moderator")),
    ...worlds.map(({ author }) => goOn(author, "author")),
  ];
  const gone = await Promise.all(left);
  await Promise.all(others);

  const ids = leavers.map(({ id }) => id);
  const done = `SELECT count(*)::int AS done FROM closings WHERE "accountId" = ANY($1::uuid[]) AND "doneAt" IS NOT NULL`;
  await expect.poll(async () => (await sql<{ done: number }>(done, [ids]))[0]?.done, { timeout: 60_000 }).toBe(9);
  test.info().annotations.push({ type: "seed", description: `${seed}: ${JSON.stringify(scene.answers)}` });
  expect(scene.strange, `seed ${seed}`).toEqual([]);
  const people = [...readers, ...leavers, ...moderators, ...worlds.map(({ author }) => author)];
  const scope = [worlds.map(({ articleId }) => articleId), people.map(({ id }) => id)];
  expect(await sql(differingCounters, scope), `seed ${seed}: ${JSON.stringify(scene.answers)}`).toEqual([]);

  const nameless = gone.filter(({ comments }) => comments !== "keep").map(({ id }) => id);
  expect(await sql(`SELECT id FROM comments WHERE "authorId" = ANY($1::uuid[])`, [nameless])).toEqual([]);
  expect(await sql(`SELECT id FROM reports WHERE "reporterId" = ANY($1::uuid[])`, [ids])).toEqual([]);
  const later = `SELECT c.id FROM comments c JOIN closings l ON l."accountId" = c."authorId" WHERE l."accountId" = ANY($1::uuid[]) AND c."createdAt" > l.at + interval '1 second'`;
  expect(await sql(later, [ids])).toEqual([]);
  for (const what of ["post 201", "vote 200", "decide 201", "edit 200", "close 200"])
    expect(scene.answers[what] ?? 0, what).toBeGreaterThan(5);
});
