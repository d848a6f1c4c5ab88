import type { Viewer } from "@/lib/actor";
import { commentsOpen } from "@/lib/articles/policy";
import { after, now, second } from "@/lib/clock";
import { toComment } from "@/lib/comments/comment";
import { rowsWhere } from "@/lib/comments/comment-rows";
import { ownWaitingShown, undoSeconds } from "@/lib/comments/limits";
import { canChoose, canEdit, canPick, canPin, editableUntil, isOwn } from "@/lib/comments/policy";
import { commentById, threadOf } from "@/lib/comments/queries";
import { db, Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { siteSettings } from "@/lib/settings";

/** Once it is to be told: what a moderator wrote to the writer of a refused or removed comment. */
function verdictOn(id: string) {
  return db.decision.findFirst({
    where: {
      commentId: id,
      action: { in: ["reject", "remove"] },
      undone: null,
      at: { lte: after(now(), -undoSeconds * second) },
    },
    orderBy: { at: "desc" },
    select: { reason: true, note: true },
  });
}

/** What is this viewer's own in the thread of a published article. Throws `not_found`. */
export async function viewerState(slug: string, viewer: Viewer, at: Date) {
  const thread = await threadOf(slug);
  const articleId = thread.id;
  const [votes, held, own, ignored, { editWindowMinutes }] = await Promise.all([
    votesIn(articleId, viewer),
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
    ignoredIn(articleId, viewer),
    siteSettings(),
  ]);
  const until = own.map(({ id, createdAt }) => ({ id, until: editableUntil({ createdAt }, editWindowMinutes) }));
  const comments = held.map(toComment);
  return {
    votes: Object.fromEntries(votes.map(({ commentId, value }) => [commentId, value])),
    waiting: comments.filter(({ status }) => status === "pending"),
    refused: comments.filter(({ status }) => status === "rejected"),
    editable: commentsOpen(thread) ? until.filter((item) => item.until > at) : [],
    own: own.map(({ id }) => id),
    can: { pick: canChoose(viewer, thread), pin: canChoose(viewer, thread) },
    ignored,
  };
}

/** One's latest votes there, 2,000 at most. */
function votesIn(articleId: string, viewer: Viewer) {
  return db.$queryRaw<{ commentId: string; value: number }[]>`
    SELECT v."commentId"::text AS "commentId", v.value FROM votes v JOIN comments c ON c.id = v."commentId"
    WHERE v."accountId" = ${viewer.id}::uuid AND c."articleId" = ${articleId}::uuid AND c.status = 'published'
    ORDER BY v.at DESC LIMIT 2000`;
}

/** The handles of those who are heard in a thread and whom this viewer ignores. */
async function ignoredIn(articleId: string, viewer: Viewer): Promise<string[]> {
  const rows = await db.$queryRaw<{ handle: string }[]>`
    SELECT a.handle FROM ignores i JOIN accounts a ON a.id = i."personId"
    WHERE i."accountId" = ${viewer.id}::uuid AND EXISTS (
      SELECT 1 FROM comments c WHERE c."authorId" = i."personId" AND c."articleId" = ${articleId}::uuid AND c.status = 'published')
    ORDER BY a.handle`;
  return rows.map(({ handle }) => handle);
}

/** A comment as this viewer has to do with it, removed or withdrawn ones of their own too. Throws `not_found`. */
export async function commentForViewer(id: string, viewer: Viewer | null) {
  const [row] = await rowsWhere(Prisma.sql`c.id = ${id}::uuid`, { limit: 1, inFull: true });
  if (!row) throw notFound();
  const own = isOwn(viewer, row);
  const comment = own ? toComment(row) : await commentById(id, viewer);
  const [article, settings, verdict, vote] = await Promise.all([
    threadOf(comment.articleSlug),
    siteSettings(),
    own ? verdictOn(id) : null,
    viewer && !own
      ? db.vote.findUnique({ where: { commentId_accountId: { commentId: id, accountId: viewer.id } } })
      : null,
  ]);
  const { editWindowMinutes } = settings;
  return {
    ...{ comment, article, own, verdict, vote: vote?.value ?? 0, voting: settings.voting },
    can: { pick: canPick(viewer, comment, article), pin: canPin(viewer, comment, article) },
    editable: commentsOpen(article) && canEdit(viewer, row, editWindowMinutes, now()),
    until: editableUntil(comment, editWindowMinutes),
  };
}
