import { canSuspend } from "@/lib/accounts/policy";
import type { AccountChange } from "@/lib/accounts/schema";
import { accountForStaff, changeRole, requireAnAdminLeft } from "@/lib/accounts/staff";
import { type Admin, type Moderator, type Viewer, when } from "@/lib/actor";
import { db, transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { t } from "@/lib/messages";
import { close, endOverdue, sanction, settle } from "@/lib/moderation/people/mutations";
import { viewerOf } from "@/lib/session";
import type { AccountStatus, SanctionKind } from "@/prisma/generated/enums";

/**
 * Gives an account another role or status. Whoever is suspended or banned so is under a measure without an end; whoever is active again is under none of
 * the two. Throws `forbidden`, `not_found`, or `conflict` for the last admin and for a closed account.
 */
export async function changeAccount(
  by: Admin | Moderator,
  id: string,
  { role, status }: AccountChange,
): Promise<Viewer> {
  return transaction(async () => {
    if (status !== undefined) await changeStatus(by, id, status);
    if (role !== undefined) await changeRole(by, id, role);
    const changed = await viewerOf(id);
    if (!changed) throw notFound();
    return changed;
  });
}

const asMeasure = { suspended: "suspend", banned: "ban" } as const;

async function changeStatus(
  by: Admin | Moderator,
  id: string,
  status: Exclude<AccountStatus, "closed">,
): Promise<void> {
  const { actor, account } = await accountForStaff(by, id);
  if (status !== "active" && status !== account.status) await requireAnAdminLeft(account);
  if (!canSuspend(actor, account) && (status !== account.status || actor.role !== "admin"))
    throw new AppError("forbidden", t("accounts.fault.mayNotSuspend"));
  if (status === account.status) return;
  const at = when(actor);
  await endOverdue(at, id);
  // From one to the other, or to neither: what does not say the new status ends.
  const kinds: SanctionKind[] = status === "active" ? ["suspend", "ban"] : status === "suspended" ? ["ban"] : [];
  const open = await db.sanction.findMany({
    where: { accountId: id, endedAt: null, kind: { in: kinds } },
    select: { id: true, accountId: true, kind: true },
  });
  for (const each of open) await close(actor, each, at, "");
  if (open.length === 0 && status !== "banned") await settle(account, at, { lifts: true });
  if (status === "active") {
    if (open.length === 0) await record(actor, "account.status_changed", id, { before: account.status, after: status });
    return;
  }
  const kind = asMeasure[status];
  const still = await db.sanction.count({ where: { accountId: id, kind, endedAt: null } });
  if (still === 0) await sanction(by, id, { kind, reason: "other", message: "" });
}
