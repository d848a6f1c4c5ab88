import { beforeEach, describe, expect, test } from "vitest";
import { isMember, type Member } from "@/lib/actor";
import { after, hour, minute, now } from "@/lib/clock";
import { chainUnder } from "@/lib/comments/chain-testing";
import { wrongCounters } from "@/lib/comments/counters-testing";
import { changeStatus, deleteComment, editComment, postComment } from "@/lib/comments/mutations";
import { viewerState } from "@/lib/comments/viewer-state";
import { db, transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { viewerOf } from "@/lib/session";
import { makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

const words = "The second price is paid by whoever comes later.";
const row = (id: string) => db.comment.findUniqueOrThrow({ where: { id } });
const refused = (code: string) => expect.objectContaining({ name: "AppError", code });
const later = (by: Member, ms: number): Member => ({ ...by, at: after(now(), ms) });

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

describe("posting", () => {
  test("a known reader's comment is published, counted and noted", async () => {
    const article = await makeArticle();
    const { comment } = await postComment(await known(), { slug: article.slug, body: words });
    expect(comment).toMatchObject({ status: "published", depth: 0, html: `<p>${words}</p>` });
    expect(await db.article.findUnique({ where: { id: article.id } })).toMatchObject({ commentCount: 1 });
    expect(await db.event.findMany({ where: { subject: comment.id } })).toMatchObject([{ type: "comment.posted" }]);
    expect(await wrongCounters()).toEqual([]);
  });

  test("a reader's first comment waits, says why, and counts nowhere", async () => {
    const article = await makeArticle();
    const { comment } = await postComment(await makeReader(), { slug: article.slug, body: words });
    expect(comment.status).toBe("pending");
    expect((await row(comment.id)).held).toMatchObject([{ step: "first_held" }]);
    expect(await wrongCounters()).toEqual([]);
  });

  test.each([
    ["open", "published", "published", "published"],
    ["first_held", "pending", "published", "published"],
    ["all_held", "pending", "pending", "published"],
  ] as const)(
    "under %s a new reader's is %s, a known one's %s, a moderator's %s",
    async (commentPolicy, ...expected) => {
      const { slug } = await makeArticle({ commentPolicy });
      const people = [await makeReader(), await known(), await makeModerator()];
      const posted = await Promise.all(people.map((by) => postComment(by, { slug, body: words })));
      expect(posted.map(({ comment }) => comment.status)).toEqual(expected);
    },
  );

  test("a closed thread takes nothing", async () => {
    const { slug } = await makeArticle({ commentPolicy: "closed" });
    await expect(postComment(await makeModerator(), { slug, body: words })).rejects.toEqual(refused("conflict"));
  });

  test("an article that is not published is not there", async () => {
    const { slug } = await makeArticle({ status: "draft" });
    await expect(postComment(await makeModerator(), { slug, body: words })).rejects.toEqual(refused("not_found"));
  });

  test.each([
    ["removed", "conflict"],
    ["deleted", "conflict"],
    ["pending", "invalid"],
    ["rejected", "invalid"],
  ] as const)("nothing is posted under a %s comment: %s", async (status, code) => {
    const article = await makeArticle();
    const parent = await makeComment({ article, status });
    const reply = postComment(await known(), { slug: article.slug, body: words, parentId: parent.id });
    await expect(reply).rejects.toEqual(refused(code));
    expect(await db.comment.count({ where: { parentId: parent.id } })).toBe(0);
  });

  test("a parent of another article, or of none, is refused", async () => {
    const article = await makeArticle();
    const by = await known();
    for (const parentId of [(await makeComment()).id, newId()]) {
      await expect(postComment(by, { slug: article.slug, body: words, parentId })).rejects.toEqual(refused("invalid"));
    }
  });

  test("words at some length said elsewhere wait; a few words do not", async () => {
    const by = await known();
    const [first, second] = [await makeArticle(), await makeArticle()];
    await postComment(by, { slug: first.slug, body: words });
    await postComment(by, { slug: first.slug, body: "Well said." });
    expect((await postComment(by, { slug: second.slug, body: words })).comment.status).toBe("pending");
    expect((await postComment(by, { slug: second.slug, body: "Well said." })).comment.status).toBe("published");
  });

  test.each([
    ["21 links", "https://example.org/a ".repeat(21)],
    ["9 nested quotations", `${"> ".repeat(9)}deep`],
  ])("%s are refused", async (_what, body) => {
    const { slug } = await makeArticle();
    await expect(postComment(await known(), { slug, body })).rejects.toEqual(refused("invalid"));
  });
});

describe("the same words", () => {
  test("fifty at once under one article are one comment", async () => {
    const { slug } = await makeArticle();
    const by = await known();
    const all = await Promise.all(Array.from({ length: 50 }, () => postComment(by, { slug, body: words })));
    expect(new Set(all.map(({ comment }) => comment.id)).size).toBe(1);
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await wrongCounters()).toEqual([]);
  });

  test("are another comment after ten minutes, under another parent, or once the first was withdrawn", async () => {
    const article = await makeArticle();
    const by = await known();
    const parent = await makeComment({ article });
    const first = await postComment(by, { slug: article.slug, body: "Well said." });
    const reply = await postComment(by, { slug: article.slug, body: "Well said.", parentId: parent.id });
    const late = await postComment(later(by, 11 * minute), { slug: article.slug, body: "Well said." });
    await deleteComment(by, reply.comment.id);
    const again = await postComment(by, { slug: article.slug, body: "Well said.", parentId: parent.id });
    expect([first, reply, late, again].map(({ repeated }) => repeated)).toEqual([false, false, false, false]);
    expect(await wrongCounters()).toEqual([]);
  });

  test("that a moderator removed meanwhile are refused as such, not as something missing", async () => {
    const { slug } = await makeArticle();
    const by = await known();
    const { comment } = await postComment(by, { slug, body: words });
    await transaction(() => changeStatus(comment.id, { from: "published", to: "removed" }));
    await expect(postComment(by, { slug, body: words })).rejects.toThrow("removed them since");
    expect(await wrongCounters()).toEqual([]);
  });
});

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

describe("naming people", () => {
  const named = async (id: string) =>
    (await db.mention.findMany({ where: { commentId: id } })).map(({ accountId }) => accountId).sort();

  test("links and notes active people, once each; not who is quoted, banned or not there", async () => {
    const article = await makeArticle();
    const [ada, ben] = [await makeReader({ handle: "ada" }), await makeReader({ handle: "ben" })];
    await makeReader({ handle: "gone" });
    await db.account.update({ where: { handle: "gone" }, data: { status: "banned" } });
    const body = "> @ben said so.\n\n@Ada, @ada: is it true? @gone @nobody";
    const { comment } = await postComment(await known(), { slug: article.slug, body });
    expect(comment.html).toContain('<a href="/people/ada"><bdi>@Ada</bdi></a>, <a href="/people/ada">');
    expect(comment.html).toContain('<a href="/people/ben">');
    expect(comment.html).toContain("@gone @nobody");
    expect(await named(comment.id)).toEqual([ada.id]);
    await editComment(await viewer(comment.authorId), comment.id, { body: "@ben: is it true?" });
    expect(await named(comment.id)).toEqual([ben.id]);
    await editComment(await viewer(comment.authorId), comment.id, { body: "Nobody in particular." });
    expect(await named(comment.id)).toEqual([]);
  });

  test("stops at the twentieth; 5,000 mentions are answered within 100 ms", async () => {
    const { slug } = await makeArticle();
    const people = await Promise.all(Array.from({ length: 25 }, (_, n) => makeReader({ handle: `p${n}` })));
    const many = `${people.map(({ handle }) => `@${handle}`).join(" ")} `;
    const by = await known();
    const { comment } = await postComment(by, { slug, body: many });
    expect(await named(comment.id)).toHaveLength(20);
    expect(comment.html?.match(/<a /g)).toHaveLength(20);
    const took = async (time: number) => {
      const body = `${Array.from({ length: 1_500 }, (_, n) => `@${n}`).join(" ")} ${time}`;
      const began = performance.now();
      await postComment(by, { slug, body });
      return performance.now() - began;
    };
    const times: number[] = [];
    for (let time = 0; time < 4; time++) times.push(await took(time));
    expect(Math.min(...times)).toBeLessThan(100);
  });

  test("what the moderator refused never stands in the kept words as published", async () => {
    const { slug } = await makeArticle({ commentPolicy: "all_held" });
    const by = await makeReader();
    const { comment } = await postComment(by, { slug, body: "Rude words." });
    await editComment(by, comment.id, { body: "Kind words." });
    expect(await db.commentRevision.findMany()).toMatchObject([{ body: "Rude words.", status: "pending" }]);
  });
});
