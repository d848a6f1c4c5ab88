import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { makeArticle, makeComment } from "@/prisma/factories";
import { sql } from "@/prisma/testing";
import { smtpSink } from "@/server/worker/smtp-sink-testing";
import { kill, workersToKill } from "@/server/worker/worker-testing";

const readers = 300;
let workers: Awaited<ReturnType<typeof workersToKill>>;
let sink: Awaited<ReturnType<typeof smtpSink>>;

beforeAll(async () => {
  workers = await workersToKill();
  sink = await smtpSink({ delay: () => Math.random() * 8 });
});
afterAll(() => {
  sink.close();
  workers.remove();
});

const worker = () => workers.start({ SMTP_URL: sink.url });

const left = async () =>
  (
    await sql<{ left: number }>(`SELECT count(*)::int AS left FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier ~ '^(tell|mail_notification)'`)
  )[0]?.left;

test("each follower gets exactly one message, though workers are killed at random while they send; what never was, nobody", async () => {
  const { id } = await makeArticle();
  await sql(
    `WITH people AS (
       INSERT INTO accounts (id, email, handle, name, "passwordHash")
       SELECT gen_random_uuid(), 'f' || n || '@example.org', 'f' || n, 'F ' || n, 'none' FROM generate_series(1, $1) n RETURNING id
     ), following AS (INSERT INTO thread_follows ("accountId", "articleId") SELECT id, $2 FROM people)
     INSERT INTO notification_settings ("accountId", kind, delivery) SELECT id, 'followed_thread', 'at_once' FROM people`,
    [readers, id],
  );
  const tellOf = ({ id: commentId }: { id: string }) =>
    enqueue("tell_of_comment", { commentId, at: now().toISOString() });
  await tellOf(await makeComment({ article: { id } }));
  // Rolled back, and held: nobody hears of these.
  const failing = transaction(async () => {
    await tellOf(await makeComment({ article: { id } }));
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await tellOf(await makeComment({ article: { id }, status: "pending" }));

  for (let killed = 0; killed < 8 && sink.accepted.length < readers * 0.9; killed++) {
    const child = worker();
    const before = sink.accepted.length;
    while (sink.accepted.length === before) await pause(5);
    await pause(Math.random() * 250);
    await kill(child);
  }
  const last = worker();
  await expect.poll(left, { timeout: 60_000, interval: 200 }).toBe(0);
  await kill(last);

  const times = new Map<string, number>();
  for (const { to } of sink.accepted) times.set(to, (times.get(to) ?? 0) + 1);
  const notOnce = Array.from({ length: readers }, (_, n) => `f${n + 1}@example.org`).filter(
    (to) => times.get(to) !== 1,
  );
  expect(notOnce.map((to) => [to, times.get(to) ?? 0])).toEqual([]);
  expect(sink.accepted).toHaveLength(readers);
  expect(await db.notification.count({ where: { mailedAt: null } })).toBe(0);
}, 120_000);
