import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { differingCounters } from "../../lib/comments/counters-query-testing";
import { as, crowd } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { here } from "../fixtures/here";
import { type Case, makeCases } from "./cases";
import { chanceOf } from "./chance";
import { type Met, moderate } from "./deciding";
import { type Mortal, publicationToKill } from "./publication";
import { Reaper } from "./reaper";
import { foundAfter } from "./tampering";
import { halfDone, wronglyTold } from "./whole";

// Moderators decide while the process is killed at moments that a seed chooses: `DECIDING_SEED=17` has the same chances again.
const seed = Number(process.env.DECIDING_SEED ?? 20_261_123);
const total = process.env.THOROUGH ? 500 : 60;
const moderators = 6;

let publication: Mortal;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  // Nothing is told before it was looked at.
  publication = await publicationToKill({ WORKER: "off" });
});
test.afterAll(() => publication?.end());

const notWhole = async () => [...(await sql(halfDone)), ...(await sql(differingCounters, [null, null]))];

/** What was decided on each of these, in order, and what was taken back, as the database has it. */
async function decided(cases: readonly Case[]) {
  const rows = await sql<{ id: string; status: string; done: Case["done"] }>(
    `SELECT c.id, c.status::text AS status, coalesce(json_agg(json_build_object('action', d.action, 'undone', u.at IS NOT NULL)
       ORDER BY d.at, d.id) FILTER (WHERE d.id IS NOT NULL), '[]') AS done
     FROM comments c LEFT JOIN decisions d ON d."commentId" = c.id LEFT JOIN undone_decisions u ON u."decisionId" = d.id GROUP BY c.id`,
  );
  return cases.map(({ id }) => rows.find((row) => row.id === id));
}

/** What `npm run verify-log` says; throws where it finds a fault. */
async function logVerified(): Promise<string> {
  const env = { ...process.env, DATABASE_URL: here().databaseUrl, DATA_DIR: here().dataDir };
  return (await promisify(execFile)(process.execPath, ["scripts/verify-log.mjs"], { env })).stdout;
}

const left = `SELECT t.identifier, j.last_error FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE t.identifier LIKE 'tell_%'`;

test(`of ${total} decisions, while the process is killed at random, each is there with all that belongs to it, or not at all`, async () => {
  test.setTimeout(60_000 + total * 3_000);
  const chance = chanceOf(seed);
  const cases = await makeCases(Math.ceil(total / 3), chance);
  const broken: unknown[] = [];
  const reaper = new Reaper(publication, chance, async () => {
    broken.push(...(await notWhole()));
  });
  const met: Met = { unanswered: 0, doneUnanswered: 0, strange: [] };
  const people = await crowd(moderators, { role: "moderator" });
  await Promise.all(
    people.map(async (moderator, number) => {
      const own = cases.filter((_, place) => place % moderators === number);
      const desk = { client: await as(moderator), cases: own, chance: chanceOf(seed + 1 + number), reaper, met };
      await moderate(desk, Math.floor((total + number) / moderators));
    }),
  );
  await reaper.alive();
  const course = JSON.stringify({ seed, killed: reaper.killed, ...met });
  test.info().annotations.push({ type: "course", description: course });

  expect(met.strange, course).toEqual([]);
  expect(broken, course).toEqual([]);
  expect(await notWhole(), course).toEqual([]);
  expect(await decided(cases), course).toEqual(cases.map(({ openReports: _, ...each }) => each));
  expect(await sql("SELECT count(*)::int AS made FROM decisions")).toEqual([{ made: total }]);
  expect(reaper.killed, course).toBeGreaterThan(total / 30);
  expect(met.unanswered, course).toBeGreaterThan(reaper.killed);
  expect(await logVerified()).toMatch(/✓ [\d,]+ entries, each as it was written/);

  for (const [half, found] of Object.entries(await foundAfter(halfDone))) expect(found, course).toContain(half);

  await publication.kill();
  await sql("UPDATE graphile_worker._private_jobs SET run_at = now()");
  await publication.revive({ WORKER: "on" });
  await expect.poll(() => sql(left), { timeout: 60_000 }).toEqual([]);
  expect(await sql(wronglyTold), course).toEqual([]);
});
