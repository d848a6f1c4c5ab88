import type { Moderator } from "@/lib/actor";
import { learnedView } from "@/lib/moderation/learned-view";
import type { Queue, QueueOrder } from "@/lib/moderation/limits";
import { orFirstPage, queue, queueCounts, queued, standingReplies } from "@/lib/moderation/queries";

interface Asked {
  status: Queue;
  order?: QueueOrder | undefined;
  cursor?: string | undefined;
  /** The one to decide on; the first of the list unless told. */
  comment?: string | undefined;
}

/** Rows of the list beside the comment. */
const listed = 50;

/** What the queue's page shows: a list, what stands in the others, and one comment in its context, or null where the list is empty. */
export async function queueScreen(by: Moderator, { status, order, cursor, comment: wanted }: Asked) {
  const [{ items, nextCursor }, counts] = await Promise.all([
    orFirstPage(cursor, (from) => queue(by, { status, order, cursor: from, limit: listed })),
    queueCounts(by),
  ]);
  const item =
    items.find(({ comment }) => comment.id === wanted) ??
    (wanted ? await queued(by, wanted) : null) ??
    items[0] ??
    null;
  const [replies, learned] = item
    ? await Promise.all([standingReplies(by, item.comment.id), learnedView(by, item.comment.id)])
    : [[], null];
  return { items, nextCursor, counts, item, replies, learned };
}
