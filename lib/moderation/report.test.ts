import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { decide, reportComment } from "@/lib/moderation/mutations";
import { makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

const rude = { reason: "harassment", note: "Rude." } as const;

describe("a report", () => {
  test("is counted on the comment and recorded without its words", async () => {
    const reader = await makeReader();
    const { id } = await makeComment();
    const { first, report } = await reportComment(reader, id, rude);
    expect(first).toBe(true);
    expect(report).toMatchObject({ commentId: id, reason: "harassment", note: "Rude.", status: "open" });
    expect((await db.comment.findUniqueOrThrow({ where: { id } })).openReports).toBe(1);
    expect(await db.event.findFirst({ where: { type: "comment.reported" } })).toMatchObject({
      actorId: reader.id,
      data: { reason: "harassment" },
    });
  });

  test("by the same reader again answers with the first", async () => {
    const reader = await makeReader();
    const { id } = await makeComment();
    const { report } = await reportComment(reader, id, rude);
    expect(await reportComment(reader, id, { reason: "spam", note: "" })).toEqual({ first: false, report });
  });

  test("fifty at once by one reader count one", async () => {
    const reader = await makeReader();
    const { id } = await makeComment();
    const answers = await Promise.all(Array.from({ length: 50 }, () => reportComment(reader, id, rude)));
    expect(answers.filter(({ first }) => first)).toHaveLength(1);
    expect(new Set(answers.map(({ report }) => report.id)).size).toBe(1);
    expect((await db.comment.findUniqueOrThrow({ where: { id } })).openReports).toBe(1);
    expect(await db.event.count({ where: { type: "comment.reported" } })).toBe(1);
  });

  test("by many readers at once counts each", async () => {
    const readers = await Promise.all(Array.from({ length: 12 }, () => makeReader()));
    const { id } = await makeComment();
    await Promise.all(readers.map((reader) => reportComment(reader, id, rude)));
    expect((await db.comment.findUniqueOrThrow({ where: { id } })).openReports).toBe(12);
  });

  test("beside a removal leaves no open report on a comment that is gone", async () => {
    const moderator = await makeModerator();
    const readers = await Promise.all(Array.from({ length: 8 }, () => makeReader()));
    const { id } = await makeComment();
    await Promise.allSettled([
      ...readers.map((reader) => reportComment(reader, id, rude)),
      decide(moderator, id, { action: "remove", reason: "spam", revision: 1 }),
    ]);
    expect(await db.report.count({ where: { status: "open" } })).toBe(0);
    expect(await db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "removed", openReports: 0 });
  });

  test("of one's own comment is forbidden", async () => {
    const reader = await makeReader();
    const { id } = await makeComment({ author: reader });
    await expect(reportComment(reader, id, rude)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of what readers do not see is not found, missing or hidden alike", async () => {
    const reader = await makeReader();
    const hidden = await Promise.all([
      ...(["pending", "rejected", "removed", "deleted"] as const).map((status) => makeComment({ status })),
      makeComment({ article: await makeArticle({ status: "draft" }) }),
    ]);
    for (const id of [...hidden.map((comment) => comment.id), "0199b7a0-0000-7000-8000-000000000000"]) {
      await expect(reportComment(reader, id, rude)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await db.report.count()).toBe(0);
  });
});
