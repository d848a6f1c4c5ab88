import { toComment } from "@/lib/comments/comment";
import { rowsWhere } from "@/lib/comments/comment-rows";
import { db, Prisma } from "@/lib/db";

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

/**
 * One published comment of each of these articles since a moment, with writer and article: the picked ones first, then those that readers of
 * a thread like best. Those articles only, so that a page which shows them hears of every change to the choice. Reads by index, however long a thread.
 */
export async function wellAnswered(articleIds: readonly string[], since: Date, limit = 3) {
  const heard = Prisma.sql`c.status = 'published' AND c."createdAt" >= ${since}::timestamptz AND c."authorId" IS NOT NULL`;
  const rows = await db.$queryRaw<{ id: string; title: string; lang: string }[]>`
    WITH picked AS (
      SELECT DISTINCT ON (c."articleId") c.id, c."articleId", c.wilson, c."replyCount", c."createdAt", true AS picked
      FROM picks JOIN comments c ON c.id = picks."commentId"
      WHERE picks.at >= ${since}::timestamptz AND c."articleId" = ANY(${articleIds}::uuid[]) AND ${heard}
      ORDER BY c."articleId", c.wilson DESC, c."replyCount" DESC, c."createdAt" DESC
    ),
    liked AS (
      SELECT best.*, false AS picked FROM unnest(${articleIds}::uuid[]) AS asked(id) CROSS JOIN LATERAL (
        SELECT c.id, c."articleId", c.wilson, c."replyCount", c."createdAt" FROM comments c
        WHERE c."articleId" = asked.id AND c."parentId" IS NULL AND c.shown AND ${heard}
        ORDER BY c.wilson DESC, c."createdAt" DESC, c.id DESC LIMIT 1
      ) best
      WHERE NOT EXISTS (SELECT FROM picked WHERE picked."articleId" = asked.id)
    )
    SELECT best.id::text AS id, a.title, a.lang FROM (TABLE picked UNION ALL TABLE liked) best
    JOIN articles a ON a.id = best."articleId" AND a.status = 'published'
    ORDER BY best.picked DESC, best.wilson DESC, best."replyCount" DESC, best."createdAt" DESC LIMIT ${limit}::int`;
  const ids = rows.map(({ id }) => id);
  const comments = await rowsWhere(Prisma.sql`c.id = ANY(${ids}::uuid[])`, { limit, inFull: false });
  return rows.flatMap(({ id, title, lang }) => {
    const row = comments.find((comment) => comment.id === id);
    return row ? [{ ...toComment(row), articleTitle: title, articleLang: lang }] : [];
  });
}
