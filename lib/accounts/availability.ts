import { handleFrom, handlesNear, isReserved } from "@/lib/accounts/handle";
import { looksLikeOneOf, spellsStaff } from "@/lib/accounts/name";
import { db } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { t } from "@/lib/messages";
import type { Role } from "@/prisma/generated/enums";

// What somebody may call themselves. Handles are asked for under the lock of `mutations.ts`, so that the answer still holds when they are written.

/** Refuses a reader's name that could be taken for an office of the house or for somebody who works there. */
export async function requireOwnName(name: string, exceptId?: string): Promise<void> {
  const staff = await db.account.findMany({
    where: { role: { not: "reader" }, id: { not: exceptId } },
    select: { name: true },
  });
  const names = staff.map((person) => person.name);
  if (spellsStaff(name) || looksLikeOneOf(name, names)) throw invalid("name", t("accounts.fault.nameStaff"));
}

async function isHandleFree(handle: string, exceptOldOf?: string): Promise<boolean> {
  const old = await db.oldHandle.findUnique({ where: { handle }, select: { accountId: true } });
  if (old && old.accountId !== exceptOldOf) return false;
  return (await db.account.findUnique({ where: { handle }, select: { id: true } })) === null;
}

/** A handle from the name that nobody has or had. */
export async function freeHandle(name: string): Promise<string> {
  for (const handle of handlesNear(handleFrom(name))) {
    if (!isReserved(handle) && (await isHandleFree(handle))) return handle;
  }
  throw new AppError("internal", t("accounts.fault.handlesOver"));
}

/** The handle, if it may be had. Throws `invalid` for one that is kept for the publication, `conflict` for one that is or was somebody else's. */
export async function requireFreeHandle(handle: string, role: Role, exceptOldOf?: string): Promise<string> {
  if (role === "reader" && (isReserved(handle) || spellsStaff(handle)))
    throw invalid("handle", t("accounts.fault.handleReserved"));
  if (await isHandleFree(handle, exceptOldOf)) return handle;
  throw new AppError("conflict", t("accounts.fault.handleTaken"), {
    errors: [{ path: "handle", message: t("accounts.fault.handleTaken") }],
  });
}
