import { beforeEach, describe, expect, test } from "vitest";
import { isMember, type Member } from "@/lib/actor";
import { after, minute, now } from "@/lib/clock";
import { wrongCounters } from "@/lib/comments/counters-testing";
import { changeStatus, deleteComment, editComment } from "@/lib/comments/mutations";
import { alreadyPosted, postComment } from "@/lib/comments/posting";
import { db, transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { viewerOf } from "@/lib/session";
import { makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, refused } from "@/prisma/testing";

beforeEach(emptyDatabase);

const words = "The second price is paid by whoever comes later.";
const row = (id: string) => db.comment.findUniqueOrThrow({ where: { id } });
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

test("whoever posts the same words again is led to where they are to be seen", async () => {
  const waiting = { id: "one", status: "pending" } as const;
  expect(alreadyPosted(waiting).extras.location).toBe("/comments/one/mine");
  expect(alreadyPosted({ ...waiting, status: "published" }).extras.location).toBe("/comments/one");
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
