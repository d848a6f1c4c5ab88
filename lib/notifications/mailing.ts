import { now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import type { Jobs } from "@/lib/jobs";
import { deliver, mailWaits } from "@/lib/mail";
import { type Due, dailyLetter, dailyLineOf, letterOf } from "@/lib/notifications/letters";
import { noteMailed } from "@/lib/notifications/mutations";
import { noticeLetter, noticeLine } from "@/lib/notifications/notice-letters";
import { noticesWhere } from "@/lib/notifications/notices";
import { siteSettings } from "@/lib/settings";

/** In one daily letter, those that it only counts included. */
const mostDue = 500;

/**
 * What is still to be mailed of what `where` picks (`n` is the notification): not read in the inbox meanwhile, nor mailed, nor wanted no more, nor
 * of a comment that went; to nobody who was banned or left, and from nobody whom they ignore by now. What stands by itself, without the words of a
 * comment, is in lib/notifications/notices.ts.
 */
function dueWhere(where: Prisma.Sql): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    SELECT n.id::text AS id, n."accountId"::text AS "accountId", reader.email, n.kind::text AS kind, actor.name AS "actorName",
      c.id::text AS "commentId", c."parentId"::text AS "parentId", c.body, c.html, a.id::text AS "articleId", a.title, a.lang,
      d.action::text AS action, d.reason::text AS reason, d.note
    FROM notifications n
    JOIN accounts reader ON reader.id = n."accountId" AND reader.status IN ('active', 'suspended')
    JOIN comments c ON c.id = n."commentId"
    JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
    LEFT JOIN accounts actor ON actor.id = n."actorId" AND actor.status <> 'closed'
    LEFT JOIN decisions d ON n.kind = 'decision' AND d.id = n."eventId"
    LEFT JOIN notification_settings own ON own."accountId" = n."accountId" AND own.kind = n.kind
    WHERE ${where} AND n."statementId" IS NULL AND n.kind <> 'report' AND n."readAt" IS NULL AND n."mailedAt" IS NULL AND n.delivery <> 'never' AND own.delivery IS DISTINCT FROM 'never'
      AND (c.status = 'published' OR (n.kind = 'decision' AND c.status <> 'deleted'))
      AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = d.id)
      AND NOT EXISTS (SELECT 1 FROM ignores i WHERE i."accountId" = n."accountId" AND i."personId" = n."actorId")
    ORDER BY n.at, n.id LIMIT ${mostDue}::int`;
}

/** Mails one notification, once; nothing if it is not to be mailed any more. Throws what the mail server said, and is tried again. */
export async function mailNotification({ notificationId }: Jobs["mail_notification"]): Promise<void> {
  const one = Prisma.sql`n.id = ${notificationId}::uuid`;
  const [[due], [notice], { name }] = await Promise.all([dueWhere(one), noticesWhere(one), siteSettings()]);
  const letter = due ? letterOf(due, name) : notice && noticeLetter(notice, name);
  if (letter) await deliver(letter, (held, sent) => noteMailed(held, [notificationId], sent));
}

const daily = (until: Date) =>
  Prisma.sql`n.delivery = 'daily' AND n."mailedAt" IS NULL AND n.at <= ${until}::timestamptz`;

/** Enqueues a letter for everybody who was told something for it. */
export async function mailDaily(): Promise<void> {
  const until = now();
  await db.$queryRaw`
    SELECT graphile_worker.add_job('mail_daily_letter',
      json_build_object('accountId', due."accountId", 'until', ${until.toISOString()}::text), job_key => 'daily:' || due."accountId",
      priority => ${mailWaits}::int)
    FROM (SELECT DISTINCT n."accountId" FROM notifications n WHERE ${daily(until)} AND n."readAt" IS NULL) due`;
}

/** Mails an account what it was told, once a day. As `mailNotification`. */
export async function mailDailyLetter({ accountId, until }: Jobs["mail_daily_letter"]): Promise<void> {
  const upTo = new Date(until);
  const mine = Prisma.sql`n."accountId" = ${accountId}::uuid AND ${daily(upTo)}`;
  const [notices, dues] = await Promise.all([noticesWhere(mine), dueWhere(mine)]);
  const [first] = [...notices, ...dues];
  if (!first) return;
  const { name } = await siteSettings();
  const ids = [...notices, ...dues].map(({ id }) => id);
  const lines = [...notices.map((notice) => noticeLine(notice, name)), ...dues.map(dailyLineOf)];
  await deliver(dailyLetter(first, lines, name, upTo), (held, sent) => noteMailed(held, ids, sent));
}
