import { type QueueAddress, queueHref } from "@/components/moderation/queue-href";
import type { CountsOutput, QueueItem, QueuePlaceOutput } from "@/lib/moderation/schema";

/** Comments fetched when a list runs low. */
const fetched = 50;

async function read<Answer>(
  address: string,
  isIt: (value: object) => value is Answer & object,
): Promise<Answer | null> {
  try {
    const answer = await fetch(address);
    const value: unknown = await answer.json();
    return answer.ok && typeof value === "object" && value !== null && isIt(value) ? value : null;
  } catch {
    return null;
  }
}

interface QueuePage {
  items: QueueItem[];
  nextCursor: string | null;
}

/** The next page of the list at this address, or null if it could not be had. */
export function readPage(address: QueueAddress, cursor: string): Promise<QueuePage | null> {
  const query = queueHref({ ...address, cursor, comment: undefined }, "/api/v1/moderation/comments");
  return read(`${query}&limit=${fetched}`, (value): value is QueuePage => "items" in value);
}

/** A comment in its place, or null. */
export function readPlace(id: string): Promise<QueuePlaceOutput | null> {
  return read(`/api/v1/moderation/comments/${id}`, (value): value is QueuePlaceOutput => "item" in value);
}

/** What stands in each list, and what came since; null while nobody answers. */
export function readNews(since: string): Promise<CountsOutput | null> {
  return read(
    `/api/v1/moderation/counts?since=${encodeURIComponent(since)}`,
    (value): value is CountsOutput => "counts" in value,
  );
}

/** Says that this moderator looks at a comment; resolves to who does, or null. */
export async function claim(id: string): Promise<{ handle: string; name: string } | null> {
  try {
    const answer = await fetch(`/api/v1/moderation/comments/${id}/claim`, { method: "PUT" });
    const told: { claim?: { by: { handle: string; name: string } } } = await answer.json();
    return told.claim?.by ?? null;
  } catch {
    return null;
  }
}

/** Says that they look at it no more; of no matter if it fails, for a claim ends by itself. */
export function release(id: string): void {
  fetch(`/api/v1/moderation/comments/${id}/claim`, { method: "DELETE", keepalive: true }).catch(() => undefined);
}
