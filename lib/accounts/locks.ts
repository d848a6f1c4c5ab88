import { db } from "@/lib/db";

// Advisory locks of this noun (pg_advisory_xact_lock): the first number is ours, the second says for what.
const lockSpace = 7_272;
const locks = { handles: 1, setUp: 2, admins: 3 } as const;

/** Holds that for one transaction at a time, until the ambient one ends. */
export async function lock(what: keyof typeof locks): Promise<void> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(${lockSpace}::int, ${locks[what]}::int)::text AS done`;
}
