import { beforeEach, describe, expect, test } from "vitest";
import { isMember, type Member } from "@/lib/actor";
import { after, hour, now } from "@/lib/clock";
import { chainUnder } from "@/lib/comments/chain-testing";
import { wrongCounters } from "@/lib/comments/counters-testing";
import { changeStatus, deleteComment, editComment } from "@/lib/comments/mutations";
import { postComment } from "@/lib/comments/posting";
import { commentById, threadPage } from "@/lib/comments/queries";
import { viewerState } from "@/lib/comments/viewer-state";
import { db, transaction } from "@/lib/db";
import { viewerOf } from "@/lib/session";
import { makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, refused, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

const words = "The second price is paid by whoever comes later.";
const row = (id: string) => db.comment.findUniqueOrThrow({ where: { id } });

async function viewer(id: string | null): Promise<Member> {
  const somebody = await viewerOf(id ?? "");
  if (isMember(somebody)) return somebody;
  throw new Error("Nobody may act.");
}

/** A reader of whom something is published. */
async function known(): Promise<Member> {
  const reader = await makeReader();
  await makeComment({ author: reader });
  return reader;
}

describe("editing", () => {
  test("keeps the words before, and marks the change", async () => {
    const by = await known();
    const { slug } = await makeArticle();
    const { comment } = await postComment(by, { slug, body: words });
    expect(await editComment(by, comment.id, { body: "Better words." })).toMatchObject({
      body: "Better words.",
      revision: 2,
    });
    expect(await db.commentRevision.findMany()).toMatchObject([{ commentId: comment.id, revision: 1, body: words }]);
  });

  test("is over after the window", async () => {
    const by = await known();
    const comment = await makeComment({ author: by, createdAt: after(now(), -1 * hour) });
    await expect(editComment(by, comment.id, { body: "Late." })).rejects.toEqual(refused("forbidden"));
  });

  test("is over where the thread is closed", async () => {
    const by = await known();
    const { id, slug } = await makeArticle();
    const { comment } = await postComment(by, { slug, body: words });
    await db.article.update({ where: { id }, data: { commentPolicy: "closed" } });
    await expect(editComment(by, comment.id, { body: "Late." })).rejects.toEqual(refused("forbidden"));
    expect((await viewerState(slug, by, now())).editable).toEqual([]);
  });

  test("the only comment of a reader waits again once it says something else", async () => {
    const by = await makeReader();
    const article = await makeArticle();
    const { comment } = await postComment(by, { slug: article.slug, body: words });
    await transaction(() => changeStatus(comment.id, { from: "pending", to: "published", revision: 1 }));
    expect(await editComment(by, comment.id, { body: "Buy this instead." })).toMatchObject({ status: "pending" });
    expect(await wrongCounters()).toEqual([]);
  });

  test("a moderator changes nobody's words", async () => {
    const comment = await makeComment();
    await expect(editComment(await makeModerator(), comment.id, { body: "No." })).rejects.toEqual(refused("forbidden"));
  });

  test("somebody else's waiting comment is not there", async () => {
    const comment = await makeComment({ status: "pending" });
    await expect(editComment(await known(), comment.id, { body: "No." })).rejects.toEqual(refused("not_found"));
    await expect(deleteComment(await known(), comment.id)).rejects.toEqual(refused("not_found"));
  });
});

describe("a comment that waits again after a change", () => {
  const answered = async () => {
    const reader = await makeReader();
    const top = await makeComment();
    const parent = await makeComment({ parent: top, author: reader });
    await changeStatusOf(top.id, "removed");
    const reply = await postComment(await known(), { articleId: top.articleId, body: words, parentId: parent.id });
    await editComment(reader, parent.id, { body: "Something else altogether." });
    return { reader, top, parent, reply: reply.comment };
  };
  const changeStatusOf = (id: string, to: "removed") => transaction(() => changeStatus(id, { from: "published", to }));

  test("keeps its replies in place, under a line without its words or its writer", async () => {
    const { reader, top, parent, reply } = await answered();
    const { items } = await threadPage(top.articleId, { sort: "oldest", limit: 10 });
    expect(items).toMatchObject([
      {
        id: top.id,
        status: "removed",
        replies: [
          {
            id: parent.id,
            status: "pending",
            body: null,
            html: null,
            author: null,
            replies: [{ id: reply.id, body: words }],
          },
        ],
      },
    ]);
    expect(await commentById(parent.id, null)).toMatchObject({ status: "pending", body: null, author: null });
    expect(await commentById(parent.id, reader)).toMatchObject({ body: "Something else altogether." });
    expect(await wrongCounters()).toEqual([]);
  });

  test("keeps them when it is refused, and goes with the last of them, and the tombstone above it too", async () => {
    const { top, parent, reply } = await answered();
    await transaction(() => changeStatus(parent.id, { from: "pending", to: "rejected" }));
    expect(await commentById(parent.id, null)).toMatchObject({ status: "rejected", body: null });
    expect(await wrongCounters()).toEqual([]);
    await deleteComment(await viewer(reply.authorId), reply.id);
    await expect(commentById(parent.id, null)).rejects.toEqual(refused("not_found"));
    await expect(commentById(top.id, null)).rejects.toEqual(refused("not_found"));
    expect(await wrongCounters()).toEqual([]);
  });

  test("takes no further reply meanwhile", async () => {
    const { top, parent } = await answered();
    const posting = postComment(await known(), { articleId: top.articleId, body: "And another.", parentId: parent.id });
    await expect(posting).rejects.toEqual(refused("conflict"));
  });
});

describe("counters", () => {
  test("a deleted comment keeps its replies in place, and goes when the last of them goes", async () => {
    const by = await known();
    const top = await makeComment({ author: by });
    const middle = await makeComment({ parent: top, author: by });
    const leaf = await makeComment({ parent: middle, author: by });
    await deleteComment(by, top.id);
    await deleteComment(by, middle.id);
    expect(await row(top.id)).toMatchObject({ shown: true, replyCount: 1 });
    await deleteComment(by, leaf.id);
    expect([await row(top.id), await row(middle.id)]).toMatchObject([{ shown: false }, { shown: false }]);
    expect(await wrongCounters()).toEqual([]);
  });

  test("tombstones go with the last comment below them and come back with it, up to one that holds others", async () => {
    const by = await known();
    const top = await makeComment({ author: by });
    const holding = await makeComment({ parent: top, author: by });
    await makeComment({ parent: holding, author: by });
    const between = await makeComment({ parent: holding, author: by });
    const leaf = await makeComment({ parent: between, author: by });
    for (const { id } of [top, holding, between]) await deleteComment(by, id);
    const shown = async () => Promise.all([top, holding, between].map(async ({ id }) => (await row(id)).shown));
    await transaction(() => changeStatus(leaf.id, { from: "published", to: "removed" }));
    expect(await shown()).toEqual([true, true, false]);
    await transaction(() => changeStatus(leaf.id, { from: "removed", to: "published" }));
    expect(await shown()).toEqual([true, true, true]);
    expect(await wrongCounters()).toEqual([]);
  });

  test("a chain of 10,000 tombstones goes with its last leaf, in one statement, and quickly", {
    timeout: 60_000,
  }, async () => {
    const by = await known();
    const links = await chainUnder(await makeArticle(), by, 10_000);
    const leaf = links.at(-1) ?? "";
    const before = performance.now();
    await sql(`UPDATE comments SET status = 'deleted' WHERE "replyCount" > 0`);
    const asManyRows = performance.now() - before;
    await sql(`UPDATE articles SET "commentCount" = 1 WHERE "commentCount" > 1`);
    await sql(`UPDATE accounts SET "publishedCount" = 2 WHERE id = $1`, [by.id]);
    const began = performance.now();
    await deleteComment(by, leaf);
    // A round trip for each would be ten times as slow, on a machine that does nothing else.
    expect(performance.now() - began).toBeLessThan(6 * asManyRows + 500);
    expect(await db.comment.count({ where: { id: { in: links.slice(0, 5_000) }, shown: true } })).toBe(0);
    expect(await wrongCounters()).toEqual([]);
  });

  test("hold through a storm of replies, withdrawals, removals and restorations", async () => {
    const article = await makeArticle({ commentPolicy: "open" });
    const people = await Promise.all(Array.from({ length: 6 }, () => known()));
    const tops = await Promise.all(
      people.map(async (by) => (await postComment(by, { slug: article.slug, body: words })).comment),
    );
    await Promise.all(
      people.map(async (by, place) => {
        for (let turn = 0; turn < 8; turn++) {
          const parent = tops[(place + turn) % tops.length];
          const reply = await postComment(by, { slug: article.slug, body: `Turn ${turn}`, parentId: parent?.id }).catch(
            () => null,
          );
          const own = tops[place];
          if (turn % 3 === 0 && own)
            await transaction(() => changeStatus(own.id, { from: "published", to: "removed" })).catch(() => null);
          if (turn % 3 === 1 && own)
            await transaction(() => changeStatus(own.id, { from: "removed", to: "published" })).catch(() => null);
          if (reply && turn % 2 === 0) await deleteComment(by, reply.comment.id);
        }
      }),
    );
    expect(await wrongCounters()).toEqual([]);
  });

  test("a decision on what changed meanwhile is refused", async () => {
    const comment = await makeComment({ status: "pending", revision: 2 });
    const decide = (revision: number) =>
      transaction(() => changeStatus(comment.id, { from: "pending", to: "published", revision }));
    await expect(decide(1)).rejects.toEqual(refused("conflict"));
    await decide(2);
    await expect(decide(2)).rejects.toEqual(refused("conflict"));
  });
});
