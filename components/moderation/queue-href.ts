import type { Queue } from "@/lib/moderation/limits";
import type { QueueFilters } from "@/lib/moderation/schema";

/** Where in the queue somebody is: a list, what narrows it, a page of it, a comment. */
export interface QueueAddress extends QueueFilters {
  status: Queue;
  /** Left out where it is that of time. */
  order?: "score" | undefined;
  cursor?: string | undefined;
  comment?: string | undefined;
}

/** The address of a place in the queue. */
export function queueHref({ status, ...rest }: QueueAddress, path = "/moderation"): string {
  const query = new URLSearchParams({ status });
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  return `${path}?${query}`;
}

/** What narrows the list, without the rest of the address. */
export function filtersOf({ article, person, reason, since, before, older, lang, q }: QueueAddress): QueueFilters {
  return { article, person, reason, since, before, older, lang, q };
}

export const isNarrowed = (address: QueueAddress) => Object.values(filtersOf(address)).some(Boolean);
