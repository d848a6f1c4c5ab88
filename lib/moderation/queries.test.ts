import { beforeEach, describe, expect, test } from "vitest";
import type { Moderator } from "@/lib/actor";
import { after, minute, now } from "@/lib/clock";
import type { queues } from "@/lib/moderation/limits";
import { decide, reportComment } from "@/lib/moderation/mutations";
import { decisionLog, orFirstPage, queue, queueCounts, queued } from "@/lib/moderation/queries";
import { makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

let moderator: Moderator;
beforeEach(async () => {
  await emptyDatabase();
  moderator = await makeModerator();
});

const minutesAgo = (count: number) => after(now(), -count * minute);
const idsOf = async (status: (typeof queues)[number]) =>
  (await queue(moderator, { status, limit: 20 })).items.map(({ comment }) => comment.id);

describe("the queue", () => {
  test("shows what waits with the oldest first, what is done with the newest first", async () => {
    for (const status of ["pending", "published", "rejected", "removed"] as const) {
      const old = await makeComment({ status, createdAt: minutesAgo(9) });
      const young = await makeComment({ status, createdAt: minutesAgo(1) });
      expect(await idsOf(status)).toEqual(status === "pending" ? [old.id, young.id] : [young.id, old.id]);
    }
  });

  test("lists as reported what is published and has open reports", async () => {
    const { id } = await makeComment();
    await makeComment();
    await reportComment(await makeReader({ name: "Wim" }), id, { reason: "spam", note: "An advertisement." });
    const { items } = await queue(moderator, { status: "reported", limit: 20 });
    expect(items).toHaveLength(1);
    expect(items[0]?.reports).toMatchObject([{ reason: "spam", note: "An advertisement.", by: { name: "Wim" } }]);
    await decide(moderator, id, { action: "dismiss_reports", revision: 1 });
    expect(await idsOf("reported")).toEqual([]);
  });

  test("gives each comment with its article, its parent and its writer's record", async () => {
    const writer = await makeReader();
    const parent = await makeComment();
    const removed = await makeComment({ author: writer });
    await decide(moderator, removed.id, { action: "remove", reason: "hate", note: "No.", revision: 1 });
    const { id } = await makeComment({ author: writer, parent, status: "pending" });
    expect(await queued(moderator, id)).toMatchObject({
      comment: { id, status: "pending", author: { name: writer.name } },
      parent: { id: parent.id },
      writer: {
        id: writer.id,
        published: 0,
        pending: 1,
        removed: 1,
        decisions: [{ action: "remove", reason: "hate", note: "No." }],
      },
    });
  });

  test("tells why a comment waits in the words of now; where only words were stored, or a name that is gone, in those", async () => {
    const { id } = await makeComment({ status: "pending" });
    const held = [
      { step: "length", detail: "Long.", said: { key: "lengthOver", values: { size: 6_000, count: 5_000 } } },
      { step: "shouting", detail: "90 % capitals: over 70 %." },
      { step: "links", detail: "9 links: over 2.", said: { key: "gone", values: {} } },
    ];
    await sql("UPDATE comments SET held = $1 WHERE id = $2", [JSON.stringify(held), id]);
    expect((await queued(moderator, id))?.held).toMatchObject([
      { step: "length", detail: "It has 6,000 characters: over 5,000." },
      { step: "shouting", detail: "90 % capitals: over 70 %." },
      { step: "links", detail: "9 links: over 2." },
    ]);
  });

  test("goes on where a page ended, each comment once", async () => {
    const at = minutesAgo(5);
    for (let made = 0; made < 7; made++) await makeComment({ status: "pending", createdAt: at });
    const seen: string[] = [];
    for (let cursor: string | undefined | null; cursor !== null; ) {
      const { items, nextCursor } = await queue(moderator, { status: "pending", limit: 3, cursor });
      seen.push(...items.map(({ comment }) => comment.id));
      cursor = nextCursor;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  test("refuses the cursor of another list, and a page starts anew instead", async () => {
    for (let made = 0; made < 2; made++) await makeComment({ status: "pending" });
    const { nextCursor } = await queue(moderator, { status: "pending", limit: 1 });
    const cursor = nextCursor ?? "";
    await expect(queue(moderator, { status: "removed", limit: 1, cursor })).rejects.toMatchObject({
      code: "unreadable",
    });
    const { items } = await orFirstPage("rubbish", (from) =>
      queue(moderator, { status: "pending", limit: 1, cursor: from }),
    );
    expect(items).toHaveLength(1);
  });

  test("counts what stands in each list", async () => {
    const { id } = await makeComment();
    await makeComment({ status: "pending" });
    await makeComment({ status: "rejected" });
    await reportComment(await makeReader(), id, { reason: "other", note: "" });
    const stand = { pending: 1, reported: 1, helper: 0, published: 1, rejected: 1, removed: 0, all: 3 };
    expect(await queueCounts(moderator)).toMatchObject(stand);
  });
});

describe("the log", () => {
  test("shows every decision, newest first, page by page", async () => {
    const { id } = await makeComment();
    await decide(moderator, id, { action: "remove", reason: "spam", revision: 1 });
    await decide(moderator, id, { action: "restore", note: "A mistake of mine.", revision: 1 });
    const { items, nextCursor } = await decisionLog(moderator, { limit: 1 });
    expect(items).toMatchObject([
      { action: "restore", note: "A mistake of mine.", moderator: { name: moderator.name }, commentId: id },
    ]);
    const second = await decisionLog(moderator, { limit: 1, cursor: nextCursor ?? "" });
    expect(second.items).toMatchObject([{ action: "remove", reason: "spam" }]);
    expect(second.nextCursor).toBeNull();
  });

  test("is append-only: the database refuses to change or to delete a line", async () => {
    const { id } = await makeComment();
    await decide(moderator, id, { action: "remove", reason: "spam", revision: 1 });
    await expect(sql("UPDATE decisions SET note = 'never'")).rejects.toThrow(/append-only/);
    await expect(sql("DELETE FROM decisions")).rejects.toThrow(/append-only/);
    await expect(sql("DELETE FROM comments")).rejects.toThrow(/append-only/);
  });
});
