import { beforeEach, describe, expect, test } from "vitest";
import { after, minute } from "@/lib/clock";
import type { Comment } from "@/lib/comments/comment";
import { type Sort, sorts } from "@/lib/comments/limits";
import { fullBranch, longThread } from "@/lib/comments/long-thread-testing";
import { repliesPage, threadOnAPage, threadPage } from "@/lib/comments/queries";
import { everyOne } from "@/lib/comments/thread";
import type { Page } from "@/lib/cursor";
import { db } from "@/lib/db";
import { makeArticle, makeComment, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

type Row = Awaited<ReturnType<typeof db.comment.findMany>>[number];

const start = new Date("2026-03-14T09:00:00Z");
const ids = (comments: readonly { id: string }[]) => comments.map(({ id }) => id);
const unreadable = expect.objectContaining({ name: "AppError", code: "unreadable" });

/** Every page from the first to the last. */
async function pages(read: (cursor: string | undefined) => Promise<Page<Comment>>): Promise<Comment[][]> {
  const all: Comment[][] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    all.push(page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
}

/** Comments with these votes, a minute apart. */
async function voted(votes: readonly (readonly [ups: number, downs: number])[]) {
  const article = await makeArticle();
  const author = await makeReader();
  const made: string[] = [];
  for (const [place, [ups, downs]] of votes.entries()) {
    const createdAt = after(start, place * minute);
    made.push((await makeComment({ article, author, ups, downs, score: ups - downs, createdAt })).id);
  }
  const order = async (sort: Sort) =>
    ids((await threadPage(article.id, { sort, limit: 100 })).items).map((id) => made.indexOf(id));
  return { made, order };
}

describe("best", () => {
  test("is Wilson's lower bound at 95 %", async () => {
    const { made } = await voted([
      [1, 0],
      [10, 1],
      [60, 40],
      [0, 5],
      [0, 0],
    ]);
    const rows = await db.comment.findMany({ where: { id: { in: made } }, orderBy: { createdAt: "asc" } });
    // By hand, with z = 1.96: for ten of eleven (0.9091 + 0.1746 - 1.96 √(0.007513 + 0.007937)) / 1.3492 = 0.6226.
    const expected = [0.2065, 0.6226, 0.502, -5, 0];
    for (const [place, row] of rows.entries()) expect(row.wilson).toBeCloseTo(expected[place] ?? Number.NaN, 3);
  });

  test("prefers ten of eleven to one of one, and of equals the newest", async () => {
    const { order } = await voted([
      [1, 0],
      [10, 1],
      [60, 40],
      [0, 0],
      [0, 0],
    ]);
    expect(await order("best")).toEqual([1, 2, 0, 4, 3]);
  });
});

test("what was only voted down stands below what nobody voted on, the more the lower", async () => {
  const { order } = await voted([
    [0, 1],
    [0, 10],
    [0, 0],
    [1, 3],
    [0, 2],
  ]);
  expect(await order("best")).toEqual([3, 2, 0, 4, 1]);
});

describe("controversial", () => {
  test("is the number of votes to the power of the fewer over the more", async () => {
    const { made } = await voted([
      [8, 8],
      [10, 5],
      [100, 1],
      [7, 0],
      [0, 0],
      [3, 3],
    ]);
    const rows = await db.comment.findMany({ where: { id: { in: made } }, orderBy: { createdAt: "asc" } });
    // By hand: 16¹ = 16, √15 = 3.873, 101^0.01 = 1.0472, nobody against 0, nobody 0, 6¹ = 6.
    const expected = [16, 3.873, 1.0472, 0, 0, 6];
    for (const [place, row] of rows.entries()) expect(row.controversy).toBeCloseTo(expected[place] ?? Number.NaN, 3);
  });

  test("has first what divides most, and last what nobody disputes, newest first", async () => {
    const { order } = await voted([
      [8, 8],
      [10, 5],
      [100, 1],
      [7, 0],
      [0, 0],
      [3, 3],
    ]);
    expect(await order("controversial")).toEqual([0, 5, 1, 2, 4, 3]);
  });
});

/** The formulas, once more and otherwise written. */
function ranksOf({ ups, downs }: { ups: number; downs: number }) {
  const [n, z2] = [ups + downs, 1.96 ** 2];
  if (ups === 0) return { wilson: -downs, controversy: 0 };
  const p = ups / n;
  const wilson = (p + z2 / 2 / n - Math.sqrt((z2 * (p * (1 - p) + z2 / 4 / n)) / n)) / (1 + z2 / n);
  return { wilson, controversy: ups * downs === 0 ? 0 : n ** (Math.min(ups, downs) / Math.max(ups, downs)) };
}

/** What sorting in memory gives. */
function bruteForce(rows: readonly Row[], sort: Sort): string[] {
  const rank = (row: Row) => (sort === "best" ? row.wilson : sort === "controversial" ? row.controversy : null) ?? 0;
  const way = sort === "oldest" ? -1 : 1;
  const later = (a: Row, b: Row) => b.createdAt.getTime() - a.createdAt.getTime() || (b.id < a.id ? -1 : 1);
  return ids([...rows].sort((a, b) => rank(b) - rank(a) || way * later(a, b)));
}

test.each([0.1, 0.35, 0.62, 0.9])("every order is what sorting would give, page by page, seed %d", async (seed) => {
  const article = await makeArticle();
  await longThread(article, await makeReader(), 400, seed);
  // Three at each moment: the id decides.
  await db.$executeRaw`UPDATE comments SET "createdAt" = to_timestamp(floor(extract(epoch FROM "createdAt") / 111) * 111)`;
  const tops = await db.comment.findMany({ where: { articleId: article.id, parentId: null } });
  for (const row of tops) {
    expect(row.wilson).toBeCloseTo(ranksOf(row).wilson, 9);
    expect(row.controversy).toBeCloseTo(ranksOf(row).controversy, 6);
  }
  for (const sort of sorts) {
    const expected = bruteForce(tops, sort);
    const few = await pages((cursor) => threadPage(article.id, { sort, limit: 7, cursor }));
    expect(ids(few.flat()), sort).toEqual(expected);
    const shown = await pages((cursor) => threadOnAPage(article.id, { sort, cursor }));
    expect(ids(shown.flat()), sort).toEqual(expected);
    for (const page of shown) expect(everyOne(page).length).toBeLessThanOrEqual(100);
  }
});

test("a first branch that fills the page alone is cut, and the page goes on after it", async () => {
  const article = await makeArticle();
  const author = await makeReader();
  await fullBranch(article, author);
  const second = await makeComment({ article, author });
  const shown = await pages((cursor) => threadOnAPage(article.id, { sort: "oldest", cursor }));
  expect(shown.map((page) => everyOne(page).length)).toEqual([100, 1]);
  expect(ids(shown[1] ?? [])).toEqual([second.id]);
});

test("replies are paged without a gap or a repetition, and each page says what hangs deeper", async () => {
  const article = await makeArticle();
  const author = await makeReader();
  const top = await makeComment({ article, author });
  for (let turn = 0; turn < 12; turn++) {
    const reply = await makeComment({ parent: top, author, createdAt: after(start, Math.floor(turn / 3) * minute) });
    if (turn % 4 === 0) await makeComment({ parent: reply, author });
  }
  const all = (await pages((cursor) => repliesPage(top.id, { limit: 5, cursor }))).flat();
  expect(all).toHaveLength(12);
  expect(new Set(ids(all)).size).toBe(12);
  for (const { replies, replyCount } of all) expect(replies).toHaveLength(replyCount);
});

test("a cursor serves its own sort and list alone", async () => {
  const article = await makeArticle();
  const other = await makeArticle();
  await longThread(article, await makeReader(), 40);
  await longThread(other, await makeReader(), 40);
  for (const sort of sorts) {
    const { nextCursor } = await threadPage(article.id, { sort, limit: 3 });
    const cursor = nextCursor ?? "";
    const [payload = "", seal = ""] = cursor.split(".");
    const forged = Buffer.from(JSON.stringify([99, start.toISOString(), other.id])).toString("base64url");
    for (const bad of [`${cursor}x`, payload, `${payload}.`, `.${seal}`, `${forged}.${seal}`, `${cursor}.${seal}`, "x"])
      await expect(async () => threadPage(article.id, { sort, limit: 3, cursor: bad })).rejects.toEqual(unreadable);
    for (const foreign of sorts.filter((name) => name !== sort))
      await expect(async () => threadPage(article.id, { sort: foreign, limit: 3, cursor })).rejects.toEqual(unreadable);
    await expect(async () => threadPage(other.id, { sort, limit: 3, cursor })).rejects.toEqual(unreadable);
    const [top] = (await threadPage(article.id, { sort, limit: 1 })).items;
    await expect(async () => repliesPage(top?.id ?? "", { limit: 3, cursor })).rejects.toEqual(unreadable);
  }
});
