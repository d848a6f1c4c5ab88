import { beforeEach, describe, expect, test } from "vitest";
import { after, minute, now } from "@/lib/clock";
import { historyOf } from "@/lib/comments/history";
import { changeStatus, editComment } from "@/lib/comments/mutations";
import { postComment } from "@/lib/comments/posting";
import { db, transaction } from "@/lib/db";
import { makeArticle, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

const notThere = expect.objectContaining({ code: "not_found" });

describe("the history of a comment", () => {
  test("tells what was taken out and put in, the newest change first", async () => {
    const { slug } = await makeArticle();
    const by = await makeKnownReader();
    const { comment } = await postComment(by, { slug, body: "The first words." });
    await editComment(by, comment.id, { body: "The second words." });
    await editComment({ ...by, at: after(now(), minute) }, comment.id, { body: "The second words, more." });
    const { changes, nextCursor } = await historyOf(comment.id);
    expect(nextCursor).toBeNull();
    expect(changes.map(({ stretches }) => stretches.map(({ kind, words }) => `${kind}: ${words}`))).toEqual([
      ["same: The second words", "second: , more", "same: ."],
      ["same: The ", "first: first", "second: second", "same:  words."],
    ]);
  });

  test("shows only what readers could read", async () => {
    const { slug } = await makeArticle({ commentPolicy: "all_held" });
    const by = await makeReader();
    const { comment } = await postComment(by, { slug, body: "Rude words." });
    await editComment(by, comment.id, { body: "Kind words." });
    await expect(historyOf(comment.id)).rejects.toEqual(notThere);
    await transaction(() => changeStatus(comment.id, { from: "pending", to: "published" }));
    expect((await historyOf(comment.id)).changes).toEqual([]);
    await transaction(() => changeStatus(comment.id, { from: "published", to: "removed" }));
    await expect(historyOf(comment.id)).rejects.toEqual(notThere);
  });

  test("of many changes gives ten a page, each once", async () => {
    const { slug } = await makeArticle();
    const by = await makeModerator();
    const { comment } = await postComment(by, { slug, body: "Words 0." });
    for (let edit = 1; edit <= 25; edit++) await editComment(by, comment.id, { body: `Words ${edit}.` });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await historyOf(comment.id, cursor);
      expect(page.changes.length).toBeLessThanOrEqual(10);
      seen.push(...page.changes.map(({ revision }) => revision));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, place) => 26 - place));
    expect(await db.commentRevision.count()).toBe(25);
  });

  test("of ten changes of 10,000 characters is told within two seconds", async () => {
    const { slug } = await makeArticle();
    const by = await makeModerator();
    const words = (seed: number) =>
      Array.from({ length: 1_600 }, (_, at) => ((at * seed * 7919) % 99_991).toString(36)).join(" ");
    const { comment } = await postComment(by, { slug, body: words(1) });
    for (let edit = 2; edit <= 11; edit++) await editComment(by, comment.id, { body: words(edit) });
    const began = performance.now();
    expect((await historyOf(comment.id)).changes).toHaveLength(10);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
