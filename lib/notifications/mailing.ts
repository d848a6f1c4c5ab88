import { after, day, now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import type { Jobs } from "@/lib/jobs";
import { deliver, mailWaits } from "@/lib/mail";
import { dueWhere, idsDue } from "@/lib/notifications/due";
import { dailyLetter, dailyLineOf, letterOf } from "@/lib/notifications/letters";
import { daysInLetter, maxInLetter } from "@/lib/notifications/limits";
import { noteMailed } from "@/lib/notifications/mutations";
import { noticeLetter, noticeLine } from "@/lib/notifications/notice-letters";
import { idsOfNotices, noticesWhere } from "@/lib/notifications/notices";
import { siteSettings } from "@/lib/settings";

/** Mails one notification, once; nothing if it is not to be mailed any more. Throws what the mail server said, and is tried again. */
export async function mailNotification({ notificationId }: Jobs["mail_notification"]): Promise<void> {
  const one = Prisma.sql`n.id = ${notificationId}::uuid`;
  const [[due], [notice], { name }] = await Promise.all([dueWhere(one), noticesWhere(one), siteSettings()]);
  const letter = due ? letterOf(due, name) : notice && noticeLetter(notice, name);
  if (letter) await deliver(letter, (held, sent) => noteMailed(held, [notificationId], sent));
}

/** What was told for a daily letter up to then. What no letter took in its days is not made up for: it stands in the inbox. */
const daily = (until: Date) => Prisma.sql`n.delivery = 'daily' AND n."mailedAt" IS NULL
  AND n."toldAt" <= ${until}::timestamptz AND n."toldAt" > ${after(until, -daysInLetter * day)}::timestamptz`;

/** Enqueues a letter for everybody who was told something for it. */
export async function mailDaily(): Promise<void> {
  const until = now();
  await db.$queryRaw`
    SELECT graphile_worker.add_job('mail_daily_letter',
      json_build_object('accountId', due."accountId", 'until', ${until.toISOString()}::text), job_key => 'daily:' || due."accountId",
      priority => ${mailWaits}::int)
    FROM (SELECT DISTINCT n."accountId" FROM notifications n WHERE ${daily(until)} AND n."readAt" IS NULL) due`;
}

/** Mails an account what it was told, once a day: the foremost of it, and how much there is. As `mailNotification`. */
export async function mailDailyLetter({ accountId, until }: Jobs["mail_daily_letter"]): Promise<void> {
  const upTo = new Date(until);
  const mine = Prisma.sql`n."accountId" = ${accountId}::uuid AND ${daily(upTo)}`;
  const ids = (await Promise.all([idsOfNotices(mine), idsDue(mine)])).flat();
  const shown = Prisma.sql`n.id = ANY(${ids.slice(0, maxInLetter)}::uuid[])`;
  const [notices, dues, { name }] = await Promise.all([noticesWhere(shown), dueWhere(shown), siteSettings()]);
  const [first] = [...notices, ...dues];
  if (!first) return;
  const lines = [...notices.map((notice) => noticeLine(notice, name)), ...dues.map(dailyLineOf)];
  const letter = dailyLetter(first, { lines, count: ids.length }, name, upTo);
  await deliver(letter, (held, sent) => noteMailed(held, ids, sent));
}
