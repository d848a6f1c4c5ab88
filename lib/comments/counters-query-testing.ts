/** Counters that differ from what counting gives, of these articles and accounts ($1, $2: ids, or null for all); there must be none, whatever happened. */
export const differingCounters = `
  SELECT 'replies' AS what, p.id FROM comments p
    WHERE ($1::uuid[] IS NULL OR p."articleId" = ANY($1)) AND p."replyCount" <> (SELECT count(*) FROM comments c WHERE c."parentId" = p.id AND c.shown)
  UNION ALL SELECT 'votes', c.id FROM comments c
    WHERE ($1::uuid[] IS NULL OR c."articleId" = ANY($1))
      AND (c.ups <> (SELECT count(*) FROM votes v WHERE v."commentId" = c.id AND v.value = 1)
        OR c.downs <> (SELECT count(*) FROM votes v WHERE v."commentId" = c.id AND v.value = -1))
  UNION ALL SELECT 'reports', c.id FROM comments c
    WHERE ($1::uuid[] IS NULL OR c."articleId" = ANY($1))
      AND c."openReports" <> (SELECT count(*) FROM reports r WHERE r."commentId" = c.id AND r.status = 'open')
  UNION ALL SELECT 'article', a.id FROM articles a
    WHERE ($1::uuid[] IS NULL OR a.id = ANY($1))
      AND a."commentCount" <> (SELECT count(*) FROM comments c WHERE c."articleId" = a.id AND c.status = 'published')
  UNION ALL SELECT 'writer', w.id FROM accounts w
    WHERE ($2::uuid[] IS NULL OR w.id = ANY($2))
      AND w."publishedCount" <> (SELECT count(*) FROM comments c WHERE c."authorId" = w.id AND c.status = 'published')`;
