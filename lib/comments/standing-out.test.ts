import { beforeEach, describe, expect, test } from "vitest";
import { after, minute, now } from "@/lib/clock";
import { wellAnswered } from "@/lib/comments/answering";
import { changeStatus } from "@/lib/comments/mutations";
import { pickComment, pinComment } from "@/lib/comments/picks-and-pins";
import { commentById, threadOnAPage, threadPage } from "@/lib/comments/queries";
import { everyOne } from "@/lib/comments/thread";
import { vote } from "@/lib/comments/voting";
import { db } from "@/lib/db";
import { changeSettings } from "@/lib/settings-change";
import {
  makeAdmin,
  makeArticle,
  makeAuthor,
  makeComment,
  makeEditor,
  makeModerator,
  makeReader,
} from "@/prisma/factories";
import { emptyDatabase, refused } from "@/prisma/testing";

beforeEach(emptyDatabase);

const ids = (comments: readonly { id: string }[]) => comments.map(({ id }) => id);
const eventTypes = async () => (await db.event.findMany({ orderBy: { id: "asc" } })).map(({ type }) => type);

describe("a pick", () => {
  test("is the author's under their own article, an editor's under any; others are refused", async () => {
    const [author, other, editor, moderator] = [
      await makeAuthor(),
      await makeAuthor(),
      await makeEditor(),
      await makeModerator(),
    ];
    const article = await makeArticle({ authors: [author] });
    const { id } = await makeComment({ article });
    for (const by of [other, moderator, await makeReader()])
      await expect(pickComment(by, id, true)).rejects.toEqual(refused("forbidden"));
    await pickComment(author, id, true);
    expect((await commentById(id, null)).pick).toBe("author");
    await pickComment(editor, id, false);
    expect((await commentById(id, null)).pick).toBe(null);
    await pickComment(editor, id, true);
    expect((await commentById(id, null)).pick).toBe("editor");
  });

  test("is never of one's own words, nor of what is not published", async () => {
    const editor = await makeEditor();
    const own = await makeComment({ author: editor });
    await expect(pickComment(editor, own.id, true)).rejects.toEqual(refused("forbidden"));
    const waiting = await makeComment({ status: "pending" });
    await expect(pickComment(editor, waiting.id, true)).rejects.toEqual(refused("not_found"));
    const removed = await makeComment({ status: "removed", replyCount: 1 });
    await expect(pickComment(editor, removed.id, true)).rejects.toEqual(refused("conflict"));
  });

  test("is told once, however often it is made at the same time", async () => {
    const editor = await makeEditor();
    const { id } = await makeComment();
    await Promise.all(Array.from({ length: 10 }, () => pickComment(editor, id, true)));
    expect(await eventTypes()).toEqual(["comment.picked"]);
    await Promise.all(Array.from({ length: 10 }, () => pickComment(editor, id, false)));
    expect(await eventTypes()).toEqual(["comment.picked", "comment.unpicked"]);
  });

  test("comes before what readers like best on the front page", async () => {
    const article = await makeArticle();
    const picked = await makeComment({ article });
    await makeComment({ article, ups: 40, score: 40 });
    await pickComment(await makeEditor(), picked.id, true);
    expect(ids(await wellAnswered([article.id], after(now(), -minute)))).toEqual([picked.id]);
  });

  test("does not show of what was removed afterwards", async () => {
    const comment = await makeComment();
    await makeComment({ parent: comment });
    await pickComment(await makeEditor(), comment.id, true);
    await changeStatus(comment.id, { from: "published", to: "removed" });
    expect((await commentById(comment.id, null)).pick).toBe(null);
  });
});

