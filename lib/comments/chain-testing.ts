import { sql } from "@/prisma/testing";

/** When the first comment of a chain was written; each other one a minute after the one it answers. */
export const chainBegan = new Date("2026-03-14T09:00:00Z");

/** Comments each of which answers the one before, as rows, counters kept. Gives their ids from the top down. */
export async function chainUnder(article: { id: string }, by: { id: string }, length: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `WITH RECURSIVE link AS (
       SELECT 0 AS depth, gen_random_uuid() AS id, NULL::uuid AS parent
       UNION ALL SELECT depth + 1, gen_random_uuid(), id FROM link WHERE depth + 1 < $3),
     counted AS (UPDATE articles SET "commentCount" = "commentCount" + $3 WHERE id = $1),
     wrote AS (UPDATE accounts SET "publishedCount" = "publishedCount" + $3 WHERE id = $2)
     INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, "replyCount", "createdAt")
     SELECT id, $1, parent, depth, $2, 'Link ' || depth, '<p>Link</p>', depth::text, 'published', (depth + 1 < $3)::int, $4::timestamptz + depth * interval '1 minute'
     FROM link ORDER BY link.depth RETURNING id`,
    [article.id, by.id, length, chainBegan],
  );
  return rows.map(({ id }) => id);
}
