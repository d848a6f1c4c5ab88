import type { Viewer } from "@/lib/actor";
import { type Comment, toComment } from "@/lib/comments/comment";
import {
  commentsInAnAnswer,
  commentsOnAPage,
  ownWaitingShown,
  repliesAParent,
  type Sort,
  shownLevels,
} from "@/lib/comments/limits";
import { cursorAfter, markIn } from "@/lib/comments/mark";
import { canRead, editableUntil, isShown } from "@/lib/comments/policy";
import { rowsOfBranches, rowsWhere } from "@/lib/comments/reading";
import { fitting, grow } from "@/lib/comments/thread";
import type { Page } from "@/lib/cursor";
import { db, Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { siteSettings } from "@/lib/settings";

interface Paging {
  cursor?: string | undefined;
  limit: number;
}

async function branches(
  list: string,
  tops: Prisma.Sql,
  { sort, cursor, limit, levels, max }: Paging & { sort: Sort; levels: number; max: number },
): Promise<Page<Comment>> {
  const mark = markIn(list, sort, cursor);
  const all = grow(await rowsOfBranches({ tops, sort, mark, limit: limit + 1, levels }));
  const items = fitting(all.slice(0, limit), max);
  const last = items.at(-1);
  return { items, nextCursor: last && items.length < all.length ? cursorAfter(list, sort, last) : null };
}

/**
 * A page of a thread: top-level comments with their first replies, three levels, five a parent; tombstones where replies hang under them.
 * `max` comments in all: the page ends after the top-level comment that fits. Throws `unreadable` for a foreign cursor.
 */
export function threadPage(
  articleId: string,
  { sort, cursor, limit, max = commentsInAnAnswer }: Paging & { sort: Sort; max?: number },
): Promise<Page<Comment>> {
  const tops = Prisma.sql`c."articleId" = ${articleId}::uuid AND c."parentId" IS NULL`;
  return branches(`comments:${articleId}:${sort}`, tops, { sort, cursor, limit, levels: shownLevels, max });
}

/** The thread as an article's page shows it, at most 100 comments in all. Throws `unreadable` for a foreign cursor. */
export function threadOnAPage(articleId: string, { sort, cursor }: { sort: Sort; cursor?: string | undefined }) {
  return threadPage(articleId, { sort, cursor, limit: commentsOnAPage, max: commentsOnAPage });
}

/** The published article of that slug as its thread needs it. Throws `not_found`. */
export async function threadOf(slug: string) {
  const article = await db.article.findFirst({
    where: { slug, status: "published" },
    select: { id: true, slug: true, title: true, lang: true, status: true, commentPolicy: true, commentCount: true },
  });
  if (!article) throw notFound();
  return article;
}

/** One comment as this viewer may see it: published, their own or (a moderator) anybody's that waits, or a tombstone over replies. Throws `not_found`. */
export async function commentById(id: string, viewer: Viewer | null): Promise<Comment> {
  const [row] = await rowsWhere(Prisma.sql`c.id = ${id}::uuid`, { limit: 1, inFull: viewer !== null });
  if (!row) throw notFound();
  if (canRead(viewer, row)) return toComment(row);
  if (!isShown(row)) throw notFound();
  return toComment({
    ...row,
    authorId: null,
    body: null,
    html: null,
    handle: null,
    name: null,
    avatar: null,
    role: null,
  });
}

/** A page of the direct replies to a comment that readers see, oldest first, each with its own first replies. Throws `not_found`, `unreadable`. */
export async function repliesPage(id: string, { cursor, limit }: Paging): Promise<Page<Comment>> {
  await commentById(id, null);
  return repliesUnder(id, { cursor, limit, max: commentsInAnAnswer });
}

function repliesUnder(id: string, paging: Paging & { max: number }): Promise<Page<Comment>> {
  const tops = Prisma.sql`c."parentId" = ${id}::uuid`;
  return branches(`replies:${id}`, tops, { sort: "oldest", levels: shownLevels - 1, ...paging });
}

/** A comment that readers see and a page of what hangs under it: the thread, starting again from there. Throws `not_found`, `unreadable`. */
export async function branch(id: string, { cursor, limit = commentsOnAPage }: Partial<Paging> = {}) {
  const comment = await commentById(id, null);
  const { items, nextCursor } = await repliesUnder(id, { cursor, limit, max: commentsOnAPage - 1 });
  const parent = comment.parentId === null ? null : await parentOf(comment.parentId);
  return { comment: { ...comment, replies: items }, parent, nextCursor };
}

/** One comment with its first replies, as the API gives it. Throws `not_found`. */
export async function commentWithReplies(id: string, viewer: Viewer | null): Promise<Comment> {
  const comment = await commentById(id, viewer);
  if (comment.replyCount === 0) return comment;
  const { items } = await repliesUnder(id, { limit: repliesAParent, max: commentsInAnAnswer });
  return { ...comment, replies: items };
}

/** The comment that another answers, for «Re …», or null where readers do not see it. */
export async function parentOf(id: string): Promise<Comment | null> {
  const [row] = await rowsWhere(Prisma.sql`c.id = ${id}::uuid AND c.shown`, { limit: 1, inFull: false });
  return row ? toComment(row) : null;
}

/** What is this viewer's own in the thread of a published article. Throws `not_found`. */
export async function viewerAt(slug: string, viewer: Viewer, at: Date) {
  const { id: articleId } = await threadOf(slug);
  const [votes, held, own, { editWindowMinutes }] = await Promise.all([
    db.vote.findMany({
      where: { accountId: viewer.id, comment: { articleId, status: "published" } },
      select: { commentId: true, value: true },
      take: 2_000,
    }),
    rowsWhere(
      Prisma.sql`c."articleId" = ${articleId}::uuid AND c."authorId" = ${viewer.id}::uuid AND c.status IN ('pending', 'rejected')`,
      { limit: ownWaitingShown, inFull: true },
    ),
    db.comment.findMany({
      where: { articleId, authorId: viewer.id, status: { in: ["published", "pending", "rejected"] } },
      select: { id: true, createdAt: true },
      orderBy: { createdAt: "desc" },
      take: 1_000,
    }),
    siteSettings(),
  ]);
  const until = own.map(({ id, createdAt }) => ({ id, until: editableUntil({ createdAt }, editWindowMinutes) }));
  const comments = held.map(toComment);
  return {
    votes: Object.fromEntries(votes.map(({ commentId, value }) => [commentId, value])),
    waiting: comments.filter(({ status }) => status === "pending"),
    refused: comments.filter(({ status }) => status === "rejected"),
    editable: until.filter((item) => item.until > at),
    own: own.map(({ id }) => id),
  };
}

/** The best published comments since a moment, for the front page: one an article, best first, with writer and article. */
export async function wellAnswered(since: Date, limit = 3) {
  const rows = await db.$queryRaw<{ id: string; title: string; lang: string }[]>`
    SELECT id::text AS id, title, lang FROM (
      SELECT DISTINCT ON (c."articleId") c.id, a.title, a.lang, c.wilson, c."replyCount", c."createdAt"
      FROM comments c JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
      WHERE c.status = 'published' AND c."createdAt" >= ${since}::timestamptz AND c."authorId" IS NOT NULL
      ORDER BY c."articleId", c.wilson DESC, c."replyCount" DESC, c."createdAt" DESC
    ) best
    ORDER BY wilson DESC, "replyCount" DESC, "createdAt" DESC LIMIT ${limit}::int`;
  const ids = rows.map(({ id }) => id);
  const comments = await rowsWhere(Prisma.sql`c.id = ANY(${ids}::uuid[])`, { limit, inFull: false });
  return rows.flatMap(({ id, title, lang }) => {
    const row = comments.find((comment) => comment.id === id);
    return row ? [{ ...toComment(row), articleTitle: title, articleLang: lang }] : [];
  });
}
