import { beforeEach, expect, test } from "vitest";
import { wrongCounters } from "@/lib/comments/counters-testing";
import { vote } from "@/lib/comments/voting";
import { db } from "@/lib/db";
import { makeArticle, makeComment, makeReader } from "@/prisma/factories";
import { emptyDatabase, refused } from "@/prisma/testing";

beforeEach(emptyDatabase);

test("a vote counts once, however often it is cast; the last one counts; it can be taken back", async () => {
  const reader = await makeReader();
  const { id } = await makeComment();
  const scores = [];
  for (const value of [1, 1, -1, 0, 0] as const) scores.push((await vote(reader, id, value)).score);
  expect(scores).toEqual([1, 1, -1, 0, 0]);
});

test("nobody votes on their own comment", async () => {
  const reader = await makeReader();
  const { id } = await makeComment({ author: reader });
  await expect(vote(reader, id, 1)).rejects.toEqual(refused("forbidden"));
});

test.each([
  ["pending", 0, "not_found"],
  ["removed", 0, "not_found"],
  ["removed", 1, "conflict"],
  ["deleted", 1, "conflict"],
] as const)("nobody votes on a %s comment with %d replies: %s", async (status, replyCount, code) => {
  const { id } = await makeComment({ status, replyCount });
  await expect(vote(await makeReader(), id, 1)).rejects.toEqual(refused(code));
  expect(await db.vote.count()).toBe(0);
});

test("nobody votes under an article that was taken back", async () => {
  const { id } = await makeComment({ article: await makeArticle({ status: "archived" }) });
  await expect(vote(await makeReader(), id, 1)).rejects.toEqual(refused("not_found"));
});

test("a hundred votes of one reader at once are one", async () => {
  const reader = await makeReader();
  const { id } = await makeComment();
  await Promise.all(Array.from({ length: 100 }, () => vote(reader, id, 1)));
  expect(await db.comment.findUnique({ where: { id } })).toMatchObject({ ups: 1, downs: 0, score: 1 });
});

test("counters are the counts after a storm of votes by twenty readers", async () => {
  const readers = await Promise.all(Array.from({ length: 20 }, () => makeReader()));
  const comments = await Promise.all([makeComment(), makeComment()]);
  const values = [1, -1, 0, 1, 1, -1] as const;
  await Promise.all(
    readers.flatMap((reader, place) =>
      values.map((value, turn) => vote(reader, comments[(place + turn) % 2]?.id ?? "", value)),
    ),
  );
  expect(await wrongCounters()).toEqual([]);
});
