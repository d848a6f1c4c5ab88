import { differingCounters } from "@/lib/comments/counters-query-testing";
import { sql } from "@/prisma/testing";

/** Counters that differ from what counting gives; there must be none, whatever happened. */
export function wrongCounters() {
  return sql<{ what: string; id: string }>(differingCounters, [null, null]);
}
