import { beforeEach, describe, expect, it } from "vitest";
import { after, day, now } from "@/lib/clock";
import { editComment } from "@/lib/comments/mutations";
import { postComment } from "@/lib/comments/posting";
import { saveRules } from "@/lib/comments/screening/mutations";
import { sanction } from "@/lib/moderation/people/mutations";
import { type Trust, usualTrust } from "@/lib/trust";
import { makeArticle, makeAuthor, makeComment, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

const asked = (trust: Partial<Trust>) =>
  sql("UPDATE settings SET trust = $1", [JSON.stringify({ ...usualTrust, ...trust })]);
const rules = async (document: string) => saveRules(await makeModerator(), { document, revision: 0 });
const long = { createdAt: after(now(), -60 * day) };
let said = 0;

/** What a comment of theirs gets: the steps that hold it, or nothing. */
async function heldFor(by: Parameters<typeof postComment>[0], policy: "open" | "first_held" = "first_held") {
  const article = await makeArticle({ commentPolicy: policy });
  const { comment } = await postComment(by, {
    articleId: article.id,
    body: `The ferry is late again, says ${++said}.`,
  });
  const [row] = await sql<{ held: { step: string }[] }>("SELECT held FROM comments WHERE id = $1", [comment.id]);
  return row?.held.map(({ step }) => step);
}

describe("who is known", () => {
  it("is, where nobody set anything, whoever has one comment published", async () => {
    expect(await heldFor(await makeReader())).toEqual(["first_held"]);
    expect(await heldFor(await makeReader({ publishedCount: 1 }))).toEqual([]);
  });

  it("is a question of days and of removed comments too, where the site asks for them", async () => {
    await asked({ known: { published: 2, days: 7, removed: 1 } });
    expect(await heldFor(await makeKnownReader())).toEqual(["first_held"]);
    const old = await makeKnownReader(long);
    expect(await heldFor(old)).toEqual([]);
    for (const createdAt of [now(), now(), after(now(), -100 * day)])
      await makeComment({ author: old, status: "removed", createdAt });
    expect(await heldFor(old)).toEqual(["first_held"]);
  });

  it("is asked by the rules as well, which may hold more first comments than that", async () => {
    await rules("first comments: hold 3");
    expect(await heldFor(await makeReader({ publishedCount: 2 }), "open")).toEqual(["first"]);
    expect(await heldFor(await makeReader({ publishedCount: 3 }), "open")).toEqual([]);
    await asked({ known: { published: 5, days: 0, removed: null } });
    expect(await heldFor(await makeReader({ publishedCount: 3 }), "open")).toEqual(["first"]);
  });
});

describe("who is trusted", () => {
  const trusted = () => makeReader({ publishedCount: 20, ...long });

  it("is slowed by nothing", async () => {
    await rules("new writers: fewer than 100 published\nflood: hold after 1 in 10 minutes");
    for (const [who, held] of [
      [await makeReader({ publishedCount: 18, ...long }), ["flood"]],
      [await trusted(), []],
    ] as const) {
      await heldFor(who, "open");
      expect(await heldFor(who, "open")).toEqual(held);
    }
  });

  it("is not screened again after a change, as everybody else is", async () => {
    await rules("words: hold\n  casino");
    for (const [who, status] of [
      [await makeKnownReader(), "pending"],
      [await trusted(), "published"],
    ] as const) {
      const comment = await makeComment({ author: who });
      expect((await editComment(who, comment.id, { body: "We met at the casino." })).status).toBe(status);
    }
  });
});

describe("a measure that holds", () => {
  const hold = async (id: string, until?: Date) =>
    sanction(await makeModerator(), id, { kind: "hold", reason: "spam", message: "", until });

  it("has whatever they write wait, and a moderator reads until when", async () => {
    const reader = await makeReader({ publishedCount: 50, ...long });
    await hold(reader.id, new Date("2030-03-14T23:59:59.999Z"));
    expect(await heldFor(reader)).toEqual(["measure"]);
    const [row] = await sql<{ detail: string }>("SELECT held->0->>'detail' AS detail FROM comments");
    expect(row?.detail).toBe("Their comments wait until 14 March 2030.");
  });

  it("holds authors too, and what somebody trusted changes", async () => {
    const author = await makeAuthor();
    await hold(author.id);
    expect(await heldFor(author)).toEqual(["measure"]);
    const reader = await makeReader({ publishedCount: 50, ...long });
    const comment = await makeComment({ author: reader });
    await hold(reader.id);
    expect((await editComment(reader, comment.id, { body: "Now for something else." })).status).toBe("pending");
  });

  it("is over with its time, before any job has run", async () => {
    const reader = await makeKnownReader();
    await hold(reader.id, after(now(), day));
    expect(await heldFor(reader)).toEqual(["measure"]);
    await sql(`UPDATE accounts SET "heldUntil" = now() - interval '1 second' WHERE id = $1`, [reader.id]);
    expect(await heldFor(reader)).toEqual([]);
  });
});
