import { db, type Prisma } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { escaped, htmlLetter, type Message, messageIdOf, wrapped } from "@/lib/mail";
import { formatDay, formatMoment, t } from "@/lib/messages";
import { letterToken } from "@/lib/moderation/fairness/letter-token";
import { objectUntil } from "@/lib/moderation/fairness/policy";
import { abroad, link, ofTheList, quoted, signed, waysOut } from "@/lib/notifications/letter-parts";
import type { DailyLine } from "@/lib/notifications/letters";
import { maxInLetter } from "@/lib/notifications/limits";
import type { Ground, Means, Measure, NotificationKind, ReportReason } from "@/prisma/generated/enums";

interface Notified {
  id: string;
  accountId: string;
  email: string;
  /** They cannot sign in. */
  banned: boolean;
  kind: NotificationKind;
  commentId: string | null;
  /** Null where the piece is not to be read. */
  title: string | null;
  lang: string | null;
  body: string | null;
  html: string | null;
}

interface OfStatement extends Notified {
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

interface OfReport extends Notified {
  statementId: null;
  reported: "upheld" | "dismissed";
  reportedAt: Date;
}

export type Notice = OfStatement | OfReport;

/**
 * What is still to be mailed, of what `where` picks (`n` is the notification), of statements, objections and answered reports: not read meanwhile, nor
 * mailed, nor wanted no more, nor taken back. Who was banned is written to as well, whatever they chose: they cannot read it in the inbox.
 */
export function noticesWhere(where: Prisma.Sql): Promise<Notice[]> {
  return db.$queryRaw<Notice[]>`
    SELECT n.id::text AS id, n."accountId"::text AS "accountId", reader.email, reader.status = 'banned' AS banned, n.kind::text AS kind,
      n."commentId"::text AS "commentId", a.title, a.lang,
      CASE WHEN c."authorId" = n."accountId" AND c.status <> 'deleted' THEN c.body END AS body,
      CASE WHEN c."authorId" = n."accountId" AND c.status <> 'deleted' THEN c.html END AS html,
      s.id::text AS "statementId", s.measure::text AS measure, s.ground::text AS ground, s.reason::text AS reason, s.facts,
      s."foundBy"::text AS "foundBy", s.at, s."tellsAt", m.until, o.status::text AS outcome, o.answer,
      r.status::text AS reported, r."createdAt" AS "reportedAt"
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
      AND ((s.id IS NOT NULL AND (s."withdrawnAt" IS NULL OR o.id IS NOT NULL)) OR r.status <> 'open')
    ORDER BY n.at, n.id LIMIT ${maxInLetter}::int`;
}

/** A notice as a letter of its own. */
export function noticeLetter(notice: Notice, site: string): Message {
  const { id, accountId, email, kind, banned } = notice;
  const way = waysOut(accountId, kind);
  const read = { url: addressOf(notice), label: labelOf(notice) };
  const [first = "", ...said] = sayingsOf(notice, site);
  const after = closingOf(notice);
  return {
    to: email,
    subject: subjectOf(notice, site),
    fromName: site,
    text: `${[
      wrapped(first),
      ...(notice.body ? [quoted(notice.body)] : []),
      ...said.map(wrapped),
      `${read.label}:\n${read.url}`,
      ...after.map(wrapped),
      banned ? `-- \n${site}` : signed(site, way.text),
    ].join("\n\n")}\n`,
    html: htmlLetter(
      [
        paragraph(first),
        notice.html
          ? `<blockquote lang="${escaped(notice.lang ?? "")}" dir="auto">${abroad(notice.html)}</blockquote>`
          : "",
        ...said.map(paragraph),
        `<p>${link(read)}</p>`,
        ...after.map(paragraph),
        `<hr>${banned ? paragraph(site) : way.html}`,
      ].join("\n"),
    ),
    headers: { "Message-ID": messageIdOf(id), ...(banned ? byMachine : ofTheList(accountId, kind)) },
  };
}

/** A notice as a line of the daily letter. */
export const noticeLine = (notice: Notice, site: string): DailyLine => ({
  headline: subjectOf(notice, site),
  url: addressOf(notice),
  said: null,
});

/** Of the one letter that nobody can stop: it is the only way to tell somebody who cannot sign in. */
const byMachine = { "Auto-Submitted": "auto-generated" };
const paragraph = (words: string) => `<p>${escaped(words)}</p>`;
const titleOf = ({ title }: Notified) => title ?? t("notifications.gone");

function addressOf(notice: Notice): string {
  if (notice.statementId === null) return `${siteUrl()}/comments/${notice.commentId}`;
  return `${siteUrl()}${notice.banned ? `/objections/${letterToken(notice.statementId)}` : `/statements/${notice.statementId}`}`;
}

function labelOf(notice: Notice): string {
  if (notice.statementId === null) return t("fairness.letter.reportLink");
  return t(notice.outcome ? "fairness.letter.answerLink" : "fairness.letter.link");
}

function subjectOf(notice: Notice, site: string): string {
  if (notice.statementId === null) return t(`fairness.told.report.${notice.reported}`, { title: titleOf(notice) });
  if (notice.outcome) return t(`fairness.told.objection.${notice.outcome}`);
  return t(`fairness.letter.subject.${notice.measure}`, { title: titleOf(notice), site });
}

/** What is said before the link. */
function sayingsOf(notice: Notice, site: string): string[] {
  if (notice.statementId === null) {
    const made = t("fairness.letter.reportMade", { day: formatDay(notice.reportedAt) });
    return [`${subjectOf(notice, site)}. ${t(`fairness.told.reportText.${notice.reported}`)}`, made];
  }
  const { outcome, answer, measure } = notice;
  const what = `${notice.commentId ? t(`fairness.letter.subject.${measure}`, { title: titleOf(notice), site }) : t(`fairness.measures.${measure}`)}.`;
  if (!outcome) return [`${what} ${t(`fairness.meaning.${measure}`)}`, ...reasonsOf(notice)];
  return [
    t(`fairness.object.${outcome}`),
    what,
    t(`fairness.object.${outcome}Text`),
    ...(answer ? [t("fairness.letter.answer", { answer })] : []),
  ];
}

function reasonsOf({ at, until, ground, reason, facts, foundBy, tellsAt, banned }: OfStatement): string[] {
  const helped = foundBy === "rules" || foundBy === "helper";
  const day = formatDay(objectUntil({ tellsAt }));
  return [
    [
      t("fairness.letter.since", { moment: formatMoment(at) }),
      ...(until ? [t("fairness.letter.until", { moment: formatMoment(until) })] : []),
    ].join(" "),
    `${t(`fairness.statement.ground.${ground}`, { reason: t(`moderation.reasons.${reason}`) })}.`,
    ...(facts ? [t("fairness.letter.facts", { facts })] : []),
    `${t(`fairness.statement.foundBy.${foundBy}`)} ${t(helped ? "fairness.statement.machineHelped" : "fairness.statement.person")}`,
    ...(banned ? [t("fairness.letter.byLink")] : []),
    t("fairness.letter.object", { day }),
  ];
}

/** What is said after it: what else one may do. */
function closingOf(notice: Notice): string[] {
  return [t(notice.statementId === null ? "fairness.letter.redress" : "fairness.object.elsewhere")];
}
