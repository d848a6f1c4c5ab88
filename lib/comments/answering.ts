import { db } from "@/lib/db";

/** Who wrote these articles and answered under them since a moment: most answers first. */
export function authorsAnswering(articleIds: readonly string[], since: Date, limit = 3) {
  return db.$queryRaw<{ id: string; handle: string; name: string; count: number }[]>`
    SELECT a.id::text AS id, a.handle, a.name, count(*)::int AS count
    FROM comments c
    JOIN article_authors w ON w."articleId" = c."articleId" AND w."accountId" = c."authorId"
    JOIN accounts a ON a.id = c."authorId"
    WHERE c."articleId" = ANY(${articleIds}::uuid[]) AND c.status = 'published' AND c."createdAt" >= ${since}::timestamptz
    GROUP BY a.id ORDER BY count(*) DESC, a.name LIMIT ${limit}::int`;
}
