import { mayWriteAt } from "@/lib/account-status";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";
import type { AccountStatus, Role } from "@/prisma/generated/enums";

/** An account that is not closed, as it is now. */
export interface OpenAccount {
  id: string;
  email: string;
  handle: string;
  name: string;
  avatar: string | null;
  role: Role;
  status: AccountStatus;
  /** Whether it may write at this moment. */
  writes: boolean;
}

/**
 * Holds an account that is about to be changed until the ambient transaction ends, and gives it as it is now; null if it is closed. Of a change and a
 * closing at once the second sees what the first did. Taken before the lock of `handles`.
 */
export async function heldOpen(id: string): Promise<OpenAccount | null> {
  const [account] = await db.$queryRaw<OpenAccount[]>`
    SELECT a.id::text AS id, a.email, a.handle, a.name, a.avatar, a.role::text AS role, a.status::text AS status, ${mayWriteAt(now())} AS writes
    FROM accounts a WHERE a.id = ${id}::uuid AND a.status <> 'closed' FOR UPDATE`;
  return account ?? null;
}

/**
 * Asks in the ambient transaction whether an account is still open, so that nothing of it is written after a closing; one that is under way is
 * waited for. Throws `unauthenticated`.
 */
export async function requireOpen(id: string): Promise<void> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 AS open FROM accounts WHERE id = ${id}::uuid AND status <> 'closed' FOR KEY SHARE`;
  if (rows.length === 0) throw closedAlready();
}

/** The refusal of whoever has no account any more. */
export const closedAlready = () => new AppError("unauthenticated", t("accounts.fault.closedAlready"));
