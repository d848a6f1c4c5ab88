import type { Moderator } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { claimsOfOthers } from "@/lib/moderation/claims";
import { maxCounted, type Queue, type QueueOrder } from "@/lib/moderation/limits";
import { placeOf } from "@/lib/moderation/place";
import { orFirstPage, queue, queueCounts } from "@/lib/moderation/queries";
import type { CountsOutput, QueueFilters } from "@/lib/moderation/schema";
import { undoableNow } from "@/lib/moderation/undoing";

interface Asked {
  status: Queue;
  order?: QueueOrder | undefined;
  cursor?: string | undefined;
  filters: QueueFilters;
  /** The one to decide on; the first of the list unless told. */
  comment?: string | undefined;
}

/** Rows of the list beside the comment. */
const rowsListed = 50;

/** What the queue's page shows: a list, what stands in the others, one comment in its place, or null where the list is empty, and what can be undone. */
export async function queueScreen(by: Moderator, { status, order, cursor, filters, comment: wanted }: Asked) {
  const at = now();
  const [{ items, nextCursor }, counts, undoable] = await Promise.all([
    orFirstPage(cursor, (from) => queue(by, { status, order, cursor: from, limit: rowsListed, ...filters })),
    queueCounts(by),
    undoableNow(by),
  ]);
  const listed = wanted ?? items[0]?.comment.id;
  const place = listed ? await placeOf(by, listed).catch(() => null) : null;
  return { items, nextCursor, counts, undoable, place, at };
}

/** What stands in each list, what came to wait or was reported since, and what other moderators look at: for a desk that stays open. */
export async function queueNews(by: Moderator, since: Date | null): Promise<CountsOutput> {
  const [counts, claims, arrived] = await Promise.all([
    queueCounts(by),
    claimsOfOthers(by),
    since ? arrivedSince(since) : 0,
  ]);
  return { counts, claims, arrived };
}

async function arrivedSince(since: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT id FROM comments WHERE status = 'pending' AND "createdAt" > ${since}::timestamptz
      UNION ALL
      SELECT id FROM reports WHERE status = 'open' AND "createdAt" > ${since}::timestamptz
      LIMIT ${maxCounted}::int
    ) few`;
  return row?.count ?? 0;
}
