import { type Html, html, trusted } from "@/components/ui/html";
import type { Comment } from "@/lib/comments/comment";
import { formatDay, t } from "@/lib/messages";

/** What the comments of a thread have in common. */
export interface ThreadSetting {
  slug: string;
  /** Whether it takes comments. */
  open: boolean;
  /** The handles of those who wrote the piece. */
  authors: ReadonlySet<string>;
  /** The viewer's own votes, on a page of theirs. */
  votes?: Readonly<Record<string, number>>;
}

interface Above {
  id: string;
  author: Comment["author"];
}

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
  point: t("comments.points", { count: 1 }),
  points: t("comments.points", { count: 2 }),
};

/** Comments as items of a list, each with what hangs under it. Strings, since a page holds a hundred of them. */
export function branchesHtml(comments: readonly Comment[], setting: ThreadSetting, above: Above | null = null): Html {
  return html`${comments.map((comment) => branchHtml(comment, setting, above))}`;
}

function branchHtml(comment: Comment, setting: ThreadSetting, above: Above | null): Html {
  const inner = comment.status === "published" ? publishedHtml(comment, setting, above) : goneHtml(comment);
  return html`<li id="comment-${comment.id}">${inner}${repliesHtml(comment, setting)}</li>`;
}

function repliesHtml(comment: Comment, setting: ThreadSetting): Html | null {
  const { id, replies, replyCount } = comment;
  const folded = replyCount - replies.length;
  if (replies.length === 0 && folded <= 0) return null;
  const more =
    folded > 0 &&
    (replies.length === 0 ? onwardHtml(id, t("comments.continue"), folded) : onwardHtml(id, null, folded));
  return html`<ol>${branchesHtml(replies, setting, comment)}${more}</ol>`;
}

function onwardHtml(id: string, onward: string | null, count: number): Html {
  if (onward === null)
    return html`<li class="more" data-fold><a class="mark" href="/comments/${id}">${t("comments.folded", { count })}</a></li>`;
  return html`<li class="more"><a class="mark" href="/comments/${id}">${onward}</a> <span>${t("comments.deeper", { count })}</span></li>`;
}

/** One published comment: who, the words, what can be done. */
export function publishedHtml(comment: Comment, setting: ThreadSetting, above: Above | null): Html {
  return html`<article class="c">${byHtml(comment, setting, above)}<div class="text" dir="auto">${trusted(comment.html ?? "")}</div>${actsHtml(comment, setting)}</article>`;
}

function byHtml({ id, author, createdAt, editedAt }: Comment, { authors }: ThreadSetting, above: Above | null): Html {
  const wrote = author !== null && authors.has(author.handle);
  const face = wrote && author.avatarUrl;
  const portrait = face && html`<img class="portrait s" src="${face}" alt="" width="24" height="24" loading="lazy">`;
  const name = html`<b><bdi>${author?.name ?? say.nobody}</bdi></b>`;
  const time = html` <a href="/comments/${id}"><time datetime="${createdAt.toISOString()}">${formatDay(createdAt)}</time></a>`;
  const edited = editedAt && html` <span>${say.edited}</span>`;
  const re =
    above &&
    html` <a class="re" href="#comment-${above.id}">${say.re} <bdi>${above.author?.name ?? say.somebody}</bdi></a>`;
  return html`<p class="by">${portrait}${name}${author && badgeHtml(author.role, wrote)}${time}${edited}${re}</p>`;
}

function badgeHtml(role: string, wrote: boolean): Html | null {
  if (wrote) return html` <span class="badge">${say.author}</span>`;
  if (role === "editor" || role === "moderator" || role === "admin")
    return html` <span class="badge soft">${t(`comments.badge.${role}`)}</span>`;
  return null;
}

function actsHtml({ id, score }: Comment, { slug, open, votes }: ThreadSetting): Html {
  const reply = open && html`<a class="mark" href="/articles/${slug}/reply?parent=${id}">${say.reply}</a>`;
  return html`<form class="acts" method="post" action="/api/v1/comments/${id}/vote">${voteHtml(score, votes?.[id] ?? 0)}${reply}<a class="report" href="/comments/${id}/report">${say.report}</a></form>`;
}

/** Pressing the vote that stands takes it back. */
function voteHtml(score: number, own: number): Html {
  const button = (value: 1 | -1, sign: string, label: string) =>
    html`<button name="value" value="${own === value ? 0 : value}" aria-label="${label}" aria-pressed="${own === value ? "true" : "false"}">${sign}</button>`;
  const unit = Math.abs(score) === 1 ? say.point : say.points;
  return html`<span class="vote"${own !== 0 && trusted(" data-voted")}>${button(1, "↑", say.up)}<b>${score}<span class="sr-only"> ${unit}</span></b>${button(-1, "↓", say.down)}</span>`;
}

function goneHtml({ status, removedFor }: Comment): Html {
  if (status === "deleted") return html`<p class="gone">${t("comments.withdrawn")}</p>`;
  const why = removedFor
    ? t("comments.removedFor", { reason: t(`comments.reasons.${removedFor}`) })
    : t("comments.removed");
  return html`<p class="gone">${why} <a href="/house-rules">${t("comments.houseRules")}</a></p>`;
}
