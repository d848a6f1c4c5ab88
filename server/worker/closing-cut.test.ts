import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeOwnAccount } from "@/lib/accounts/closing";
import { wrongCounters } from "@/lib/comments/counters-testing";
import { transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { makeArticle, makeReader } from "@/prisma/factories";
import { sql } from "@/prisma/testing";
import { kill, workersToKill } from "@/server/worker/worker-testing";

const length = 4_000;
let workers: Awaited<ReturnType<typeof workersToKill>>;

beforeAll(async () => {
  workers = await workersToKill();
});
afterAll(() => workers.remove());

async function left(): Promise<number> {
  const [row] = await sql<{ left: number }>(`SELECT count(*)::int AS left FROM comments WHERE "authorId" IS NOT NULL`);
  return row?.left ?? 0;
}

test("a long chain is erased to the end, and counted right at every cut, though workers are killed in the middle of it", async () => {
  const leaver = await makeReader();
  const { id } = await makeArticle();
  await sql(
    `INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, "replyCount")
     SELECT md5(n::text)::uuid, $1, CASE WHEN n > 0 THEN md5((n - 1)::text)::uuid END, n, $2, 'Words.', '<p>Words.</p>', n::text, 'published',
       CASE WHEN n < $3 - 1 THEN 1 ELSE 0 END FROM generate_series(0, $3 - 1) n`,
    [id, leaver.id, length],
  );
  await sql(`UPDATE articles SET "commentCount" = $2 WHERE id = $1`, [id, length]);
  await sql(`UPDATE accounts SET "publishedCount" = $2 WHERE id = $1`, [leaver.id, length]);
  await transaction(async () => {
    await closeOwnAccount(leaver, "erase");
    await enqueue("finish_closing", { accountId: leaver.id });
  });

  let cuts = 0;
  for (let before = await left(); before > length / 4; before = await left()) {
    const child = workers.start();
    while ((await left()) === before) await pause(10);
    await pause(Math.random() * 150);
    await kill(child);
    cuts++;
    expect(await wrongCounters()).toEqual([]);
    // As a worker's pulse does once the dead one was silent for 15 seconds.
    await sql("SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM graphile_worker.jobs");
  }
  const last = workers.start();
  await expect
    .poll(() => sql(`SELECT 1 FROM closings WHERE "doneAt" IS NULL`), { timeout: 60_000, interval: 200 })
    .toEqual([]);
  await kill(last);
  expect(cuts).toBeGreaterThan(1);
  expect(await left()).toBe(0);
  expect(await sql(`SELECT 1 FROM comments WHERE body <> '' OR shown`)).toEqual([]);
  expect(await wrongCounters()).toEqual([]);
}, 180_000);
