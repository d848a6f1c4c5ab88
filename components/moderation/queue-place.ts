import { type QueueAddress, queueHref } from "@/components/moderation/queue-href";

/** Where a comment stands in the list that is shown: its number, and the addresses around it. */
export interface QueuePlace {
  /** 1 for the first; 0 where it is not in this list. */
  place: number;
  here: string;
  previous: string | null;
  following: string | null;
  /** Where to go after the decision. */
  next: string;
  list: string;
}

/** The place of the comment `id` in the list `ids` at this address. */
export function placeInQueue(ids: readonly string[], id: string, { status, order, cursor }: QueueAddress): QueuePlace {
  const hrefOf = (comment: string | undefined) => (comment ? queueHref({ status, order, cursor, comment }) : null);
  const at = ids.indexOf(id);
  const list = queueHref({ status, order, cursor });
  const following = hrefOf(ids[at + 1]);
  return {
    place: at + 1,
    here: queueHref({ status, order, cursor, comment: id }),
    previous: at > 0 ? hrefOf(ids[at - 1]) : null,
    following,
    next: following ?? list,
    list,
  };
}
