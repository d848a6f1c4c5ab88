import type { Standing, ThreadSetting } from "@/components/comments/branch-html";
import { type Html, html, trusted } from "@/components/ui/html";
import { faceUrl } from "@/lib/accounts/avatar";
import type { Comment } from "@/lib/comments/comment";
import { formatDay, t } from "@/lib/messages";
import type { Voting } from "@/prisma/generated/enums";

// Said once for all comments: a translation costs more than the rest of a line.
const say = {
  reply: t("comments.reply"),
  report: t("comments.report"),
  up: t("comments.up"),
  down: t("comments.down"),
  re: t("comments.re"),
  nobody: t("comments.nobody"),
  somebody: t("comments.somebody"),
  edited: t("comments.edited"),
  author: t("comments.badge.author"),
  writer: t("comments.badge.writer"),
  pinned: t("comments.badge.pinned"),
  pick: { author: t("comments.badge.authorsPick"), editor: t("comments.badge.editorsPick") },
  point: t("comments.points", { count: 1 }),
  points: t("comments.points", { count: 2 }),
};

/** A heading, so that a screen reader walks the thread by its levels. */
const headingHtml = (level: number, words: Html | string): Html => html`<h${level}>${words}</h${level}>`;

/** One published comment: who, the words, what can be done. */
export function commentHtml(comment: Comment, setting: ThreadSetting, at: Standing): Html {
  return html`<div class="c${comment.pick && " pick"}${comment.pinned && " pin"}">${byHtml(comment, setting, at)}<div class="text" dir="auto">${trusted(comment.html ?? "")}</div>${actsHtml(comment, setting)}</div>`;
}

function byHtml(comment: Comment, { authors }: ThreadSetting, { above, level }: Standing): Html {
  const { id, author, createdAt, editedAt } = comment;
  const wrote = author !== null && authors.has(author.handle);
  const face = wrote && faceUrl(author);
  const portrait = face && html`<img class="portrait s" src="${face}" alt="" width="24" height="24" loading="lazy">`;
  const name = html`<bdi>${author?.name ?? say.nobody}</bdi>`;
  const who = headingHtml(level, author ? html`<a href="/people/${author.handle}">${name}</a>` : name);
  const time = html` <a href="/comments/${id}"><time datetime="${createdAt.toISOString()}">${formatDay(createdAt)}</time></a>`;
  const edited = editedAt && html` <a href="/comments/${id}/history">${say.edited}</a>`;
  return html`<div class="by">${portrait}${who}${author && badgeHtml(author.role, wrote)}${standingOutHtml(comment)}${time}${edited}${above && reHtml(above)}</div>`;
}

/** The way up to what is answered. */
function reHtml({ id, author, href }: NonNullable<Standing["above"]>): Html {
  return html` <a class="re" href="${href ?? `#comment-${id}`}">${say.re} <bdi>${author?.name ?? say.somebody}</bdi></a>`;
}

function badgeHtml(role: string, wrote: boolean): Html | null {
  if (wrote) return html` <span class="badge">${say.author}</span>`;
  if (role === "editor" || role === "moderator" || role === "admin")
    return html` <span class="badge soft">${t(`comments.badge.${role}`)}</span>`;
  return role === "author" ? html` <span class="badge soft">${say.writer}</span>` : null;
}

/** Why it stands out: picked, pinned or both. */
function standingOutHtml({ pick, pinned }: Comment): Html | null {
  if (!pick && !pinned) return null;
  return html`${pinned && html` <span class="badge soft">${say.pinned}</span>`}${pick && html` <span class="badge soft">${say.pick[pick]}</span>`}`;
}

function actsHtml({ id, score }: Comment, { slug, open, voting, votes }: ThreadSetting): Html {
  const reply = open && html`<a class="mark" href="/articles/${slug}/reply?parent=${id}">${say.reply}</a>`;
  return html`<form class="acts" method="post" action="/api/v1/comments/${id}/vote">${voteHtml(score, votes?.[id] ?? 0, voting)}${reply}<a class="report" href="/comments/${id}/report">${say.report}</a></form>`;
}

/** Pressing the vote that stands takes it back. */
function voteHtml(score: number, own: number, voting: Voting): Html {
  const button = (value: 1 | -1, sign: string, label: string) =>
    html`<button name="value" value="${own === value ? 0 : value}" aria-label="${label}" aria-pressed="${own === value ? "true" : "false"}">${sign}</button>`;
  const unit = Math.abs(score) === 1 ? say.point : say.points;
  return html`<span class="vote"${own !== 0 && trusted(" data-voted")}>${button(1, "↑", say.up)}<b>${score}<span class="sr-only"> ${unit}</span></b>${voting === "up_and_down" && button(-1, "↓", say.down)}</span>`;
}

/** What stands in the place of words that nobody reads, where that was no moderator's removal. */
const unread: Partial<Record<Comment["status"], string>> = {
  deleted: t("comments.withdrawn"),
  pending: t("comments.waitsAgain"),
  rejected: t("comments.notLetThrough"),
};

/** A line in the place of words that are gone; a heading too, so that no level is missing above the replies. */
export function goneHtml({ status, removedFor }: Comment, { level }: Standing): Html {
  const words = unread[status];
  if (words) return html`<div class="c gone">${headingHtml(level, words)}</div>`;
  const why = removedFor
    ? t("comments.removedFor", { reason: t(`comments.reasons.${removedFor}`) })
    : t("comments.removed");
  return html`<div class="c gone">${headingHtml(level, why)} <a href="/house-rules">${t("comments.houseRules")}</a></div>`;
}
