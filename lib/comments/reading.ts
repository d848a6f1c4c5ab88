import type { CommentRow } from "@/lib/comments/comment";
import { repliesAParent, type Sort } from "@/lib/comments/limits";
import type { Mark } from "@/lib/comments/mark";
import { db, Prisma } from "@/lib/db";

/** What may be told of every comment, the reason for which one was removed included. */
function rest(): Prisma.Sql {
  return Prisma.sql`
    c.revision, c.status::text AS status, c.score, c.wilson, c."replyCount", c."createdAt", c."editedAt",
    CASE WHEN c.status = 'removed' THEN (
      SELECT d.reason::text FROM decisions d WHERE d."commentId" = c.id AND d.action = 'remove' ORDER BY d.at DESC LIMIT 1
    ) END AS "removedFor",
    CASE WHEN pick."commentId" IS NOT NULL AND c.status = 'published' THEN CASE WHEN EXISTS (
      SELECT 1 FROM article_authors wrote WHERE wrote."articleId" = c."articleId" AND wrote."accountId" = pick."pickedById"
    ) THEN 'author' ELSE 'editor' END END AS pick,
    pin."commentId" IS NOT NULL AND c.status = 'published' AS pinned`;
}

/** What everybody may know of a comment: of a tombstone neither the words nor the writer. */
const publicly = Prisma.sql`
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

const around = Prisma.sql`
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

const orders: Record<Sort, Prisma.Sql> = {
  oldest: Prisma.sql`c."createdAt", c.id`,
  newest: Prisma.sql`c."createdAt" DESC, c.id DESC`,
  best: Prisma.sql`c.wilson DESC, c."createdAt" DESC, c.id DESC`,
};

function beyond(sort: Sort, mark: Mark | null): Prisma.Sql {
  if (!mark) return Prisma.sql`true`;
  const last = Prisma.sql`(${mark.at}::timestamptz, ${mark.id}::uuid)`;
  if (sort === "newest") return Prisma.sql`(c."createdAt", c.id) < ${last}`;
  if (sort === "oldest") return Prisma.sql`(c."createdAt", c.id) > ${last}`;
  return Prisma.sql`(c.wilson, c."createdAt", c.id) < (${mark.wilson ?? 0}::float8, ${mark.at}::timestamptz, ${mark.id}::uuid)`;
}

interface Branches {
  /** Which comments are the tops. */
  tops: Prisma.Sql;
  sort: Sort;
  mark: Mark | null;
  limit: number;
  /** Levels of replies below the tops, at most 3. */
  levels: number;
  /** Selects the `id` of one among the tops that stands elsewhere: first, where the list begins, else not at all. */
  apart?: Prisma.Sql;
}

/** First replies of a level, oldest first, by the partial index on what is shown. */
const repliesOf = (above: Prisma.Sql, level: number, levels: number) => Prisma.sql`
  SELECT reply.id, ${level}::int AS level, 0::bigint AS place FROM ${above} above CROSS JOIN LATERAL (
    SELECT r.id FROM comments r WHERE r."parentId" = above.id AND r.shown AND ${level}::int <= ${levels}::int
    ORDER BY r."createdAt", r.id LIMIT ${repliesAParent}::int
  ) reply`;

/** The comment that is pinned under an article, if everybody may read it. */
export const pinnedUnder = (articleId: string) => Prisma.sql`
  SELECT p.id FROM pins JOIN comments p ON p.id = pins."commentId" AND p.status = 'published'
  WHERE pins."articleId" = ${articleId}::uuid`;

/** The rows of branches, parents before replies, each level in its order: one statement, by keyset and by index. */
export function rowsOfBranches({ tops, sort, mark, limit, levels, apart }: Branches) {
  const order = orders[sort];
  const others = apart ? Prisma.sql`(c.id = (SELECT id FROM apart)) IS NOT TRUE` : Prisma.sql`true`;
  const before =
    apart && !mark ? Prisma.sql`SELECT id, 0::int AS level, 0::bigint AS place FROM apart UNION ALL` : Prisma.empty;
  return db.$queryRaw<CommentRow[]>`
    WITH apart AS (${apart ?? Prisma.sql`SELECT NULL::uuid AS id`}),
    top AS (
      ${before} (
        SELECT c.id, 0::int AS level, row_number() OVER (ORDER BY ${order}) AS place
        FROM comments c WHERE ${tops} AND c.shown AND ${others} AND ${beyond(sort, mark)}
        ORDER BY ${order} LIMIT ${limit}::int
      )
    ),
    first AS (${repliesOf(Prisma.sql`top`, 1, levels)}),
    second AS (${repliesOf(Prisma.sql`first`, 2, levels)}),
    third AS (${repliesOf(Prisma.sql`second`, 3, levels)}),
    picked AS (TABLE top UNION ALL TABLE first UNION ALL TABLE second UNION ALL TABLE third)
    SELECT ${publicly}
    FROM picked JOIN comments c ON c.id = picked.id ${around}
    ORDER BY picked.level, picked.place, c."createdAt", c.id`;
}
