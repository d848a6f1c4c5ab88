import { sql } from "@/prisma/testing";

/**
 * Comments of many readers under one article as rows, counters kept: two of five begin a branch, the others answer an earlier one, most of them
 * a recent one. Votes are skewed, a few have very many. The same for the same `seed`.
 */
export async function longThread(article: { id: string }, by: { id: string }, length: number, seed = 0.5) {
  await sql(
    `WITH chance AS (SELECT setseed($4)),
     numbered AS (
       SELECT n, gen_random_uuid() AS id, random() AS a, random() AS b, random() AS c, random() AS d
       FROM chance, generate_series(1, $3::int) n),
     hung AS (
       SELECT n, CASE WHEN n = 1 OR a < 0.4 THEN NULL WHEN b < 0.3 THEN 1 + floor(c * (n - 1) / 20)::int ELSE greatest(1, n - 1 - floor(c * c * 60)::int) END AS above,
         id, floor(exp(5 * b * c))::int - 1 AS ups, floor(exp(4 * c * d))::int - 1 AS downs, d
       FROM numbered)
     INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, ups, downs, score, "createdAt")
     SELECT h.id, $1, parent.id, (parent.id IS NOT NULL)::int, $2, repeat('Words of some length. ', 4 + floor(h.d * 12)::int),
       '<p>' || repeat('Words of some length. ', 4 + floor(h.d * 12)::int) || '</p>', h.n::text, 'published', h.ups, h.downs, h.ups - h.downs,
       timestamptz '2026-03-01' + h.n * interval '37 seconds'
     FROM hung h LEFT JOIN hung parent ON parent.n = h.above`,
    [article.id, by.id, length, seed],
  );
  await sql(
    `WITH RECURSIVE placed AS (
       SELECT id, 0 AS depth FROM comments WHERE "articleId" = $1 AND "parentId" IS NULL
       UNION ALL SELECT c.id, placed.depth + 1 FROM comments c JOIN placed ON c."parentId" = placed.id)
     UPDATE comments c SET depth = placed.depth, "replyCount" = (SELECT count(*) FROM comments r WHERE r."parentId" = c.id)
     FROM placed WHERE placed.id = c.id`,
    [article.id],
  );
  await sql(`UPDATE articles SET "commentCount" = "commentCount" + $2 WHERE id = $1`, [article.id, length]);
  await sql(`UPDATE accounts SET "publishedCount" = "publishedCount" + $2 WHERE id = $1`, [by.id, length]);
  await sql("ANALYZE comments");
}

/** A comment of last year under which as many replies hang as are ever shown: five under each, three levels, 156 in all. */
export async function fullBranch(article: { id: string }, by: { id: string }) {
  await sql(
    `WITH RECURSIVE tree AS (
       SELECT gen_random_uuid() AS id, NULL::uuid AS parent, 0 AS depth
       UNION ALL SELECT gen_random_uuid(), tree.id, depth + 1 FROM tree, generate_series(1, 5) WHERE depth < 3)
     INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, "replyCount", "createdAt")
     SELECT id, $1, parent, depth, $2, 'Full', '<p>Full</p>', id::text, 'published', CASE WHEN depth < 3 THEN 5 ELSE 0 END, now() - interval '1 year'
     FROM tree ORDER BY depth`,
    [article.id, by.id],
  );
}
