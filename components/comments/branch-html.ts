import { commentHtml, goneHtml } from "@/components/comments/comment-html";
import { type Html, html } from "@/components/ui/html";
import type { Comment } from "@/lib/comments/comment";
import type { Folded } from "@/lib/comments/folded";
import { formatList, t } from "@/lib/messages";
import type { Voting } from "@/prisma/generated/enums";

/** What the comments of a thread have in common. */
export interface ThreadSetting {
  slug: string;
  /** Whether it takes comments. */
  open: boolean;
  /** The handles of those who wrote the piece. */
  authors: ReadonlySet<string>;
  /** Whether one may vote down as well. */
  voting: Voting;
  /** The viewer's own votes, on a page of theirs. */
  votes?: Readonly<Record<string, number>>;
  /** Of the headings of its topmost comments; under an article's `h2` unless told. */
  level?: number;
  /** Where the replies of a comment that has more than one page of them go on, and how many those are, where that is known. */
  onward?: { id: string; href: string | null; count: number | null };
}

/** What a comment answers. `href`: where that stands, unless on the same page. */
export interface Above {
  id: string;
  author: Comment["author"];
  href?: string;
}

/** Where a comment stands on its page. */
export interface Standing {
  above: Above | null;
  /** Of its heading, 2..6. */
  level: number;
  /** The comment that follows its branch. */
  next: string | null;
}

const say = { next: t("comments.next"), continue: t("comments.continue"), more: t("comments.moreReplies") };

/** Comments as items of a list, each with what hangs under it. Strings, since a page holds a hundred of them. */
export function branchesHtml(comments: readonly Comment[], setting: ThreadSetting, above: Above | null = null): Html {
  return itemsHtml(comments, setting, { above, level: setting.level ?? 3, next: null });
}

function itemsHtml(comments: readonly Comment[], setting: ThreadSetting, at: Standing): Html {
  return html`${comments.map((comment, place) =>
    branchHtml(comment, setting, { ...at, next: comments[place + 1]?.id ?? at.next }),
  )}`;
}

function branchHtml(comment: Comment, setting: ThreadSetting, at: Standing): Html {
  const words = comment.status === "published" ? commentHtml(comment, setting, at) : goneHtml(comment, at);
  return html`<li id="comment-${comment.id}"><article>${words}${repliesHtml(comment, setting, at)}</article></li>`;
}

/** Opened by the reader and closed, without a script too. Counts are of direct replies: those are what a click shows first. */
function repliesHtml(comment: Comment, setting: ThreadSetting, { level, next }: Standing): Html | null {
  const { id, replies, replyCount } = comment;
  const folded = replyCount - replies.length;
  if (replies.length === 0) return folded > 0 ? continueHtml(id, folded) : null;
  const { onward } = setting;
  const more = onward?.id === id ? onward : { href: `/comments/${id}`, count: folded };
  const count = t("comments.replies", { count: Math.max(replyCount, replies.length) });
  const skip = next && html`<a class="next" href="#comment-${next}">${say.next}</a>`;
  const items = itemsHtml(replies, setting, { above: comment, level: Math.min(level + 1, 6), next });
  return html`<details open><summary>${count}</summary>${skip}<ol>${items}${more.href && more.count !== 0 && foldedHtml(more.href, more.count, comment.folded)}</ol></details>`;
}

function continueHtml(id: string, count: number): Html {
  return html`<p class="more"><a class="mark" href="/comments/${id}">${say.continue}</a> <span>${t("comments.replies", { count })}</span></p>`;
}

function foldedHtml(href: string, count: number | null, folded: Folded | undefined): Html {
  const words = count === null ? say.more : t("comments.folded", { count });
  return html`<li class="more" data-fold><a class="mark" href="${href}">${words}</a>${folded && html` <span>${whoHtml(folded)}</span>`}</li>`;
}

function whoHtml({ people, others }: Folded): string {
  // Between isolates: inside a translation no `<bdi>` keeps a name of the other direction to itself.
  const names = people.map(({ name }) => `\u2068${name}\u2069`);
  if (others === null) return t("comments.fromMany", { names: names.join(", ") });
  const all = others > 0 ? [...names, t("comments.others", { count: others })] : names;
  return t("comments.from", { names: formatList(all) });
}
