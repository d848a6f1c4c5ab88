import { sql } from "@/prisma/testing";

/** Counters that differ from what counting gives; there must be none, whatever happened. */
export function wrongCounters() {
  return sql<{ what: string; id: string }>(`
    SELECT 'replies' AS what, p.id FROM comments p
      WHERE p."replyCount" <> (SELECT count(*) FROM comments c WHERE c."parentId" = p.id AND c.shown)
    UNION ALL SELECT 'votes', c.id FROM comments c
      WHERE c.ups <> (SELECT count(*) FROM votes v WHERE v."commentId" = c.id AND v.value = 1)
        OR c.downs <> (SELECT count(*) FROM votes v WHERE v."commentId" = c.id AND v.value = -1)
    UNION ALL SELECT 'article', a.id FROM articles a
      WHERE a."commentCount" <> (SELECT count(*) FROM comments c WHERE c."articleId" = a.id AND c.status = 'published')
    UNION ALL SELECT 'writer', w.id FROM accounts w
      WHERE w."publishedCount" <> (SELECT count(*) FROM comments c WHERE c."authorId" = w.id AND c.status = 'published')`);
}
