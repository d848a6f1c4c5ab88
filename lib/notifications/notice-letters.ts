import { siteUrl } from "@/lib/env";
import { escaped } from "@/lib/escape";
import { htmlLetter, type Message, messageIdOf, wrapped } from "@/lib/mail";
import { formatDay, formatMoment, t } from "@/lib/messages";
import { letterToken } from "@/lib/moderation/fairness/letter-token";
import { objectUntil } from "@/lib/moderation/fairness/policy";
import { abroad, inThread, link, ofTheList, quoted, signed, waysOut } from "@/lib/notifications/letter-parts";
import type { DailyLine } from "@/lib/notifications/letters";
import type { Notice, Notified, OfReport, OfStatement } from "@/lib/notifications/notices";

/** Of the one letter that nobody can stop: it is the only way to tell somebody who cannot sign in. */
const byMachine = { "Auto-Submitted": "auto-generated" };

/** A notice as a letter of its own. */
export function noticeLetter(notice: Notice, site: string): Message {
  const { accountId, email, kind, banned, body, html, lang } = notice;
  const way = waysOut(accountId, kind);
  const { before, after, read } = notice.statementId === null ? reportLetter(notice) : statementLetter(notice, site);
  return {
    to: email,
    subject: subjectOf(notice, site),
    fromName: site,
    text: `${[
      ...before.map(wrapped),
      ...(body ? [quoted(body)] : []),
      ...after.map(wrapped),
      `${read.label}:\n${read.url}`,
      wrapped(t("fairness.object.elsewhere")),
      banned ? `-- \n${site}` : signed(site, way.text),
    ].join("\n\n")}\n`,
    html: htmlLetter(
      [
        ...before.map(paragraph),
        ...(html ? [`<blockquote lang="${escaped(lang ?? "")}" dir="auto">${abroad(html)}</blockquote>`] : []),
        ...after.map(paragraph),
        `<p>${link(read)}</p>`,
        paragraph(t("fairness.object.elsewhere")),
        `<hr>${banned ? paragraph(site) : way.html}`,
      ].join("\n"),
    ),
    headers: { ...placeOf(notice), ...(banned ? byMachine : ofTheList(accountId, kind)) },
  };
}

/** In the conversation of the comment that it is about, if it is about one. */
function placeOf({ id, accountId, articleId, commentId, parentId }: Notice): Record<string, string> {
  if (articleId === null || commentId === null) return { "Message-ID": messageIdOf(id) };
  return inThread({ accountId, articleId, commentId, parentId }, { id });
}

/** A notice as a line of the daily letter. */
export const noticeLine = (notice: Notice, site: string): DailyLine => ({
  headline: subjectOf(notice, site),
  url: (notice.statementId === null ? reportLetter(notice) : statementLetter(notice, site)).read.url,
  said: null,
});

interface Parts {
  /** Before the comment is quoted. */
  before: string[];
  after: string[];
  read: { url: string; label: string };
}

const paragraph = (words: string) => `<p>${escaped(words)}</p>`;
const titleOf = ({ title }: Notified) => title ?? t("notifications.gone");

function subjectOf(notice: Notice, site: string): string {
  if (notice.statementId === null) return t(`fairness.told.report.${notice.reported}`, { title: titleOf(notice) });
  if (notice.outcome) return t(`fairness.told.objection.${notice.outcome}`);
  return t(`fairness.letter.subject.${notice.measure}`, { title: titleOf(notice), site });
}

/** What became of a report. A comment that was removed is not led to. */
function reportLetter(notice: OfReport): Parts {
  const { reported, reportedAt, commentId } = notice;
  const told = `${t(`fairness.told.report.${reported}`, { title: titleOf(notice) })}. ${t(`fairness.told.reportText.${reported}`)}`;
  const read =
    reported === "dismissed"
      ? { url: `${siteUrl()}/comments/${commentId}`, label: t("fairness.letter.reportLink") }
      : { url: `${siteUrl()}/inbox`, label: t("notifications.letter.inbox") };
  return { before: [told, t("fairness.letter.reportMade", { day: formatDay(reportedAt) })], after: [], read };
}

/** Why somebody was restricted, or the answer to their objection. */
function statementLetter(notice: OfStatement, site: string): Parts {
  const { outcome, answer, measure, commentId, banned, statementId } = notice;
  const place = banned ? `/objections/${letterToken(statementId)}` : `/statements/${statementId}`;
  const read = {
    url: `${siteUrl()}${place}`,
    label: t(outcome ? "fairness.letter.answerLink" : "fairness.letter.link"),
  };
  const what = commentId
    ? `${t(`fairness.letter.subject.${measure}`, { title: titleOf(notice), site })}.`
    : `${t(`fairness.measures.${measure}`)}.`;
  if (!outcome) return { before: [`${what} ${t(`fairness.meaning.${measure}`)}`], after: reasonsOf(notice), read };
  const came = `${t(`fairness.object.${outcome}`)} ${t(`fairness.object.${outcome}Text`)}`;
  const why = answer ? [t("fairness.letter.answer", { answer })] : [];
  return { before: [came, ...why, t("fairness.letter.objectedTo", { what })], after: [], read };
}

function reasonsOf({ at, until, ground, reason, facts, foundBy, tellsAt, banned }: OfStatement): string[] {
  const helped = foundBy === "rules" || foundBy === "helper";
  const since = t("fairness.letter.since", { moment: formatMoment(at) });
  const found = t(`fairness.statement.foundBy.${foundBy}`);
  return [
    until ? `${since} ${t("fairness.letter.until", { moment: formatMoment(until) })}` : since,
    `${t(`fairness.statement.ground.${ground}`, { reason: t(`moderation.reasons.${reason}`) })}.`,
    ...(facts ? [t("fairness.letter.facts", { facts })] : []),
    `${found} ${t(helped ? "fairness.statement.machineHelped" : "fairness.statement.person")}`,
    ...(banned ? [t("fairness.letter.byLink")] : []),
    t("fairness.letter.object", { day: formatDay(objectUntil({ tellsAt })) }),
  ];
}
