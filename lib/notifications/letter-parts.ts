import { siteUrl } from "@/lib/env";
import { escaped } from "@/lib/escape";
import { mailHost, messageIdOf } from "@/lib/mail";
import { t } from "@/lib/messages";
import type { Scope } from "@/lib/notifications/schema";
import { unsubscribeToken } from "@/lib/notifications/unsubscribe-token";

/** Words as mail quotes them. */
export const quoted = (words: string) => words.replace(/^/gm, "> ").replace(/^> $/gm, ">");
export const link = ({ url, label }: { url: string; label: string }) =>
  `<a href="${escaped(url)}">${escaped(label)}</a>`;
/** Finished HTML for readers elsewhere: addresses on this site made whole. */
export const abroad = (html: string) => html.replace(/ href="\/(?!\/)/g, ` href="${siteUrl()}/`);

const oneClick = (accountId: string, scope: Scope) =>
  `${siteUrl()}/api/v1/unsubscriptions/${unsubscribeToken(accountId, scope)}`;

/** How to have no more of it, and how to choose. */
export function waysOut(accountId: string, scope: Scope) {
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

/** The end of a letter. */
export const signed = (site: string, waysOut: string) => `-- \n${site}\n${waysOut}`;

/** A comment in the mail of one account. */
interface InThread {
  accountId: string;
  articleId: string;
  parentId: string | null;
  commentId: string;
}

/**
 * Where a letter about a comment hangs in its reader's mail (RFC 5322, 3.6.4). A comment has one letter a reader, whatever calls them, and that bears its
 * name; what is decided on it later answers that. The discussion itself is no letter: it is what all of them refer to, so that programs put them together.
 */
export function inThread(comment: InThread, letter: "comment" | { id: string }): Record<string, string> {
  const nameOf = (id: string) => messageIdOf(`comment.${id}.${comment.accountId}`);
  const { articleId, parentId, commentId } = comment;
  const before = [messageIdOf(`article.${articleId}`), ...(parentId ? [nameOf(parentId)] : [])];
  const references = letter === "comment" ? before : [...before, nameOf(commentId)];
  return {
    "Message-ID": letter === "comment" ? nameOf(commentId) : messageIdOf(letter.id),
    "In-Reply-To": references.at(-1) ?? "",
    References: references.join(" "),
  };
}

/** What mail programs are told: a list of this site (RFC 2919), left by one POST without a question (RFC 8058), written by a machine (RFC 3834). */
export function ofTheList(accountId: string, scope: Scope): Record<string, string> {
  return {
    "List-Id": `<comments.${mailHost()}>`,
    "List-Unsubscribe": `<${oneClick(accountId, scope)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
    Precedence: "list",
  };
}
