import type { Viewer } from "@/lib/actor";
import { branchesPage, type Paging } from "@/lib/comments/branch-pages";
import { pinnedUnder } from "@/lib/comments/branch-rows";
import { type Comment, toComment } from "@/lib/comments/comment";
import { rowsWhere } from "@/lib/comments/comment-rows";
import { noteFolded } from "@/lib/comments/folded";
import {
  commentsInAnAnswer,
  commentsOnAPage,
  peopleProposed,
  repliesAParent,
  type Sort,
  shownLevels,
} from "@/lib/comments/limits";
import { canRead, isOwn, isShown, takesReplies } from "@/lib/comments/policy";
import type { Page } from "@/lib/cursor";
import { db, Prisma } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { idSchema } from "@/lib/ids";

interface ThreadPaging extends Paging {
  sort: Sort;
  max?: number;
  /** Whether the pinned comment stands first, whatever the sort; else it stands in its order. */
  pinnedFirst?: boolean;
}

/**
 * A page of a thread: top-level comments with their first replies, three levels, five a parent; tombstones where replies hang under them.
 * `max` comments in all: the page ends after the top-level comment that fits. Throws `unreadable` for a foreign cursor.
 */
export function threadPage(
  articleId: string,
  { max = commentsInAnAnswer, pinnedFirst = false, ...paging }: ThreadPaging,
): Promise<Page<Comment>> {
  return branchesPage({
    name: `comments:${articleId}:${paging.sort}`,
    tops: Prisma.sql`c."articleId" = ${articleId}::uuid AND c."parentId" IS NULL`,
    apart: pinnedFirst ? pinnedUnder(articleId) : undefined,
    levels: shownLevels,
    max,
    ...paging,
  });
}

/** The thread as an article's page shows it, at most 100 comments in all. Throws `unreadable` for a foreign cursor. */
export async function threadOnAPage(articleId: string, { sort, cursor }: { sort: Sort; cursor?: string | undefined }) {
  const limits = { limit: commentsOnAPage, max: commentsOnAPage };
  const page = await threadPage(articleId, { sort, cursor, ...limits, pinnedFirst: true });
  await noteFolded(page.items);
  return page;
}

/** The published article of that slug as its thread needs it. Throws `not_found`. */
export async function threadOf(slug: string) {
  const article = await db.article.findFirst({
    where: { slug, status: "published" },
    select: {
      ...{ id: true, slug: true, title: true, lang: true, status: true, commentPolicy: true },
      authors: { select: { accountId: true, account: { select: { handle: true } } } },
    },
  });
  if (!article) throw notFound();
  return { ...article, handles: article.authors.map(({ account }) => account.handle) };
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
  return branchesPage({ name: `replies:${id}`, tops, sort: "oldest", levels: shownLevels - 1, ...paging });
}

/** A comment that readers see and a page of what hangs under it: the thread, starting again from there. Throws `not_found`, `unreadable`. */
export async function branch(id: string, cursor?: string) {
  const comment = await commentById(id, null);
  const [{ items, nextCursor }, parent, article] = await Promise.all([
    repliesUnder(id, { cursor, limit: commentsOnAPage, max: commentsOnAPage - 1 }),
    comment.parentId === null ? null : parentOf(comment.parentId),
    threadOf(comment.articleSlug),
  ]);
  const whole = { ...comment, replies: items };
  await noteFolded(cursor ? items : [whole]);
  return { comment: whole, parent, article, nextCursor };
}

/** One comment with its first replies, as the API gives it. Throws `not_found`. */
export async function commentWithReplies(id: string, viewer: Viewer | null): Promise<Comment> {
  const comment = await commentById(id, viewer);
  if (comment.replyCount === 0) return comment;
  const { items } = await repliesUnder(id, { limit: repliesAParent, max: commentsInAnAnswer });
  return { ...comment, replies: items };
}

/** The comment that another answers, for «Re …», or null where readers do not see it. */
async function parentOf(id: string): Promise<Comment | null> {
  const [row] = await rowsWhere(Prisma.sql`c.id = ${id}::uuid AND c.shown`, { limit: 1, inFull: false });
  return row ? toComment(row) : null;
}

/** Active people with published comments or a hand in this article, whose handle or a word of whose name begins so; who wrote last first. */
export async function peopleIn(articleId: string, beginning: string) {
  const pattern = `${beginning.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return db.$queryRaw<{ handle: string; name: string }[]>`
    WITH present AS (
      SELECT "authorId" AS id, max("createdAt") AS at FROM comments
      WHERE "articleId" = ${articleId}::uuid AND status = 'published' AND "authorId" IS NOT NULL GROUP BY 1
      UNION ALL SELECT "accountId", NULL FROM article_authors WHERE "articleId" = ${articleId}::uuid
    )
    SELECT a.handle, a.name FROM present JOIN accounts a ON a.id = present.id AND a.status = 'active'
    WHERE a.handle LIKE ${pattern} OR lower(a.name) LIKE ${pattern} OR lower(a.name) LIKE ${`% ${pattern}`}
    GROUP BY a.id ORDER BY max(present.at) DESC NULLS LAST, a.handle LIMIT ${peopleProposed}::int`;
}

/**
 * What the reply page shows: the article, the comment that is answered where it takes replies, and words of one's own to be written anew.
 * Null where the article is not there.
 */
export async function replyPlace(
  slug: string,
  parentId: string | undefined,
  again: string | undefined,
  viewer: Viewer | null,
) {
  const article = await found(threadOf(slug));
  if (!article) return null;
  const parent = parentId && isId(parentId) ? await found(commentById(parentId, null)) : null;
  const own = viewer && again && isId(again) ? await found(commentById(again, viewer)) : null;
  return {
    article,
    parent: parent?.articleId === article.id && takesReplies(parent) ? parent : null,
    words: own && isOwn(viewer, own) ? own.body : null,
  };
}

const isId = (id: string) => idSchema.safeParse(id).success;

/** Null in place of what is not there. */
export async function found<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "not_found") return null;
    throw thrown;
  }
}
