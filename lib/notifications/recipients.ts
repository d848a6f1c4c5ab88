import { Prisma } from "@/lib/db";

/** Who is called by what happened: rows of "accountId" and kind, the same person as often as they are called. */
export type Called = Prisma.Sql;

const published = (commentId: string) => Prisma.sql`
  SELECT c.id, c."articleId", c."authorId", c."parentId", c."createdAt"
  FROM comments c JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
  WHERE c.id = ${commentId}::uuid AND c.status = 'published'`;

/** Whom a published comment names. Nobody, where it is not published (any more). */
export const namedBy = (commentId: string): Called => Prisma.sql`
  SELECT m."accountId", 'mention'::"NotificationKind" AS kind
  FROM (${published(commentId)}) c JOIN mentions m ON m."commentId" = c.id`;

const undone = (decision: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = ${decision})`;

/**
 * Everybody whom a published comment calls: the writer of what it answers, whom it names, who follows the discussion or its writer; where it is
 * told `again`, of followers only those who followed when it could be read before.
 */
export const calledBy = (commentId: string, { again = false } = {}): Called => {
  const followed = again ? Prisma.sql`f.at <= c."readFrom"` : Prisma.sql`true`;
  return Prisma.sql`
  WITH c AS MATERIALIZED (SELECT p.*, ${readFrom} AS "readFrom" FROM (${published(commentId)}) p)
  SELECT p."authorId" AS "accountId", 'reply'::"NotificationKind" AS kind FROM c JOIN comments p ON p.id = c."parentId"
  UNION ALL SELECT m."accountId", 'mention' FROM c JOIN mentions m ON m."commentId" = c.id
  UNION ALL SELECT f."accountId", 'followed_thread' FROM c JOIN thread_follows f ON f."articleId" = c."articleId" AND ${followed}
  UNION ALL SELECT f."accountId", 'followed_person' FROM c JOIN person_follows f ON f."personId" = c."authorId" AND ${followed}`;
};

/** When it was last let through or, where it never waited, written. */
const readFrom = Prisma.sql`
  coalesce((SELECT max(d.at) FROM decisions d WHERE d."commentId" = p.id AND d.action = 'approve' AND NOT ${undone(Prisma.sql`d.id`)}), p."createdAt")`;

/**
 * The writer on whose comment this was decided, unless it was undone or a later decision overtook it. Of reports that were dismissed they need not
 * hear; of what puts an objection of theirs right they hear as its answer.
 */
export const decidedOn = (decisionId: string): Called => Prisma.sql`
  SELECT c."authorId" AS "accountId", 'decision'::"NotificationKind" AS kind
  FROM decisions d JOIN comments c ON c.id = d."commentId"
  WHERE d.id = ${decisionId}::uuid AND d.action <> 'dismiss_reports' AND c.status <> 'deleted' AND NOT ${undone(Prisma.sql`d.id`)}
    AND NOT EXISTS (SELECT 1 FROM objections o WHERE o."decisionId" = d.id)
    AND NOT EXISTS (
      SELECT 1 FROM decisions later
      WHERE later."commentId" = c.id AND later.at > d.at AND later.action <> 'dismiss_reports' AND NOT ${undone(Prisma.sql`later.id`)}
    )`;

/** Whom a measure restricts, while it stands. */
export const restrictedBy = (statementId: string): Called => Prisma.sql`
  SELECT s."accountId", 'sanction'::"NotificationKind" AS kind
  FROM statements s WHERE s.id = ${statementId}::uuid AND s."sanctionId" IS NOT NULL AND s."withdrawnAt" IS NULL`;

/** The readers whose reports this decision answered: an undone one answered none. */
export const answeredBy = (decisionId: string): Called => Prisma.sql`
  SELECT r."reporterId" AS "accountId", 'report'::"NotificationKind" AS kind
  FROM reports r WHERE r."decisionId" = ${decisionId}::uuid AND r.status <> 'open' AND r."reporterId" IS NOT NULL`;

/** Whoever made an objection that was answered. */
export const objectedWith = (objectionId: string): Called => Prisma.sql`
  SELECT o."accountId", 'objection'::"NotificationKind" AS kind
  FROM objections o WHERE o.id = ${objectionId}::uuid AND o.status <> 'open'`;

/** The writer of a comment that is picked out (still). */
export const pickedOut = (commentId: string): Called => Prisma.sql`
  SELECT c."authorId" AS "accountId", 'pick'::"NotificationKind" AS kind
  FROM (${published(commentId)}) c JOIN picks p ON p."commentId" = c.id`;
