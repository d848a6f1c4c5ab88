import { beforeEach, describe, expect, test } from "vitest";
import { minute, now, after as past } from "@/lib/clock";
import { wellAnswered } from "@/lib/comments/answering";
import { chainUnder, chainBegan as start } from "@/lib/comments/chain-testing";
import type { Comment } from "@/lib/comments/comment";
import { postComment } from "@/lib/comments/posting";
import { branch, commentById, repliesPage, threadOnAPage, threadPage } from "@/lib/comments/queries";
import { everyOne } from "@/lib/comments/thread";
import { commentForViewer, viewerState } from "@/lib/comments/viewer-state";
import { makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, refused, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

const ids = (comments: readonly { id: string }[]) => comments.map(({ id }) => id);

describe("a thread", () => {
  test.each(["oldest", "newest", "best"] as const)("is paged by %s without a gap or a repetition", async (sort) => {
    const article = await makeArticle();
    const author = await makeReader();
    for (let turn = 0; turn < 7; turn++) {
      const ups = turn % 3;
      // Three of them at the same moment: the id decides.
      await makeComment({ article, author, ups, score: ups, createdAt: past(start, Math.floor(turn / 3) * minute) });
    }
    const whole = await threadPage(article.id, { sort, limit: 100 });
    const seen: Comment[] = [];
    let cursor: string | undefined;
    do {
      const page = await threadPage(article.id, { sort, limit: 2, cursor });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(ids(seen)).toEqual(ids(whole.items));
    expect(new Set(ids(seen)).size).toBe(7);
  });

  test("refuses a damaged cursor, one of another sort and one of another article", async () => {
    const [article, other] = [await makeArticle(), await makeArticle()];
    for (const { id } of [article, other]) for (let turn = 0; turn < 3; turn++) await makeComment({ article: { id } });
    const { nextCursor } = await threadPage(article.id, { sort: "oldest", limit: 1 });
    const cursor = nextCursor ?? "";
    await expect(async () =>
      threadPage(article.id, { sort: "oldest", limit: 1, cursor: `${cursor}x` }),
    ).rejects.toEqual(refused("unreadable"));
    await expect(async () => threadPage(article.id, { sort: "newest", limit: 1, cursor })).rejects.toEqual(
      refused("unreadable"),
    );
    await expect(async () => threadPage(other.id, { sort: "oldest", limit: 1, cursor })).rejects.toEqual(
      refused("unreadable"),
    );
  });

  test("nests three levels and five replies a parent, and tells of the rest", async () => {
    const article = await makeArticle();
    const top = await makeComment({ article });
    for (let turn = 0; turn < 7; turn++) await makeComment({ parent: top, createdAt: past(start, turn * minute) });
    const [shown] = (await threadPage(article.id, { sort: "oldest", limit: 20 })).items;
    expect(shown).toMatchObject({ replyCount: 7, replies: { length: 5 } });
    await chainUnder(article, await makeReader(), 6);
    const [deep] = (await threadPage(article.id, { sort: "oldest", limit: 20 })).items;
    const last = everyOne(deep ? [deep] : []).at(-1);
    expect(last).toMatchObject({ depth: 3, replyCount: 1, replies: [] });
  });

  test("keeps a removed comment's place over its replies, without its words or its writer", async () => {
    const article = await makeArticle();
    const top = await makeComment({ article, status: "removed" });
    await makeComment({ article, status: "removed" });
    await makeComment({ parent: top });
    const { items } = await threadPage(article.id, { sort: "oldest", limit: 20 });
    expect(items).toMatchObject([
      { id: top.id, author: null, authorId: null, body: null, html: null, replies: { length: 1 } },
    ]);
  });

  test("shows nobody what waits or was refused", async () => {
    const article = await makeArticle();
    for (const status of ["pending", "rejected", "deleted"] as const) await makeComment({ article, status });
    expect(await threadPage(article.id, { sort: "oldest", limit: 20 })).toEqual({ items: [], nextCursor: null });
  });

  test("has at most 100 comments on a page, however they hang, and goes on after them", async () => {
    const article = await makeArticle();
    const author = await makeReader();
    for (let turn = 0; turn < 9; turn++) {
      const top = await makeComment({ article, author, createdAt: past(start, turn * minute) });
      for (let reply = 0; reply < 5; reply++) {
        const under = await makeComment({ parent: top, author });
        for (let deeper = 0; deeper < 2; deeper++) await makeComment({ parent: under, author });
      }
    }
    const first = await threadOnAPage(article.id, { sort: "oldest" });
    expect(everyOne(first.items)).toHaveLength(96);
    const second = await threadOnAPage(article.id, { sort: "oldest", cursor: first.nextCursor ?? undefined });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([6, 3, null]);
  });
});

describe("a chain of 10,000 replies", () => {
  test("is read from its top, its middle and its end, and takes another reply", async () => {
    const article = await makeArticle({ commentPolicy: "open" });
    const reader = await makeReader();
    const links = await chainUnder(article, reader, 10_000);
    const [top, middle, end] = [links[0] ?? "", links[5_000] ?? "", links[9_999] ?? ""];
    expect(everyOne((await threadOnAPage(article.id, { sort: "best" })).items)).toHaveLength(4);
    expect(everyOne([(await branch(middle)).comment])).toHaveLength(4);
    expect((await repliesPage(top, { limit: 20 })).items).toHaveLength(1);
    const { comment } = await postComment(reader, { slug: article.slug, body: "And another.", parentId: end });
    expect(comment.depth).toBe(10_000);
    expect((await commentById(end, null)).replyCount).toBe(1);
  });
});

describe("one comment", () => {
  test("that waits is there for its writer and for moderators only", async () => {
    const [writer, other, moderator] = [await makeReader(), await makeReader(), await makeModerator()];
    const { id } = await makeComment({ status: "pending", author: writer });
    for (const viewer of [writer, moderator])
      expect(await commentById(id, viewer)).toMatchObject({ status: "pending" });
    for (const viewer of [null, other]) await expect(commentById(id, viewer)).rejects.toEqual(refused("not_found"));
  });

  test("under an article that was taken back is not there", async () => {
    const article = await makeArticle({ status: "archived" });
    const { id } = await makeComment({ article });
    await expect(commentById(id, await makeModerator())).rejects.toEqual(refused("not_found"));
  });

  test("that was removed is still its writer's to see, with the reason", async () => {
    const writer = await makeReader();
    const { id } = await makeComment({ status: "removed", author: writer });
    expect(await commentForViewer(id, writer)).toMatchObject({
      own: true,
      editable: false,
      comment: { status: "removed" },
    });
    await expect(commentForViewer(id, await makeReader())).rejects.toEqual(refused("not_found"));
  });
});

test("what is commentForViewer in a thread: votes, what waits, what I may still change, and nobody else's", async () => {
  const [reader, other] = [await makeReader(), await makeReader()];
  const article = await makeArticle();
  const theirs = await makeComment({ article, author: other });
  const fresh = await makeComment({ article, author: reader });
  const old = await makeComment({ article, author: reader, createdAt: past(now(), -60 * minute) });
  const waiting = await makeComment({ article, author: reader, status: "pending" });
  await makeComment({ article, author: other, status: "pending" });
  await sql(`INSERT INTO votes ("commentId", "accountId", value) VALUES ($1, $2, -1)`, [theirs.id, reader.id]);
  const mineThere = await viewerState(article.slug, reader, now());
  expect(mineThere).toMatchObject({ votes: { [theirs.id]: -1 }, waiting: [{ id: waiting.id }], refused: [] });
  expect(new Set(ids(mineThere.editable))).toEqual(new Set([fresh.id, waiting.id]));
  expect(new Set(mineThere.own)).toEqual(new Set([fresh.id, old.id, waiting.id]));
});

test("the front page quotes the best of each article, of the last weeks only", async () => {
  const [article, elsewhere] = [await makeArticle(), await makeArticle()];
  await makeComment({ article, ups: 1, score: 1 });
  const best = await makeComment({ article, ups: 9, score: 9 });
  await makeComment({ article: elsewhere, ups: 99, score: 99, createdAt: past(now(), -60 * 24 * 60 * minute) });
  await makeComment({ ups: 50, score: 50 });
  expect(await wellAnswered([article.id, elsewhere.id], past(now(), -28 * 24 * 60 * minute))).toMatchObject([
    { id: best.id, articleTitle: article.title },
  ]);
});
