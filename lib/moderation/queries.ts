import { z } from "zod";
import type { Moderator } from "@/lib/actor";
import { permalinkOf } from "@/lib/comments/comment";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { maxCounted, type Queue } from "@/lib/moderation/limits";
import { listed } from "@/lib/moderation/listing";
import { type QueuedComment, queueFields, toQueueItem } from "@/lib/moderation/queue-item";
import type { DecisionOutput, QueueFilters, QueueItem, QueueQuery } from "@/lib/moderation/schema";
import { suspects } from "@/lib/moderation/suspects";
import { recordsOf } from "@/lib/moderation/writer-record";

const keys = z.tuple([z.iso.datetime(), z.uuid()]);

/** What waits is answered in the order of coming; what is done is looked up from its latest. */
const oldestFirst = (queue: Queue) => queue === "pending" || queue === "reported" || queue === "helper";

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
  { status, order: by = "time", cursor, limit, ...filters }: Omit<QueueQuery, "order"> & Partial<QueueQuery>,
): Promise<Page<QueueItem>> {
  const where = await listed(status, filters);
  const list = listName(status, filters);
  const scored = by === "score" && status === "pending";
  const { items, nextCursor } = scored
    ? await suspects({ list, where, cursor, limit })
    : await inTime({ list, where, cursor, limit, ascending: oldestFirst(status) });
  return { items: await itemsOf(items.map(({ id }) => id)), nextCursor };
}

/** The name of a list for its cursors: one of another list, or of this one narrowed otherwise, does not fit. */
function listName(status: Queue, filters: QueueFilters): string {
  const narrowed = Object.entries(filters).filter(([, value]) => value !== undefined);
  const name = `moderation/comments:${status}`;
  return narrowed.length === 0 ? name : `${name}:${JSON.stringify(narrowed.sort())}`;
}

interface Listed {
  list: string;
  where: Prisma.Sql;
  cursor?: string | undefined;
  limit: number;
  ascending: boolean;
}

async function inTime({ list, where, cursor, limit, ascending }: Listed): Promise<Page<{ id: string }>> {
  const [at, id] = cursor ? decodeCursor(list, cursor, keys) : [];
  const compared = ascending ? Prisma.sql`>` : Prisma.sql`<`;
  const direction = ascending ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond =
    at && id ? Prisma.sql`AND (c."createdAt", c.id) ${compared} (${at}::timestamptz, ${id}::uuid)` : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string; createdAt: Date }[]>`
    SELECT c.id::text AS id, c."createdAt" FROM comments c WHERE ${where} ${beyond}
    ORDER BY c."createdAt" ${direction}, c.id ${direction} LIMIT ${limit + 1}::int`;
  return page(list, rows, limit, keysOf);
}

/** Those of these comments that are there, in this order, each with all that its decision needs. */
async function itemsOf(ids: string[]): Promise<QueueItem[]> {
  if (ids.length === 0) return [];
  const rows = await db.comment.findMany({ where: { id: { in: ids } }, select: queueFields });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return withRecords(ids.flatMap((id) => byId.get(id) ?? []));
}

const keysOf = (row: { createdAt: Date; id: string }) => [row.createdAt.toISOString(), row.id];

async function withRecords(rows: QueuedComment[]): Promise<QueueItem[]> {
  const records = await recordsOf(rows.flatMap(({ authorId }) => authorId ?? []));
  return rows.map((row) => toQueueItem(row, records.get(row.authorId ?? "") ?? null));
}

/** One comment as the queue shows it, whatever its status, or null. */
export async function queued(_by: Moderator, id: string): Promise<QueueItem | null> {
  const [item] = await itemsOf([id]);
  return item ?? null;
}

/** Of each list of comments, and of objections to be answered. */
export type QueueCounts = Record<Queue | "objections", number>;

/** How many stand in each list of the queue; none is counted further than `maxCounted`. */
export async function queueCounts(_by: Moderator): Promise<QueueCounts> {
  const [counts] = await db.$queryRaw<QueueCounts[]>`
    SELECT
      (SELECT count(*)::int FROM (SELECT FROM objections WHERE status = 'open' LIMIT ${maxCounted}) few) AS objections,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'pending' LIMIT ${maxCounted}) few) AS pending,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'published' AND "openReports" > 0 LIMIT ${maxCounted}) few) AS reported,
      (SELECT count(*)::int FROM (
        SELECT FROM comments WHERE status = 'pending' AND held_steps(held) @> '{learned}' LIMIT ${maxCounted}) few) AS helper,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'published' LIMIT ${maxCounted}) few) AS published,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'rejected' LIMIT ${maxCounted}) few) AS rejected,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status = 'removed' LIMIT ${maxCounted}) few) AS removed,
      (SELECT count(*)::int FROM (SELECT FROM comments WHERE status <> 'deleted' LIMIT ${maxCounted}) few) AS "all"`;
  return counts ?? { pending: 0, reported: 0, helper: 0, published: 0, rejected: 0, removed: 0, all: 0, objections: 0 };
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
