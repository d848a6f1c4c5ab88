import { z } from "zod";
import { person } from "@/lib/accounts/schema";
import type { Viewer } from "@/lib/actor";
import { permalinkOf } from "@/lib/comments/comment";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, Prisma } from "@/lib/db";
import { excerptOf } from "@/lib/markdown";
import { excerptLength } from "@/lib/notifications/limits";
import type { Told } from "@/lib/notifications/schema";
import type { CommentStatus, DecisionAction, Measure, NotificationKind, ReportReason } from "@/prisma/generated/enums";

interface ToldRow {
  id: string;
  kind: NotificationKind;
  at: Date;
  toldAt: Date;
  readAt: Date | null;
  handle: string | null;
  name: string | null;
  avatar: string | null;
  commentId: string | null;
  status: CommentStatus | null;
  html: string | null;
  slug: string | null;
  title: string | null;
  lang: string | null;
  action: DecisionAction | null;
  reason: ReportReason | null;
  note: string | null;
  statementId: string | null;
  measure: Measure | null;
  outcome: Told["outcome"];
}

const cursorKeys = z.tuple([z.iso.datetime(), z.uuid()]);

/** What somebody is told, what they were told last first, a page by keyset. Throws `unreadable` for a cursor of another list, or of another's inbox. */
export async function inbox(
  viewer: Viewer,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<Told>> {
  const list = `inbox:${viewer.id}`;
  const [toldAt, id] = cursor === undefined ? [] : decodeCursor(list, cursor, cursorKeys);
  const beyond =
    toldAt && id ? Prisma.sql`AND (n."toldAt", n.id) < (${toldAt}::timestamptz, ${id}::uuid)` : Prisma.empty;
  const rows = await toldWhere(Prisma.sql`n."accountId" = ${viewer.id}::uuid ${beyond}`, limit + 1);
  const { items, nextCursor } = page(list, rows, limit, (row) => [row.toldAt.toISOString(), row.id]);
  return { items: items.map(toTold), nextCursor };
}

/** The rows that `where` picks (`n` is the notification), with as much of a comment as the reader of the row may see. */
function toldWhere(where: Prisma.Sql, limit: number) {
  return db.$queryRaw<ToldRow[]>`
    SELECT n.id::text AS id, n.kind::text AS kind, n.at, n."toldAt", n."readAt", actor.handle, actor.name, actor.avatar,
      c.id::text AS "commentId", c.status::text AS status,
      CASE WHEN a.id IS NOT NULL AND (c.status = 'published' OR (c."authorId" = n."accountId" AND c.status <> 'deleted'))
        THEN left(c.html, 4000) END AS html,
      a.slug, a.title, a.lang, d.action::text AS action, d.reason::text AS reason, d.note,
      s.id::text AS "statementId", s.measure::text AS measure, coalesce(r.status::text, o.status::text) AS outcome
    FROM notifications n
    LEFT JOIN accounts actor ON actor.id = n."actorId"
    LEFT JOIN comments c ON c.id = n."commentId"
    LEFT JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
    LEFT JOIN decisions d ON n.kind = 'decision' AND d.id = n."eventId"
    LEFT JOIN statements s ON s.id = n."statementId"
    LEFT JOIN reports r ON n.kind = 'report' AND r."decisionId" = n."eventId" AND r."reporterId" = n."accountId"
    LEFT JOIN objections o ON n.kind = 'objection' AND o.id = n."eventId"
    WHERE ${where} ORDER BY n."toldAt" DESC, n.id DESC LIMIT ${limit}::int`;
}

function toTold({ id, kind, at, toldAt, readAt, handle, name, avatar, ...row }: ToldRow): Told {
  const { commentId, status, html, slug, title, lang, action, reason, note, statementId, measure, outcome } = row;
  return {
    ...{ id, kind },
    at: at.toISOString(),
    toldAt: toldAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    actor: handle !== null && name !== null ? person({ handle, name, avatar }) : null,
    comment:
      commentId !== null && status !== null && html !== null
        ? { id: commentId, status, permalink: permalinkOf({ id: commentId }), excerpt: excerptOf(html, excerptLength) }
        : null,
    article: slug !== null && title !== null && lang !== null ? { slug, title, lang } : null,
    decision: action !== null ? { action, reason, note: note ?? "" } : null,
    statement: statementId !== null && measure !== null ? { id: statementId, measure } : null,
    outcome,
  };
}
