import type { Moderator } from "@/lib/actor";
import type { Queue } from "@/lib/moderation/limits";
import { orFirstPage, queue, queueCounts, queued, standingReplies } from "@/lib/moderation/queries";

interface Asked {
  status: Queue;
  cursor?: string | undefined;
  /** The one to decide on; the first of the list unless told. */
  comment?: string | undefined;
}

/** Rows of the list beside the comment. */
const listed = 50;

/** What the queue's page shows: a list, what stands in the others, and one comment in its context, or null where the list is empty. */
export async function queueScreen(by: Moderator, { status, cursor, comment: wanted }: Asked) {
  const [{ items, nextCursor }, counts] = await Promise.all([
    orFirstPage(cursor, (from) => queue(by, { status, cursor: from, limit: listed })),
    queueCounts(by),
  ]);
  const item =
    items.find(({ comment }) => comment.id === wanted) ??
    (wanted ? await queued(by, wanted) : null) ??
    items[0] ??
    null;
  return { items, nextCursor, counts, item, replies: item ? await standingReplies(by, item.comment.id) : [] };
}
