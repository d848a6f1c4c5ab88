import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { postComment } from "@/lib/comments/posting";
import { db, transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { decide } from "@/lib/moderation/mutations";
import { mailDaily } from "@/lib/notifications/mailing";
import { makeArticle, makeComment, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";
import { smtpSink } from "@/server/worker/smtp-sink-testing";
import { kill, workersToKill } from "@/server/worker/worker-testing";

const readers = 300;
let workers: Awaited<ReturnType<typeof workersToKill>>;
let sink: Awaited<ReturnType<typeof smtpSink>>;

beforeAll(async () => {
  workers = await workersToKill();
  sink = await smtpSink({ delay: () => Math.random() * 8 });
});
beforeEach(async () => {
  await emptyDatabase();
  sink.accepted.length = 0;
});
afterAll(() => {
  sink.close();
  workers.remove();
});

const worker = () => workers.start({ SMTP_URL: sink.url });

const left = async () =>
  (
    await sql<{ left: number }>(`SELECT count(*)::int AS left FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier ~ '^(tell|mail_)'`)
  )[0]?.left;

/** Followers of a discussion, who chose how soon they are mailed: their addresses begin with the letter. */
const follow = (articleId: string, letter: string, delivery: "at_once" | "daily") =>
  sql(
    `WITH people AS (
       INSERT INTO accounts (id, email, handle, name, "passwordHash")
       SELECT gen_random_uuid(), $1 || n || '@example.org', $1 || n, 'F ' || n, 'none' FROM generate_series(1, $2) n RETURNING id
     ), following AS (INSERT INTO thread_follows ("accountId", "articleId") SELECT id, $3 FROM people)
     INSERT INTO notification_settings ("accountId", kind, delivery) SELECT id, 'followed_thread', $4::"Delivery" FROM people`,
    [letter, readers, articleId, delivery],
  );

/** The moment at which a worker that was started at `since` has a job in hand. */
async function jobTaken(since: Date): Promise<void> {
  while ((await sql("SELECT 1 FROM graphile_worker._private_jobs WHERE locked_at >= $1", [since])).length === 0)
    await pause(5);
}

/** Some while after one more message came. */
async function messageCame(): Promise<void> {
  const before = sink.accepted.length;
  while (sink.accepted.length === before) await pause(5);
  await pause(Math.random() * 250);
}

/** Kills workers one after another, each at its moment, until most messages are out; then lets one finish. */
async function workAndKill(moments: ((since: Date) => Promise<void>)[], messages: number): Promise<void> {
  const wanted = sink.accepted.length + messages * 0.9;
  for (const moment of moments) {
    if (sink.accepted.length >= wanted) break;
    const since = now();
    const child = worker();
    await moment(since);
    await kill(child);
  }
  const last = worker();
  await expect.poll(left, { timeout: 90_000, interval: 200 }).toBe(0);
  await kill(last);
}

const times = <T>(count: number, each: T): T[] => Array.from({ length: count }, () => each);

/** Followers who did not get just so many messages, with how many they got. */
function notSo(letter: string, messages: number): [string, number][] {
  const got = new Map<string, number>();
  for (const { to } of sink.accepted) got.set(to, (got.get(to) ?? 0) + 1);
  return Array.from({ length: readers }, (_, n) => `${letter}${n + 1}@example.org`)
    .map((to): [string, number] => [to, got.get(to) ?? 0])
    .filter(([, count]) => count !== messages);
}

test("each follower gets exactly one message, though workers are killed at random while they send; what never was, nobody", async () => {
  const { id } = await makeArticle();
  await follow(id, "f", "at_once");
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

  await workAndKill(times(8, messageCame), readers);

  expect(notSo("f", 1)).toEqual([]);
  expect(sink.accepted).toHaveLength(readers);
  expect(await db.notification.count({ where: { mailedAt: null } })).toBe(0);
}, 180_000);

test("a comment that was posted, one that was approved and the letter of the day reach each once, though workers die before their first message", async () => {
  const article = await makeArticle();
  await follow(article.id, "f", "at_once");
  await follow(article.id, "d", "daily");
  const by = await makeKnownReader();
  await makeComment({ author: by });
  await postComment(by, { slug: article.slug, body: "Words for everybody." });
  const waiting = await makeComment({
    article,
    author: await makeReader({ email: "writer@example.org" }),
    status: "pending",
  });
  await decide(await makeModerator(), waiting.id, { action: "approve", revision: 1 });
  await sql("UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()");

  await workAndKill([...times(3, jobTaken), ...times(5, messageCame)], readers * 2 + 1);
  expect([notSo("f", 2), notSo("d", 0)]).toEqual([[], []]);
  expect(sink.accepted.filter(({ to }) => to === "writer@example.org")).toHaveLength(1);
  expect(sink.accepted).toHaveLength(readers * 2 + 1);

  await mailDaily();
  await workAndKill([jobTaken, ...times(4, messageCame)], readers);
  expect([notSo("f", 2), notSo("d", 1)]).toEqual([[], []]);
  expect(sink.accepted.filter(({ source }) => /^Subject: 2 things/m.test(source))).toHaveLength(readers);
  expect(new Set(sink.accepted.map(({ messageId }) => messageId)).size).toBe(sink.accepted.length);
  expect(await db.notification.count({ where: { mailedAt: null } })).toBe(0);
}, 240_000);
