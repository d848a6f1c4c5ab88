import { moderatorRoles } from "@/lib/actor";
import { Prisma } from "@/lib/db";

/**
 * The status of the account `a` at a moment, as a part of a statement: a suspension whose time is over has ended, though no job has said so
 * yet (lib/moderation/people/mutations.ts).
 */
export const statusAt = (at: Date) => Prisma.sql`
  CASE WHEN a.status = 'suspended' AND a."suspendedUntil" <= ${at}::timestamptz THEN 'active' ELSE a.status::text END`;

/** Whether the account `a` may write at a moment, as a part of a statement. */
export const mayWriteAt = (at: Date) => Prisma.sql`
  (a.status = 'active' OR (a.status = 'suspended' AND a."suspendedUntil" <= ${at}::timestamptz))`;

/** Whether the account `a` looks after the discussions now, as a part of a statement. */
export const moderates = Prisma.sql`
  (a.status = 'active' AND a.role::text = ANY (${[...moderatorRoles]}::text[]))`;
