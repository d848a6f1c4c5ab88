import { z } from "zod";
import { cursorSchema } from "@/lib/cursor";
import { idSchema } from "@/lib/ids";
import { queues } from "@/lib/moderation/limits";

const addressSchema = z.object({
  status: z.enum(queues).catch("pending"),
  /** Left out where it is that of time. */
  order: z.literal("score").optional().catch(undefined),
  cursor: cursorSchema.catch(undefined),
  comment: idSchema.optional().catch(undefined),
});

/** Where in the queue somebody is: a list, a page of it, a comment. */
export type QueueAddress = z.output<typeof addressSchema>;

/** The place that an address names; what it cannot mean is left out. */
export function queueAddress(search: Record<string, string | string[] | undefined>): QueueAddress {
  return addressSchema.parse(search);
}

/** The address of a place in the queue. */
export function queueHref({ status, ...rest }: Partial<QueueAddress> & Pick<QueueAddress, "status">): string {
  const query = new URLSearchParams({ status });
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  return `/moderation?${query}`;
}
