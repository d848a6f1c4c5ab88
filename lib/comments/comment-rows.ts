import type { CommentRow } from "@/lib/comments/comment";
import { db, Prisma } from "@/lib/db";

/** What may be told of every comment, the reason for which one was removed included. */
function rest(): Prisma.Sql {
  return Prisma.sql`
    c.revision, c.status::text AS status, c.score, c.wilson, c.controversy, c."replyCount", c."createdAt", c."editedAt",
    CASE WHEN c.status = 'removed' THEN (
      SELECT d.reason::text FROM decisions d LEFT JOIN undone_decisions u ON u."decisionId" = d.id
      WHERE d."commentId" = c.id AND d.action = 'remove' AND u."decisionId" IS NULL ORDER BY d.at DESC LIMIT 1
    ) END AS "removedFor",
    CASE WHEN pick."commentId" IS NOT NULL AND c.status = 'published' THEN CASE WHEN EXISTS (
      SELECT 1 FROM article_authors wrote WHERE wrote."articleId" = c."articleId" AND wrote."accountId" = pick."pickedById"
    ) THEN 'author' ELSE 'editor' END END AS pick,
    pin."commentId" IS NOT NULL AND c.status = 'published' AS pinned`;
}

/** What everybody may know of a comment: of a tombstone neither the words nor the writer. */
export const publicly = Prisma.sql`
  c.id::text AS id, c."articleId"::text AS "articleId", article.slug AS "articleSlug", c."parentId"::text AS "parentId", c.depth,
  CASE WHEN c.status = 'published' THEN c."authorId"::text END AS "authorId",
  CASE WHEN c.status = 'published' THEN c.body END AS body,
  CASE WHEN c.status = 'published' THEN c.html END AS html,
  CASE WHEN c.status = 'published' THEN writer.handle END AS handle,
  CASE WHEN c.status = 'published' THEN writer.name END AS name,
  CASE WHEN c.status = 'published' THEN writer.avatar END AS avatar,
  CASE WHEN c.status = 'published' THEN writer.role::text END AS role,
  ${rest()}`;

/** For the writer and for moderators: a comment that waits or was refused in full as well. */
const privately = Prisma.sql`
  c.id::text AS id, c."articleId"::text AS "articleId", article.slug AS "articleSlug", c."parentId"::text AS "parentId", c.depth,
  c."authorId"::text AS "authorId", c.body, c.html, writer.handle, writer.name, writer.avatar, writer.role::text AS role,
  ${rest()}`;

/** What `publicly` and `privately` read besides the comment. */
export const around = Prisma.sql`
  JOIN articles article ON article.id = c."articleId" AND article.status = 'published'
  LEFT JOIN accounts writer ON writer.id = c."authorId"
  LEFT JOIN picks pick ON pick."commentId" = c.id
  LEFT JOIN pins pin ON pin."commentId" = c.id AND pin."articleId" = c."articleId"`;

/** The rows of comments that `where` picks (`c` is the comment), with the names of their writers. */
export function rowsWhere(where: Prisma.Sql, { limit, inFull }: { limit: number; inFull: boolean }) {
  return db.$queryRaw<CommentRow[]>`
    SELECT ${inFull ? privately : publicly} FROM comments c ${around}
    WHERE ${where} ORDER BY c."createdAt" DESC, c.id DESC LIMIT ${limit}::int`;
}
