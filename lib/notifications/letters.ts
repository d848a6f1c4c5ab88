import { siteUrl } from "@/lib/env";
import { escaped, htmlLetter, type Message, mailHost, messageIdOf, wrapped } from "@/lib/mail";
import { formatDay, t } from "@/lib/messages";
import { excerptOf } from "@/lib/notifications/inbox";
import { maxInLetter } from "@/lib/notifications/limits";
import type { Scope } from "@/lib/notifications/schema";
import { unsubscribeToken } from "@/lib/notifications/unsubscribe-token";
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

/** One notification as a letter of its own, in the conversation of its article in every program that threads (RFC 5322, 3.6.4). */
export function letterOf(due: Due, site: string): Message {
  const { id, accountId, kind, title, lang, body, html, actorName } = due;
  const about = messageIdOf(`article.${due.articleId}`);
  const answered = due.parentId ? messageIdOf(`comment.${due.parentId}`) : about;
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
    headers: {
      "Message-ID": messageIdOf(id),
      "In-Reply-To": answered,
      References: answered === about ? about : `${about} ${answered}`,
      ...ofTheList(accountId, kind),
    },
  };
}

/** What one account was told in a day, in one letter: the first fifty in full, how many more there are. One letter a day, by its Message-ID. */
export function dailyLetter(dues: readonly [Due, ...Due[]], site: string, until: Date): Message {
  const [{ accountId, email }] = dues;
  const shown = dues.slice(0, maxInLetter);
  const more =
    dues.length > shown.length ? t("notifications.letter.dailyMore", { count: dues.length - shown.length }) : "";
  const inbox = { url: `${siteUrl()}/inbox`, label: t("notifications.letter.inbox") };
  const way = waysOut(accountId, "daily");
  const day = until.toISOString().slice(0, 10);
  return {
    to: email,
    subject: t("notifications.letter.subjectDaily", { count: dues.length, site, day: formatDay(until) }),
    text: `${[
      t("notifications.letter.dailyText"),
      ...shown.map((due) => `${wrapped(headline(due))}\n\n${quoted(excerptOf(due.html))}\n\n${addressOf(due)}`),
      `${more} ${inbox.label}:\n${inbox.url}`.trim(),
      signed(site, way.text),
    ].join("\n\n")}\n`,
    html: htmlLetter(
      [
        `<p>${escaped(t("notifications.letter.dailyText"))}</p>`,
        ...shown.map(
          (due) =>
            `<p>${link({ url: addressOf(due), label: headline(due) })}</p>\n<blockquote lang="${escaped(due.lang)}" dir="auto">${escaped(excerptOf(due.html))}</blockquote>`,
        ),
        `<p>${escaped(more)} ${link(inbox)}</p>`,
        `<hr>${way.html}`,
      ].join("\n"),
    ),
    headers: { "Message-ID": messageIdOf(`daily.${day}.${accountId}`), ...ofTheList(accountId, "daily") },
  };
}

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

const quoted = (words: string) => words.replace(/^/gm, "> ").replace(/^> $/gm, ">");
const link = ({ url, label }: { url: string; label: string }) => `<a href="${escaped(url)}">${escaped(label)}</a>`;
/** Finished HTML for readers elsewhere: addresses on this site made whole. */
const abroad = (html: string) => html.replace(/ href="\/(?!\/)/g, ` href="${siteUrl()}/`);

const oneClick = (accountId: string, scope: Scope) =>
  `${siteUrl()}/api/v1/unsubscriptions/${unsubscribeToken(accountId, scope)}`;

/** How to have no more of it, and how to choose. */
function waysOut(accountId: string, scope: Scope) {
  const stop = {
    url: `${siteUrl()}/unsubscribe/${unsubscribeToken(accountId, scope)}`,
    label: t("notifications.letter.stopLink"),
  };
  const settings = { url: `${siteUrl()}/settings#mail-head`, label: t("notifications.letter.settingsLink") };
  return {
    text: `${t("notifications.letter.stop")}\n${stop.url}\n${t("notifications.letter.settings")}\n${settings.url}`,
    html: `<p>${link(stop)} · ${link(settings)}</p>`,
  };
}

const signed = (site: string, waysOut: string) => `-- \n${site}\n${waysOut}`;

/** What mail programs are told: a list of this site (RFC 2919), left by one POST without a question (RFC 8058), written by a machine (RFC 3834). */
function ofTheList(accountId: string, scope: Scope): Record<string, string> {
  return {
    "List-Id": `<comments.${mailHost()}>`,
    "List-Unsubscribe": `<${oneClick(accountId, scope)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
    Precedence: "list",
  };
}
