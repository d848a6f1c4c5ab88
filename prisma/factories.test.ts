import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { makeAdmin, makeArticle, makeComment, makeKnownReader, makeReader, makeSilenced } from "@/prisma/factories";

test("a thread that a factory made has counters that equal counts", async () => {
  const article = await makeArticle();
  const reader = await makeReader();
  const top = await makeComment({ article, author: reader });
  const reply = await makeComment({ parent: top });
  await makeComment({ parent: reply, status: "pending" });

  expect(await db.article.findUnique({ where: { id: article.id }, select: { commentCount: true } })).toEqual({
    commentCount: 2,
  });
  const counts = await db.comment.findMany({ orderBy: { depth: "asc" }, select: { depth: true, replyCount: true } });
  expect(counts).toEqual([
    { depth: 0, replyCount: 1 },
    { depth: 1, replyCount: 0 },
    { depth: 2, replyCount: 0 },
  ]);
});

test("people come with the proof that mutations demand, or are not made", async () => {
  expect((await makeAdmin()).role).toBe("admin");
  expect((await makeKnownReader()).publishedCount).toBe(5);
  expect((await makeSilenced("suspended")).status).toBe("suspended");
  await expect(makeReader({ status: "banned" })).rejects.toThrow("not who a mutation would take");
});
