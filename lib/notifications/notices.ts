import { db, Prisma } from "@/lib/db";
import type { Ground, Means, Measure, NotificationKind, ReportReason } from "@/prisma/generated/enums";

export interface Notified {
  id: string;
  accountId: string;
  email: string;
  /** They cannot sign in. */
  banned: boolean;
  kind: NotificationKind;
  commentId: string | null;
  parentId: string | null;
  articleId: string | null;
  /** Null where the piece is not to be read. */
  title: string | null;
  lang: string | null;
  body: string | null;
  html: string | null;
}

export interface OfStatement extends Notified {
  statementId: string;
  measure: Measure;
  ground: Ground;
  reason: ReportReason;
  facts: string;
  foundBy: Means;
  at: Date;
  tellsAt: Date;
  until: Date | null;
  outcome: "granted" | "refused" | null;
  answer: string | null;
}

export interface OfReport extends Notified {
  statementId: null;
  reported: "upheld" | "dismissed";
  reportedAt: Date;
}

export type Notice = OfStatement | OfReport;

/**
 * What is still to be mailed, of what `where` picks (`n` is the notification), of statements, objections and answered reports: not read meanwhile, nor
 * mailed, nor wanted no more, nor taken back. Who was banned is written to as well, whatever they chose: they cannot read it in the inbox.
 */
const due = (where: Prisma.Sql) => Prisma.sql`
  FROM notifications n
  JOIN accounts reader ON reader.id = n."accountId" AND reader.status <> 'closed'
  LEFT JOIN statements s ON s.id = n."statementId"
  LEFT JOIN sanctions m ON m.id = s."sanctionId"
  LEFT JOIN objections o ON n.kind = 'objection' AND o.id = n."eventId"
  LEFT JOIN reports r ON n.kind = 'report' AND r."decisionId" = n."eventId" AND r."reporterId" = n."accountId"
  LEFT JOIN comments c ON c.id = n."commentId"
  LEFT JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
  LEFT JOIN notification_settings own ON own."accountId" = n."accountId" AND own.kind = n.kind
  WHERE ${where} AND n."readAt" IS NULL AND n."mailedAt" IS NULL AND n.delivery <> 'never'
    AND (own.delivery IS DISTINCT FROM 'never' OR reader.status = 'banned')
    AND ((s.id IS NOT NULL AND (s."withdrawnAt" IS NULL OR o.id IS NOT NULL)) OR r.status <> 'open')`;

const newestFirst = Prisma.sql`ORDER BY n."toldAt" DESC, n.id DESC`;

/** The notices that are due, with all that their letters say, the newest first. */
export function noticesWhere(where: Prisma.Sql): Promise<Notice[]> {
  return db.$queryRaw<Notice[]>`
    SELECT n.id::text AS id, n."accountId"::text AS "accountId", reader.email, reader.status = 'banned' AS banned, n.kind::text AS kind,
      n."commentId"::text AS "commentId", c."parentId"::text AS "parentId", c."articleId"::text AS "articleId", a.title, a.lang,
      CASE WHEN c."authorId" = n."accountId" AND c.status <> 'deleted' THEN c.body END AS body,
      CASE WHEN c."authorId" = n."accountId" AND c.status <> 'deleted' THEN c.html END AS html,
      s.id::text AS "statementId", s.measure::text AS measure, s.ground::text AS ground, s.reason::text AS reason, s.facts,
      s."foundBy"::text AS "foundBy", s.at, s."tellsAt", m.until, o.status::text AS outcome, o.answer,
      r.status::text AS reported, r."createdAt" AS "reportedAt"
    ${due(where)} ${newestFirst}`;
}

/** The ids of all notices that are due, the newest first. */
export async function idsOfNotices(where: Prisma.Sql): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT n.id::text AS id ${due(where)} ${newestFirst}`;
  return rows.map(({ id }) => id);
}
