import { lock } from "@/lib/accounts/locks";
import { canGrant } from "@/lib/accounts/policy";
import { type Admin, isModerator, type Moderator } from "@/lib/actor";
import { db, transaction } from "@/lib/db";
import { AppError, needsAccount, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { t } from "@/lib/messages";
import { closeAllSessions, viewerOf } from "@/lib/session";
import type { AccountStatus, Role } from "@/prisma/generated/enums";

/** Somebody of the staff who is about to change an account, and that account, both as they are now. */
interface Staffed {
  actor: Moderator;
  account: { id: string; role: Role; status: AccountStatus };
}

/**
 * Holds one change of staff at a time until the ambient transaction ends, so that two admins cannot remove one another, and nobody acts on a
 * role just lost. Throws `forbidden`, `not_found`, `conflict` for an account that its owner closed.
 */
export async function accountForStaff(by: Admin | Moderator, id: string): Promise<Staffed> {
  await lock("admins");
  const actor = await viewerOf(by.id);
  const account = await viewerOf(id);
  if (!isModerator(actor)) throw needsAccount("moderator");
  if (!account) throw notFound();
  if (account.status === "closed") throw new AppError("conflict", t("accounts.fault.closed"));
  return { actor: by.at ? { ...actor, at: by.at } : actor, account };
}

/** Throws `conflict`, saying so in `words`, where the last admin who may act would be one no more; under the lock of `admins`. */
export async function requireAnAdminLeft(
  { id, role, status }: Staffed["account"],
  words = t("accounts.fault.lastAdmin"),
): Promise<void> {
  if (role !== "admin" || status !== "active") return;
  if ((await db.account.count({ where: { role: "admin", status: "active", id: { not: id } } })) === 0)
    throw new AppError("conflict", words);
}

/** Gives an account another role. Nobody raises their own. Throws `forbidden`, `not_found`, or `conflict` for the last admin. */
export async function changeRole(by: Admin | Moderator, id: string, role: Role): Promise<void> {
  await transaction(async () => {
    const { actor, account } = await accountForStaff(by, id);
    if (!canGrant(actor, account, role) && (role !== account.role || actor.role !== "admin"))
      throw new AppError("forbidden", t("accounts.fault.mayNotGrant"));
    if (role === account.role) return;
    if (role !== "admin") await requireAnAdminLeft(account);
    await db.account.update({ where: { id }, data: { role }, select: { id: true } });
    await record(actor, "account.role_changed", id, { before: account.role, after: role });
  });
}

/** What the measures against somebody amount to. A moment of `"open"`: no end was set. */
export interface Restraint {
  status: Extract<AccountStatus, "active" | "suspended" | "banned">;
  heldUntil: Date | "open" | null;
  suspendedUntil: Date | "open" | null;
}

/** Puts an account under what the measures against it amount to, in the caller's transaction; whoever may act no more is signed out at once. */
export async function restrain(id: string, { status, heldUntil, suspendedUntil }: Restraint, at: Date): Promise<void> {
  const moment = (until: Restraint["heldUntil"]) => (until === "open" ? "infinity" : (until?.toISOString() ?? null));
  const [before] = await db.$queryRaw<{ status: AccountStatus }[]>`
    WITH before AS (SELECT id, status FROM accounts WHERE id = ${id}::uuid AND status <> 'closed' FOR NO KEY UPDATE)
    UPDATE accounts SET status = ${status}::"AccountStatus", "heldUntil" = ${moment(heldUntil)}::timestamptz,
      "suspendedUntil" = ${moment(suspendedUntil)}::timestamptz, "updatedAt" = ${at}::timestamptz
    FROM before WHERE accounts.id = before.id RETURNING before.status::text AS status`;
  if (status !== "active" && before?.status !== status) await closeAllSessions(id);
}
