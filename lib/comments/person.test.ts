import { beforeEach, describe, expect, test } from "vitest";
import { changeOwnAccount } from "@/lib/accounts/own-account";
import { after, minute, now } from "@/lib/clock";
import { changeStatus } from "@/lib/comments/mutations";
import { personByHandle, personMovedTo, saidBy, toPersonOutput } from "@/lib/comments/person";
import { processState } from "@/lib/process-state";
import { makeAccount, makeArticle, makeComment, makeReader } from "@/prisma/factories";
import { emptyDatabase, refused } from "@/prisma/testing";

beforeEach(emptyDatabase);

describe("a person's page", () => {
  test("counts what everybody can read, and nothing else", async () => {
    const person = await makeAccount({ handle: "ben", bio: "Reads the footnotes first." });
    await makeComment({ author: person });
    await makeComment({ author: person, status: "pending" });
    await makeComment({ author: person, article: await makeArticle({ status: "archived" }) });
    const { id } = await makeComment({ author: person });
    await changeStatus(id, { from: "published", to: "removed" });
    await makeArticle({ authors: [person] });
    await makeArticle({ authors: [person], status: "draft", publishedAt: null });
    const found = await personByHandle("Ben");
    expect(found).toMatchObject({ handle: "ben", bio: "Reads the footnotes first.", commentCount: 1, articleCount: 1 });
    expect(found && Object.keys(toPersonOutput(found)).sort()).toEqual([
      "articleCount",
      "avatarUrl",
      "bio",
      "commentCount",
      "handle",
      "name",
      "role",
      "since",
    ]);
    expect((await saidBy(person, { limit: 20 })).items).toHaveLength(1);
  });

  test("lists newest first, by pages, each comment with its piece", async () => {
    const person = await makeReader();
    const article = await makeArticle({ title: "Two prices for bread" });
    const made = [];
    for (let turn = 0; turn < 5; turn++)
      // Two of each moment: the id decides.
      made.push(await makeComment({ author: person, article, createdAt: after(now(), Math.floor(turn / 2) * minute) }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await saidBy(person, { limit: 2, cursor });
      expect(page.items.every(({ articleTitle }) => articleTitle === "Two prices for bread")).toBe(true);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(made.map(({ id }) => id)));
    expect(seen[0]).toBe(made[4]?.id);
  });

  test("refuses a cursor of somebody else's list", async () => {
    const [one, other] = [await makeReader(), await makeReader()];
    for (let turn = 0; turn < 2; turn++) await makeComment({ author: one });
    const { nextCursor } = await saidBy(one, { limit: 1 });
    await expect(saidBy(other, { limit: 1, cursor: nextCursor ?? "" })).rejects.toEqual(refused("unreadable"));
  });

  test("says little of somebody banned: neither words, nor face, nor comments", async () => {
    const person = await makeAccount({
      handle: "ben",
      bio: "Words.",
      avatar: `${"a".repeat(64)}.webp`,
      status: "banned",
    });
    await makeComment({ author: person });
    expect(await personByHandle("ben")).toMatchObject({ bio: "", avatarUrl: null });
    expect(await saidBy(person, { limit: 20 })).toEqual({ items: [], nextCursor: null });
  });

  test("is there for a closed account only where comments stand under its name", async () => {
    const left = await makeAccount({ handle: "left", bio: "Words.", status: "closed" });
    await makeComment({ author: left });
    await makeAccount({ handle: "gone", status: "closed" });
    expect(await personByHandle("left")).toMatchObject({ bio: "", commentCount: 1 });
    expect(await personByHandle("gone")).toBe(null);
  });

  test("is found under a handle that was given up; nobody's is not", async () => {
    const person = await makeReader({ handle: "ben" });
    await changeOwnAccount(person, { handle: "benedict" });
    expect(await personByHandle("ben")).toBe(null);
    expect(await personMovedTo("ben")).toBe("benedict");
    for (const handle of ["nobody", "x\0y", "", "a".repeat(31), "ü"]) {
      expect(await personByHandle(handle)).toBe(null);
      expect(await personMovedTo(handle)).toBe(null);
    }
  });

  test("depends on the person, on what they write, and on the pieces that it names", async () => {
    const person = await makeReader();
    const { articleId } = await makeComment({ author: person });
    const tags = new Set<string>();
    await processState().notes.run({ status: 200, tags, freshUntil: null }, async () => {
      const found = await personByHandle(person.handle);
      if (found) await saidBy(found, { limit: 20 });
    });
    expect([...tags].sort()).toEqual(
      ["articles", `article:${articleId}`, `person:${person.id}`, `writer:${person.id}`].sort(),
    );
  });
});
