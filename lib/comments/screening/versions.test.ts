import { beforeEach, describe, expect, test } from "vitest";
import type { Member, Moderator } from "@/lib/actor";
import { editComment } from "@/lib/comments/mutations";
import { postComment } from "@/lib/comments/posting";
import { restoreRules, saveRules } from "@/lib/comments/screening/mutations";
import { currentRules, ruleVersions } from "@/lib/comments/screening/queries";
import { db } from "@/lib/db";
import { makeArticle, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

let moderator: Moderator;
beforeEach(async () => {
  await emptyDatabase();
  moderator = await makeModerator();
});

const holding = (word: string) => `words: hold\n  ${word}`;

async function posted(body: string) {
  const [by, article] = [await makeReader(), await makeArticle({ commentPolicy: "open" })];
  const { comment } = await postComment(by, { articleId: article.id, body });
  return db.comment.findUniqueOrThrow({ where: { id: comment.id } });
}

describe("rules", () => {
  test("decide from the next comment on, and each keeps why it waits and what was known", async () => {
    expect(await posted("The casino.")).toMatchObject({
      status: "published",
      held: [],
      screened: { rules: 0, published: 0 },
    });
    await saveRules(moderator, { document: holding("casino"), revision: 0 });
    expect(await posted("The casino.")).toMatchObject({
      status: "pending",
      held: [{ step: "words", matched: [{ entry: "casino", found: "casino", before: "The ", after: "." }] }],
      screened: { rules: 1, status: "pending", role: "reader" },
    });
  });

  test("keep what they found by its name and figures, so that it can be told in other words", async () => {
    await saveRules(moderator, { document: "length: hold over 100", revision: 0 });
    expect((await posted("x".repeat(101))).held).toEqual([
      {
        step: "length",
        detail: "It has 101 characters: over 100.",
        said: { key: "lengthOver", values: { size: 101, count: 100 } },
      },
    ]);
  });

  test("that refuse store nothing", async () => {
    await saveRules(moderator, { document: "words: refuse\n  casino", revision: 0 });
    await expect(posted("The casino.")).rejects.toMatchObject({ code: "invalid" });
    expect(await db.comment.count()).toBe(0);
  });

  test("are asked again when words are changed: held words wait, refused ones change nothing", async () => {
    await saveRules(moderator, { document: "words: hold\n  casino\nwords: refuse\n  poker", revision: 0 });
    const [by, article] = [await makeReader(), await makeArticle({ commentPolicy: "open" })];
    const { comment } = await postComment(by, { articleId: article.id, body: "Words." });
    await expect(editComment(by, comment.id, { body: "Poker." })).rejects.toMatchObject({ code: "invalid" });
    expect(await db.comment.findUniqueOrThrow({ where: { id: comment.id } })).toMatchObject({
      body: "Words.",
      revision: 1,
    });
    expect(await editComment(by, comment.id, { body: "A casino." })).toMatchObject({ status: "pending" });
  });

  test("of a flood slow whoever is new, with the seconds to wait, and nobody who is known", async () => {
    await saveRules(moderator, {
      document: "flood: refuse after 2 in 10 minutes\nthread flood: hold after 5 in 10 minutes",
      revision: 0,
    });
    const article = await makeArticle({ commentPolicy: "open" });
    const [newcomer, late, known] = [
      await makeReader(),
      await makeReader(),
      await makeKnownReader({ publishedCount: 3 }),
    ];
    const say = (by: Member, body: string) => postComment(by, { articleId: article.id, body });
    for (const body of ["One.", "Two."]) expect((await say(newcomer, body)).comment.status).toBe("published");
    await expect(say(newcomer, "Three.")).rejects.toMatchObject({ code: "rate_limited", extras: { retryAfter: 600 } });
    for (let place = 0; place < 8; place++)
      expect((await say(known, `Point ${place}.`)).comment.status).toBe("published");
    expect((await say(late, "Late.")).comment.status).toBe("pending");
  });

  test("that another process wrote are heard of by the next comment", async () => {
    await posted("Something.");
    await sql(`INSERT INTO rule_versions (number, document) VALUES (1, $1)`, [holding("casino")]);
    expect(await posted("The casino.")).toMatchObject({ status: "pending" });
  });

  test("in shadow are noted with a comment and change nothing of it", async () => {
    await saveRules(moderator, { document: holding("poker"), revision: 0 });
    await saveRules(moderator, {
      document: `${holding("casino")}\nlength: refuse over 100`,
      revision: 1,
      mode: "shadow",
    });
    expect(await posted("The casino.")).toMatchObject({
      status: "published",
      held: [{ step: "words", shadow: "hold" }],
    });
    expect(await posted("x y ".repeat(60))).toMatchObject({
      status: "published",
      held: [{ step: "length", shadow: "refuse" }],
    });
    expect(await posted("poker")).toMatchObject({ status: "pending", held: [{ step: "words" }] });
    await saveRules(moderator, { document: holding("casino"), revision: 2 });
    expect(await posted("The casino.")).toMatchObject({ status: "pending" });
    expect((await currentRules(moderator)).shadow).toBeNull();
  });

  test("with a fault are refused, and those before stay in force", async () => {
    await expect(saveRules(moderator, { document: "words: hold\n  *", revision: 0 })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await db.ruleVersion.count()).toBe(0);
  });

  test("of ten saved at once upon the same revision, one is kept", async () => {
    const saving = Array.from({ length: 10 }, (_, place) =>
      saveRules(moderator, { document: holding(`word${place}`), revision: 0 }),
    );
    const outcomes = await Promise.allSettled(saving);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
    expect(refused).toEqual(Array(9).fill("conflict"));
    expect(await db.ruleVersion.count()).toBe(1);
    expect(await db.event.count({ where: { type: "rules.changed" } })).toBe(1);
  });

  test("of every version are kept with who, when and why, and come back as a new one", async () => {
    await saveRules(moderator, { document: holding("casino"), revision: 0, why: "A wave of spam." });
    await saveRules(moderator, { document: holding("poker"), revision: 1 });
    await restoreRules(moderator, 1, 2);
    const { items } = await ruleVersions(moderator, { limit: 20 });
    expect(items).toMatchObject([
      { number: 3, restored: 1, by: { handle: moderator.handle } },
      { number: 2, restored: null },
      { number: 1, why: "A wave of spam." },
    ]);
    expect(await posted("casino")).toMatchObject({ status: "pending" });
    await expect(sql("UPDATE rule_versions SET document = '' WHERE number = 1")).rejects.toThrow(/append-only/);
    await expect(sql("DELETE FROM rule_versions")).rejects.toThrow(/append-only/);
    await expect(restoreRules(moderator, 9, 3)).rejects.toMatchObject({ code: "not_found" });
    await expect(restoreRules(moderator, 1, 2)).rejects.toMatchObject({ code: "conflict" });
  });
});
