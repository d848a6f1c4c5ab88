import { z } from "zod";
import type { QueueAddress } from "@/components/moderation/queue-href";
import { cursorSchema } from "@/lib/cursor";
import { idSchema } from "@/lib/ids";
import { queues } from "@/lib/moderation/limits";
import { queueFilters } from "@/lib/moderation/schema";

const { article, person, reason, since, before, older, lang, q } = queueFilters.shape;

const addressSchema = z.object({
  status: z.enum(queues).catch("pending"),
  order: z.literal("score").optional().catch(undefined),
  article: article.catch(undefined),
  person: person.catch(undefined),
  reason: reason.catch(undefined),
  since: since.catch(undefined),
  before: before.catch(undefined),
  older: older.catch(undefined),
  lang: lang.catch(undefined),
  q: q.catch(undefined),
  cursor: cursorSchema.catch(undefined),
  comment: idSchema.optional().catch(undefined),
});

/** The place that an address names; what it cannot mean is left out. */
export function queueAddress(search: Record<string, string | string[] | undefined>): QueueAddress {
  return addressSchema.parse(search);
}
