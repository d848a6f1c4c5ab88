import { siteUrl } from "@/lib/env";
import { escaped } from "@/lib/escape";
import { htmlLetter, type Message, messageIdOf, wrapped } from "@/lib/mail";
import { excerptOf } from "@/lib/markdown";
import { formatDay, t } from "@/lib/messages";
import { abroad, inThread, link, ofTheList, quoted, signed, waysOut } from "@/lib/notifications/letter-parts";
import { excerptLength } from "@/lib/notifications/limits";
import type { DecisionAction, NotificationKind, ReportReason } from "@/prisma/generated/enums";

/** A notification that is to be mailed, with all that its letter says. */
export interface Due {
  id: string;
  accountId: string;
  email: string;
  kind: NotificationKind;
  actorName: string | null;
  commentId: string;
  parentId: string | null;
  body: string;
  html: string;
  articleId: string;
  title: string;
  lang: string;
  action: DecisionAction | null;
  reason: ReportReason | null;
  note: string | null;
}

/** One notification as a letter of its own, in the conversation of its article in every program that threads. */
export function letterOf(due: Due, site: string): Message {
  const { id, accountId, kind, title, lang, body, html, actorName } = due;
  const read = {
    url: addressOf(due),
    label: t(kind === "decision" ? "notifications.letter.readOwn" : "notifications.letter.read"),
  };
  const way = waysOut(accountId, kind);
  const said = [headline(due), ...verdictOf(due)];
  return {
    to: due.email,
    subject: t(kind === "decision" ? "notifications.letter.subjectDecision" : "notifications.letter.subject", {
      title,
    }),
    fromName: actorName ? t("notifications.letter.from", { name: actorName, site }) : site,
    text: `${[...said.map(wrapped), quoted(body), `${read.label}:\n${read.url}`, signed(site, way.text)].join("\n\n")}\n`,
    html: htmlLetter(
      [
        ...said.map((words) => `<p>${escaped(words)}</p>`),
        `<blockquote lang="${escaped(lang)}" dir="auto">${abroad(html)}</blockquote>`,
        `<p>${link(read)}</p>`,
        `<hr>${way.html}`,
      ].join("\n"),
    ),
    headers: { ...inThread(due, kind === "decision" ? { id } : "comment"), ...ofTheList(accountId, kind) },
  };
}

/** One thing in the daily letter: what happened, where it stands, and the first words of what was said, where any were. */
export interface DailyLine {
  headline: string;
  url: string;
  said: { excerpt: string; lang: string } | null;
}

/** A notification as a line of the daily letter. */
export const dailyLineOf = (due: Due): DailyLine => ({
  headline: headline(due),
  url: addressOf(due),
  said: { excerpt: excerptOf(due.html, excerptLength), lang: due.lang },
});

/** What one account was told in a day, in one letter: some lines of it, and how much it is in all. One letter a day, by its Message-ID. */
export function dailyLetter(
  { accountId, email }: Pick<Due, "accountId" | "email">,
  { lines, count }: { lines: readonly DailyLine[]; count: number },
  site: string,
  until: Date,
): Message {
  const more = count > lines.length ? t("notifications.letter.dailyMore", { count: count - lines.length }) : "";
  const inbox = { url: `${siteUrl()}/inbox`, label: t("notifications.letter.inbox") };
  const way = waysOut(accountId, "daily");
  const day = until.toISOString().slice(0, 10);
  return {
    to: email,
    subject: t("notifications.letter.subjectDaily", { count, site, day: formatDay(until) }),
    text: `${[
      t("notifications.letter.dailyText"),
      ...lines.map(({ headline, said, url }) =>
        [wrapped(headline), ...(said ? [quoted(said.excerpt)] : []), url].join("\n\n"),
      ),
      `${more} ${inbox.label}:\n${inbox.url}`.trim(),
      signed(site, way.text),
    ].join("\n\n")}\n`,
    html: htmlLetter(
      [
        `<p>${escaped(t("notifications.letter.dailyText"))}</p>`,
        ...lines.map(({ headline: label, said, url }) => `<p>${link({ url, label })}</p>${quotedHtml(said)}`),
        `<p>${escaped(more)} ${link(inbox)}</p>`,
        `<hr>${way.html}`,
      ].join("\n"),
    ),
    headers: { "Message-ID": messageIdOf(`daily.${day}.${accountId}`), ...ofTheList(accountId, "daily") },
  };
}

const quotedHtml = (said: DailyLine["said"]) =>
  said ? `\n<blockquote lang="${escaped(said.lang)}" dir="auto">${escaped(said.excerpt)}</blockquote>` : "";

/** One line that says what happened. */
function headline({ kind, action, title, actorName }: Due): string {
  if (kind === "decision" && action) return t(`notifications.decided.${action}`, { title });
  return t(`notifications.said.${kind}`, { name: actorName ?? t("notifications.somebody"), title });
}

function verdictOf({ reason, note }: Due): string[] {
  return [
    ...(reason ? [t("notifications.reason", { reason: t(`comments.reasons.${reason}`) })] : []),
    ...(note ? [t("notifications.note", { note })] : []),
  ];
}

const addressOf = ({ kind, commentId }: Due) =>
  `${siteUrl()}/comments/${commentId}${kind === "decision" ? "/mine" : ""}`;