describe("the pinned comment", () => {
  async function threeUnder(article: { id: string }) {
    const at = (minutes: number) => ({ article, createdAt: after(now(), minutes * minute) });
    return [
      await makeComment({ ...at(-3), ups: 9, score: 9 }),
      await makeComment(at(-2)),
      await makeComment({ ...at(-1), ups: 2, score: 2 }),
    ] as const;
  }

  test.each(["best", "newest", "oldest"] as const)("stands first by %s, and not twice", async (sort) => {
    const article = await makeArticle();
    const [, pinned] = await threeUnder(article);
    await pinComment(await makeEditor(), pinned.id, true);
    const { items } = await threadOnAPage(article.id, { sort });
    expect(items[0]).toMatchObject({ id: pinned.id, pinned: true });
    expect(new Set(ids(items)).size).toBe(3);
    expect(items).toHaveLength(3);
  });

  test("stands in its order where programs list the thread", async () => {
    const article = await makeArticle();
    const comments = await threeUnder(article);
    await pinComment(await makeEditor(), comments[2].id, true);
    const { items } = await threadPage(article.id, { sort: "oldest", limit: 20 });
    expect(ids(items)).toEqual(ids(comments));
    expect(items.map(({ pinned }) => pinned)).toEqual([false, false, true]);
  });

  test("does not stand in the way of the pages after the first", async () => {
    const article = await makeArticle();
    const author = await makeReader();
    const made = [];
    for (let turn = 0; turn < 130; turn++) made.push(await makeComment({ article, author, ups: turn, score: turn }));
    const [pinned] = made;
    // A branch of its own that would fill the page.
    for (let turn = 0; turn < 5; turn++) {
      const reply = await makeComment({ parent: pinned, author });
      for (let more = 0; more < 12; more++) {
        const deeper = await makeComment({ parent: reply, author });
        if (more < 5) for (let most = 0; most < 5; most++) await makeComment({ parent: deeper, author });
      }
    }
    await pinComment(await makeEditor(), pinned?.id ?? "", true);
    const first = await threadOnAPage(article.id, { sort: "newest" });
    expect(everyOne(first.items).length).toBeLessThanOrEqual(100);
    expect(first.items.length).toBeGreaterThan(40);
    const seen = [...first.items];
    for (let cursor = first.nextCursor; cursor; ) {
      const page = await threadOnAPage(article.id, { sort: "newest", cursor });
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(ids(seen).sort()).toEqual(ids(made).sort());
  }, 60_000);

  test("is one: of many at once one stays, another takes its place", async () => {
    const article = await makeArticle();
    const comments = await threeUnder(article);
    const editor = await makeEditor();
    await Promise.all(comments.map(({ id }) => pinComment(editor, id, true)));
    expect(await db.pin.count()).toBe(1);
    await pinComment(editor, comments[1].id, true);
    expect(await db.pin.findMany({ select: { commentId: true } })).toEqual([{ commentId: comments[1].id }]);
    // Letting go of one that is not pinned any more changes nothing.
    await pinComment(editor, comments[0].id, false);
    expect(await db.pin.count()).toBe(1);
    await pinComment(editor, comments[1].id, false);
    expect(await db.pin.count()).toBe(0);
  });

  test("is an author's under their own article only, an editor's and an admin's under any, never a reply", async () => {
    const author = await makeAuthor();
    const article = await makeArticle({ authors: [author] });
    const [own, reply] = [await makeComment({ article }), await makeComment()];
    const elsewhere = await makeComment();
    await pinComment(author, own.id, true);
    await expect(pinComment(author, elsewhere.id, true)).rejects.toEqual(refused("forbidden"));
    await expect(pinComment(await makeModerator(), own.id, false)).rejects.toEqual(refused("forbidden"));
    await pinComment(await makeAdmin(), elsewhere.id, true);
    const { id } = await makeComment({ parent: reply });
    await expect(pinComment(await makeEditor(), id, true)).rejects.toEqual(refused("conflict"));
  });

  test("is simply not shown once removed: its tombstone stands in its order", async () => {
    const article = await makeArticle();
    const [, pinned] = await threeUnder(article);
    await makeComment({ parent: pinned });
    await pinComment(await makeEditor(), pinned.id, true);
    await changeStatus(pinned.id, { from: "published", to: "removed" });
    const { items } = await threadOnAPage(article.id, { sort: "newest" });
    expect(items.map(({ id, pinned }) => [id, pinned])[1]).toEqual([pinned.id, false]);
  });
});

describe("where readers vote up only", () => {
  test("a vote down is refused; those that exist stay counted, and can be taken back or turned", async () => {
    const [reader, other] = [await makeReader(), await makeReader()];
    const { id } = await makeComment();
    await vote(reader, id, -1);
    await vote(other, id, -1);
    await changeSettings(await makeAdmin(), { voting: "up_only" });
    await expect(vote(await makeReader(), id, -1)).rejects.toEqual(refused("forbidden"));
    await expect(vote(reader, id, -1)).rejects.toEqual(refused("forbidden"));
    expect((await commentById(id, null)).score).toBe(-2);
    expect((await vote(reader, id, 1)).score).toBe(0);
    expect((await vote(other, id, 0)).score).toBe(1);
  });
});
