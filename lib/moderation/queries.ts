import { z } from "zod";
import type { Moderator } from "@/lib/actor";
import { permalinkOf } from "@/lib/comments/comment";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { maxCounted, type Queue } from "@/lib/moderation/limits";
import { type QueuedComment, queueFields, toQueueItem } from "@/lib/moderation/queue-item";
import type { DecisionOutput, QueueItem, QueueQuery } from "@/lib/moderation/schema";
import { suspects } from "@/lib/moderation/suspects";
import { recordsOf } from "@/lib/moderation/writer-record";

const keys = z.tuple([z.iso.datetime(), z.uuid()]);

const members: Record<Queue, Prisma.CommentWhereInput> = {
  pending: { status: "pending" },
  reported: { status: "published", openReports: { gt: 0 } },
  published: { status: "published" },
  rejected: { status: "rejected" },
  removed: { status: "removed" },
};
/** What waits is answered in the order of coming; what is done is looked up from its latest. */
const oldestFirst = (queue: Queue) => queue === "pending" || queue === "reported";

/** For a page, where an old address should not fail: a cursor that its list does not know starts from the top. */
export async function orFirstPage<List>(
  cursor: string | undefined,
  read: (cursor: string | undefined) => Promise<List>,
): Promise<List> {
  try {
    return await read(cursor);
  } catch (thrown) {
    if (cursor && thrown instanceof AppError && thrown.code === "unreadable") return read(undefined);
    throw thrown;
  }
}

/** A page of the queue: each comment with all that its decision needs. Throws `unreadable` for a foreign cursor. */
export async function queue(
  _by: Moderator,
  { status, order: by = "time", cursor, limit }: Omit<QueueQuery, "order"> & Partial<QueueQuery>,
): Promise<Page<QueueItem>> {
  if (by === "score" && status === "pending") return mostSuspicious({ cursor, limit });
  const list = `moderation/comments:${status}`;
  const ascending = oldestFirst(status);
  const order = ascending ? "asc" : "desc";
  const rows = await db.comment.findMany({
    where: { AND: [members[status], cursor ? beyond(decodeCursor(list, cursor, keys), ascending) : {}] },
    orderBy: [{ createdAt: order }, { id: order }],
    take: limit + 1,
    select: queueFields,
  });
  const { items, nextCursor } = page(list, rows, limit, keysOf);
  return { items: await withRecords(items), nextCursor };
}

async function mostSuspicious(asked: { cursor?: string | undefined; limit: number }): Promise<Page<QueueItem>> {
  const { items, nextCursor } = await suspects(asked);
  const ids = items.map(({ id }) => id);
  const rows = await db.comment.findMany({ where: { id: { in: ids } }, select: queueFields });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { items: await withRecords(ids.flatMap((id) => byId.get(id) ?? [])), nextCursor };
}

function beyond([at, id]: [string, string], ascending: boolean): Prisma.CommentWhereInput {
  // The first bound is implied by the rest; it is the one that an index can begin at.
  return ascending
    ? { createdAt: { gte: at }, OR: [{ createdAt: { gt: at } }, { id: { gt: id } }] }
    : { createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { id: { lt: id } }] };
}

const keysOf = (row: { createdAt: Date; id: string }) => [row.createdAt.toISOString(), row.id];

async function withRecords(rows: QueuedComment[]): Promise<QueueItem[]> {
  const records = await recordsOf(rows.flatMap(({ authorId }) => authorId ?? []));
  return rows.map((row) => toQueueItem(row, records.get(row.authorId ?? "") ?? null));
}

/** One comment as the queue shows it, whatever its status, or null. */
export async function queued(_by: Moderator, id: string): Promise<QueueItem | null> {
  const row = await db.comment.findUnique({ where: { id }, select: queueFields });
  const [item] = row ? await withRecords([row]) : [];
  return item ?? null;
}

/** The replies to a comment that readers see, first come first, at most three: they stand if it is removed. */
export async function standingReplies(_by: Moderator, id: string) {
  return db.comment.findMany({
    where: { parentId: id, shown: true, status: "published" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 3,
    select: { id: true, html: true, createdAt: true, author: { select: { name: true } } },
  });
}

/** How many stand in each list of the queue; none is counted further than `maxCounted`. */
export async function queueCounts(_by: Moderator): Promise<Record<Queue, number>> {
  const [counts] = await db.$queryRaw<Record<Queue, number>[]>`
    SELECT
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'pending' LIMIT ${maxCounted}) few) AS pending,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'published' AND "openReports" > 0 LIMIT ${maxCounted}) few) AS reported,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'published' LIMIT ${maxCounted}) few) AS published,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'rejected' LIMIT ${maxCounted}) few) AS rejected,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'removed' LIMIT ${maxCounted}) few) AS removed`;
  return counts ?? { pending: 0, reported: 0, published: 0, rejected: 0, removed: 0 };
}

const named = { select: { handle: true, name: true } } as const;

export const decisionFields = {
  id: true,
  commentId: true,
  revision: true,
  action: true,
  fromStatus: true,
  toStatus: true,
  reason: true,
  note: true,
  at: true,
  undone: { select: { at: true } },
  moderator: named,
  comment: { select: { author: named, article: { select: { slug: true } } } },
} as const satisfies Prisma.DecisionSelect;

type DecisionRow = Prisma.DecisionGetPayload<{ select: typeof decisionFields }>;

/** A decision as the log and the API tell it. */
export function toDecision({ comment, at, undone, ...decision }: DecisionRow): DecisionOutput {
  return {
    ...decision,
    undoneAt: undone?.at.toISOString() ?? null,
    permalink: permalinkOf({ id: decision.commentId }),
    articleSlug: comment.article.slug,
    writer: comment.author,
    at: at.toISOString(),
  };
}

/** These decisions, by id. */
export async function decisionsById(ids: string[]): Promise<Map<string, DecisionOutput>> {
  if (ids.length === 0) return new Map();
  const rows = await db.decision.findMany({ where: { id: { in: ids } }, select: decisionFields });
  return new Map(rows.map((row) => [row.id, toDecision(row)]));
}

/** Every decision, newest first. Throws `unreadable` for a foreign cursor. */
export async function decisionLog(
  _by: Moderator,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<DecisionOutput>> {
  const list = "moderation/log";
  const past = cursor ? decodeCursor(list, cursor, keys) : null;
  const rows = await db.decision.findMany({
    where: past ? { at: { lte: past[0] }, OR: [{ at: { lt: past[0] } }, { id: { lt: past[1] } }] } : {},
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: decisionFields,
  });
  const { items, nextCursor } = page(list, rows, limit, ({ at, id }) => [at.toISOString(), id]);
  return { items: items.map(toDecision), nextCursor };
}

/** What a reader sees of a comment in order to report it, or null where there is nothing to be seen. */
export async function reportable(id: string) {
  return db.comment.findFirst({
    where: { id, status: "published", article: { status: "published" } },
    select: {
      id: true,
      html: true,
      createdAt: true,
      authorId: true,
      author: { select: { name: true } },
      article: { select: { slug: true, title: true, lang: true } },
    },
  });
}
