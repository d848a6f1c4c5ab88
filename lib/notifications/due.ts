import { db, Prisma } from "@/lib/db";
import type { Due } from "@/lib/notifications/letters";

/**
 * What is still to be mailed of what `where` picks (`n` is the notification): not read in the inbox meanwhile, nor mailed, nor wanted or followed no
 * more, nor of a comment that went; to nobody who was banned or left, and from nobody whom they ignore by now. What stands by itself, without the
 * words of a comment, is in lib/notifications/notices.ts.
 */
const due = (where: Prisma.Sql) => Prisma.sql`
  FROM notifications n
  JOIN accounts reader ON reader.id = n."accountId" AND reader.status IN ('active', 'suspended')
  JOIN comments c ON c.id = n."commentId"
  JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
  LEFT JOIN accounts actor ON actor.id = n."actorId"
  LEFT JOIN decisions d ON n.kind = 'decision' AND d.id = n."eventId"
  LEFT JOIN notification_settings own ON own."accountId" = n."accountId" AND own.kind = n.kind
  WHERE ${where} AND n."statementId" IS NULL AND n.kind <> 'report' AND n."readAt" IS NULL AND n."mailedAt" IS NULL
    AND n.delivery <> 'never' AND own.delivery IS DISTINCT FROM 'never'
    AND (c.status = 'published' OR (n.kind = 'decision' AND c.status <> 'deleted'))
    AND (n.kind <> 'followed_thread'
      OR EXISTS (SELECT 1 FROM thread_follows f WHERE f."accountId" = n."accountId" AND f."articleId" = c."articleId"))
    AND (n.kind <> 'followed_person'
      OR EXISTS (SELECT 1 FROM person_follows f WHERE f."accountId" = n."accountId" AND f."personId" = n."actorId"))
    AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = d.id)
    AND NOT EXISTS (SELECT 1 FROM ignores i WHERE i."accountId" = n."accountId" AND i."personId" = n."actorId")`;

/** What is said to oneself before what one merely follows, and the newest of either first. */
const foremost = Prisma.sql`ORDER BY n.kind, n."toldAt" DESC, n.id DESC`;

/** What is due, with all that its letter says, the foremost first. */
export function dueWhere(where: Prisma.Sql): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    SELECT n.id::text AS id, n."accountId"::text AS "accountId", reader.email, n.kind::text AS kind, actor.name AS "actorName",
      c.id::text AS "commentId", c."parentId"::text AS "parentId", c.body, c.html, a.id::text AS "articleId", a.title, a.lang,
      d.action::text AS action, d.reason::text AS reason, d.note
    ${due(where)} ${foremost}`;
}

/** The ids of all that is due, the foremost first. */
export async function idsDue(where: Prisma.Sql): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT n.id::text AS id ${due(where)} ${foremost}`;
  return rows.map(({ id }) => id);
}
