import type { CommentRow } from "@/lib/comments/comment";
import { around, publicly } from "@/lib/comments/comment-rows";
import type { Keyset } from "@/lib/comments/keyset";
import { repliesAParent, type Sort } from "@/lib/comments/limits";
import { beyond, orders } from "@/lib/comments/order";
import { db, Prisma } from "@/lib/db";

interface Branches {
  /** Which comments are the tops. */
  tops: Prisma.Sql;
  sort: Sort;
  keyset: Keyset | null;
  limit: number;
  /** Levels of replies below the tops, at most 3. */
  levels: number;
  /** Comments that are wanted in all: branches that cannot be among them are not read. */
  max: number;
  /** Selects the `id` of one among the tops that stands elsewhere: first, where the list begins, else not at all. */
  apart?: Prisma.Sql;
}

/** The comment that is pinned under an article, if everybody may read it. */
export const pinnedUnder = (articleId: string) => Prisma.sql`
  SELECT p.id FROM pins JOIN comments p ON p.id = pins."commentId" AND p.status = 'published'
  WHERE pins."articleId" = ${articleId}::uuid`;

/** How many replies of a comment on that level are read. */
const room = (comment: Prisma.Sql, level: number, levels: number) =>
  level < levels
    ? Prisma.sql`least(${comment}."replyCount", ${repliesAParent}::int) AS room`
    : Prisma.sql`0::int AS room`;

/**
 * The branches, by the place of their tops, before which fewer than `max` comments are sure to stand; and two that follow, since one is always
 * shown and the other tells that there is more. What stands apart takes half at most.
 */
const fitting = (levels: Prisma.Sql, max: number) => Prisma.sql`
  SELECT place FROM (
    SELECT place, sum(size) OVER (ORDER BY place) - size AS before FROM (
      SELECT place, CASE place WHEN 0 THEN least(sum(size), ${max}::int / 2) ELSE sum(size) END AS size
      FROM (${levels}) level GROUP BY place
    ) branch
  ) one WHERE before <= ${max}::int OR place <= 2`;

/** First replies to the comments of a level in the branches that fit, oldest first, by the partial index on what is shown. */
const repliesOf = (above: Prisma.Sql, fit: Prisma.Sql, level: number, levels: number) => Prisma.sql`
  SELECT reply.id, ${level}::int AS level, above.place, reply.room FROM ${above} above CROSS JOIN LATERAL (
    SELECT r.id, ${room(Prisma.sql`r`, level, levels)} FROM comments r WHERE r."parentId" = above.id AND r.shown
    ORDER BY r."createdAt", r.id LIMIT above.room
  ) reply
  WHERE above.room > 0 AND above.place IN (SELECT place FROM ${fit} fit)`;

const [one, more] = [Prisma.sql`1 AS size`, Prisma.sql`1 + room AS size`];

/**
 * The rows of branches, parents before replies, each level in its order: one statement, by keyset and by index. What is read grows with
 * `max`, not with the thread: row by row (OFFSET 0 keeps it so), since Postgres takes the few that are picked for millions, and would
 * read whole tables for them.
 */
export function rowsOfBranches({ tops, sort, keyset, limit, levels, max, apart }: Branches) {
  const order = orders[sort];
  const others = apart ? Prisma.sql`(c.id = (SELECT id FROM apart)) IS NOT TRUE` : Prisma.sql`true`;
  const top = Prisma.sql`c.id, 0::int AS level`;
  const roomy = room(Prisma.sql`c`, 0, levels);
  const before =
    apart && !keyset
      ? Prisma.sql`SELECT ${top}, 0::bigint AS place, ${roomy} FROM apart JOIN comments c ON c.id = apart.id UNION ALL`
      : Prisma.empty;
  return db.$queryRaw<CommentRow[]>`
    WITH apart AS (${apart ?? Prisma.sql`SELECT NULL::uuid AS id`}),
    top AS (
      ${before} (
        SELECT ${top}, row_number() OVER (ORDER BY ${order}) AS place, ${roomy}
        FROM comments c WHERE ${tops} AND c.shown AND ${others} AND ${beyond(sort, keyset)}
        ORDER BY ${order} LIMIT ${limit}::int
      )
    ),
    fit_top AS (${fitting(Prisma.sql`SELECT place, ${more} FROM top`, max)}),
    first AS (${repliesOf(Prisma.sql`top`, Prisma.sql`fit_top`, 1, levels)}),
    fit_first AS (${fitting(
      Prisma.sql`SELECT place, ${one} FROM top WHERE place IN (SELECT place FROM fit_top) UNION ALL SELECT place, ${more} FROM first`,
      max,
    )}),
    second AS (${repliesOf(Prisma.sql`first`, Prisma.sql`fit_first`, 2, levels)}),
    fit AS (${fitting(
      Prisma.sql`SELECT place, ${one} FROM top WHERE place IN (SELECT place FROM fit_first)
        UNION ALL SELECT place, ${one} FROM first UNION ALL SELECT place, ${more} FROM second`,
      max,
    )}),
    third AS (${repliesOf(Prisma.sql`second`, Prisma.sql`fit`, 3, levels)}),
    picked AS (TABLE top UNION ALL TABLE first UNION ALL TABLE second UNION ALL TABLE third)
    SELECT shown.* FROM picked CROSS JOIN LATERAL (
      SELECT ${publicly} FROM comments c ${around} WHERE c.id = picked.id OFFSET 0
    ) shown
    WHERE picked.place IN (SELECT place FROM fit)
    ORDER BY picked.level, picked.place, shown."createdAt", shown.id::uuid`;
}
