import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { as, crowd, one, type Somebody } from "../fixtures/crowd";
import { sql } from "../fixtures/database";
import { here } from "../fixtures/here";
import { expect, test } from "../fixtures/test";
import { makeWorld } from "./world";

/** Somebody's clients at both processes, in turns. */
async function atBoth(somebody: Somebody): Promise<(turn: number) => APIRequestContext> {
  const clients = [await as(somebody), await as(somebody, { url: here().otherUrl })] as const;
  return (turn) => clients[turn % 2 === 0 ? 0 : 1];
}

const times = <T>(count: number, work: (turn: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, turn) => work(turn)));

function tally(values: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

test("fifty submissions with one key over two processes are one comment", async () => {
  const { slug } = await makeWorld();
  const reader = await atBoth(await one({ published: 5 }));
  const body = `Only once, ${randomUUID()}.`;
  const headers = { "idempotency-key": randomUUID() };
  const answers = await times(50, async (turn) => {
    const answer = await reader(turn).post(`/api/v1/articles/${slug}/comments`, { data: { body }, headers });
    return { status: answer.status(), id: answer.status() === 201 ? (await answer.json()).id : null };
  });
  const rows = await sql<{ id: string }>("SELECT id FROM comments WHERE body = $1", [body]);
  expect(rows).toHaveLength(1);
  for (const { status, id } of answers) {
    expect([201, 409, 429]).toContain(status);
    if (id) expect(id).toBe(rows[0]?.id);
  }
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
});

test("the same key afterwards gives the stored answer, and with other words is refused", async () => {
  const { slug } = await makeWorld();
  const reader = await atBoth(await one({ published: 5 }));
  const headers = { "idempotency-key": randomUUID() };
  const send = (turn: number, body: string) =>
    reader(turn).post(`/api/v1/articles/${slug}/comments`, { data: { body }, headers });
  const words = `Kept, ${randomUUID()}.`;
  const first = await send(0, words);
  const again = await send(1, words);
  expect([first.status(), again.status()]).toEqual([201, 201]);
  expect(again.headers()["idempotency-replayed"]).toBe("true");
  expect(await again.text()).toBe(await first.text());
  expect((await send(1, "Others.")).status()).toBe(422);
});

test("the same words twice without a key are one submission, and the second is shown the first", async () => {
  const { slug } = await makeWorld();
  const reader = await atBoth(await one({ published: 5 }));
  const body = `Twice, ${randomUUID()}.`;
  const statuses = await times(2, async (turn) =>
    (await reader(turn).post(`/api/v1/articles/${slug}/comments`, { data: { body } })).status(),
  );
  expect(statuses.sort()).toEqual([201, 409]);
  const third = await reader(0).post(`/api/v1/articles/${slug}/comments`, { data: { body } });
  expect(third.status()).toBe(409);
  const [row] = await sql<{ id: string }>("SELECT id FROM comments WHERE body = $1", [body]);
  expect(third.headers().location).toContain(row?.id);
  expect((await third.json()).detail).toContain(row?.id);
});

test("sixty readers voting at both processes at once leave counts that equal votes", async () => {
  const { commentId } = await makeWorld();
  const readers = await crowd(60);
  const answers = await Promise.all(
    readers.map(async (reader, number) => {
      const client = await atBoth(reader);
      const value = number % 3 === 0 ? -1 : 1;
      const both = await times(2, (turn) =>
        client(turn).put(`/api/v1/comments/${commentId}/vote`, { data: { value } }),
      );
      return both.map((answer) => answer.status());
    }),
  );
  for (const status of answers.flat()) expect([200, 429]).toContain(status);
  const [counted] = await sql(
    `SELECT ups, downs, score, (SELECT count(*)::int FROM votes v WHERE v."commentId" = c.id AND value = 1) AS "for",
     (SELECT count(*)::int FROM votes v WHERE v."commentId" = c.id AND value = -1) AS against FROM comments c WHERE id = $1`,
    [commentId],
  );
  expect(counted).toEqual({ ups: 40, downs: 20, score: 20, for: 40, against: 20 });
});

test("one reader's storm of votes and withdrawals leaves one vote or none, and the count of it", async () => {
  const { commentId } = await makeWorld();
  const reader = await atBoth(await one());
  const path = `/api/v1/comments/${commentId}/vote`;
  const statuses = await times(40, async (turn) => {
    const answer =
      turn % 3 === 2 ? reader(turn).delete(path) : reader(turn).put(path, { data: { value: turn % 2 ? 1 : -1 } });
    return (await answer).status();
  });
  for (const status of statuses) expect([200, 204, 429]).toContain(status);
  const [row] = await sql<{ score: number; sum: number; votes: number }>(
    `SELECT score, (SELECT coalesce(sum(value), 0)::int FROM votes v WHERE v."commentId" = c.id) AS sum,
     (SELECT count(*)::int FROM votes v WHERE v."commentId" = c.id) AS votes FROM comments c WHERE id = $1`,
    [commentId],
  );
  expect(row?.score).toBe(row?.sum);
  expect(row?.votes).toBeLessThanOrEqual(1);
});

test("of two decisions at the same moment one holds, and the other is told", async () => {
  const { waitingId } = await makeWorld();
  const moderators = await crowd(8, { role: "moderator" });
  const statuses = await Promise.all(
    moderators.map(async (moderator, turn) => {
      const client = (await atBoth(moderator))(turn);
      const action = turn % 2 ? "approve" : "reject";
      const answer = await client.post(`/api/v1/moderation/comments/${waitingId}/decisions`, {
        data: { action, revision: 1, reason: "spam" },
      });
      return answer.status();
    }),
  );
  // A late sender may have seen the rejection, and then approves in its own right; lib/moderation/decide.test.ts holds the exact promise.
  const decisions = await sql<{ from: string; to: string }>(
    `SELECT "fromStatus" AS from, "toStatus" AS to FROM decisions WHERE "commentId" = $1 ORDER BY at, id`,
    [waitingId],
  );
  const held = tally(statuses)[201] ?? 0;
  expect(held + (tally(statuses)[409] ?? 0)).toBe(8);
  expect(decisions).toHaveLength(held);
  expect(decisions.filter(({ from }) => from === "pending")).toHaveLength(1);
  const [comment] = await sql<{ status: string }>("SELECT status FROM comments WHERE id = $1", [waitingId]);
  expect(decisions.at(-1)?.to).toBe(comment?.status);
});

test("a decision on words that changed meanwhile is refused", async () => {
  const { waitingId, writer } = await makeWorld();
  const edited = await (await as(writer)).patch(`/api/v1/comments/${waitingId}`, {
    data: { body: "Other words than the moderator saw." },
  });
  expect(edited.status(), await edited.text()).toBe(200);
  const moderator = await as(await one({ role: "moderator" }));
  const answer = await moderator.post(`/api/v1/moderation/comments/${waitingId}/decisions`, {
    data: { action: "approve", revision: 1 },
  });
  expect(answer.status()).toBe(409);
  expect(await sql("SELECT status FROM comments WHERE id = $1", [waitingId])).toEqual([{ status: "pending" }]);
});

test("of two editors who save at the same moment one is told of the other's revision", async () => {
  const { articleId } = await makeWorld();
  const editors = await crowd(6, { role: "editor" });
  const answers = await Promise.all(
    editors.map(async (editor, turn) => {
      const client = (await atBoth(editor))(turn);
      const answer = await client.patch(`/api/v1/admin/articles/${articleId}`, {
        data: { body: `Words of editor ${turn}.`, revision: 1 },
      });
      return answer.status();
    }),
  );
  expect(tally(answers)).toEqual({ 200: 1, 409: 5 });
  const [article] = await sql<{ revision: number; kept: number }>(
    `SELECT revision, (SELECT count(*)::int FROM article_revisions r WHERE r."articleId" = a.id) AS kept FROM articles a WHERE id = $1`,
    [articleId],
  );
  expect(article).toEqual({ revision: 2, kept: 2 });
});

test("fifty reports of one reader are one report", async () => {
  const { commentId } = await makeWorld();
  const reader = await atBoth(await one());
  const statuses = await times(50, async (turn) =>
    (await reader(turn).post(`/api/v1/comments/${commentId}/reports`, { data: { reason: "spam" } })).status(),
  );
  for (const status of statuses) expect([200, 201, 429]).toContain(status);
  expect(tally(statuses)[201]).toBe(1);
  expect(await sql(`SELECT "openReports" FROM comments WHERE id = $1`, [commentId])).toEqual([{ openReports: 1 }]);
});
