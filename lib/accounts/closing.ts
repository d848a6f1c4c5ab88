import { newToken } from "@/lib/accounts/email-token";
import { randomHandle } from "@/lib/accounts/handle";
import * as letters from "@/lib/accounts/letters";
import { lock } from "@/lib/accounts/locks";
import { hashPassword } from "@/lib/accounts/password";
import { requireAnAdminLeft } from "@/lib/accounts/staff";
import { type Viewer, when } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { record } from "@/lib/events";
import { forgetAnswers } from "@/lib/idempotency";
import { newId } from "@/lib/ids";
import { post } from "@/lib/mail";
import { t } from "@/lib/messages";
import { forgetPortrait } from "@/lib/pictures";
import { closeAllSessions } from "@/lib/session";
import { siteSettings } from "@/lib/settings";
import type { Closing } from "@/prisma/generated/client";
import type { CommentsAfterwards } from "@/prisma/generated/enums";

/**
 * Closes one's own account for good, in the caller's transaction: nobody signs in to it or mails it any more, and unless its comments are
 * kept with the name, name and handle are gone from every page. The old handle stays taken, and leads nowhere. Resolves to what is left to be done.
 * Throws `conflict` for the last admin, `unauthenticated` where it is closed already.
 */
export async function closeOwnAccount(by: Viewer, comments: CommentsAfterwards): Promise<Closing> {
  await lock("admins");
  const own = await db.account.findUniqueOrThrow({
    where: { id: by.id },
    select: { id: true, status: true, role: true, email: true, handle: true, avatar: true },
  });
  if (own.status === "closed") throw closedAlready();
  await requireAnAdminLeft(own, t("accounts.fault.lastAdminCloses"));
  if (comments !== "keep") await giveUpHandle(by, own.handle);
  await db.account.update({
    where: { id: by.id },
    data: {
      status: "closed",
      role: "reader",
      email: unusableAddress(by.id),
      passwordHash: await hashPassword(newToken()),
      bio: "",
      avatar: null,
      ...(comments !== "keep" && { name: t("comments.nobody") }),
    },
    select: { id: true },
  });
  await closeAllSessions(by.id);
  await db.emailToken.deleteMany({ where: { accountId: by.id } });
  if (comments !== "keep") await db.oldName.deleteMany({ where: { accountId: by.id } });
  await db.ignore.deleteMany({
    where: { OR: [{ accountId: by.id }, ...(comments === "keep" ? [] : [{ personId: by.id }])] },
  });
  await forgetAnswers(by.id);
  if (own.avatar) await forgetPortrait(by.id, own.avatar);
  await record(by, "account.closed", by.id, { comments });
  await post(letters.accountClosed((await siteSettings()).name, own.email));
  return db.closing.create({ data: { id: newId(), accountId: by.id, comments, at: when(by) } });
}

/** The refusal of whoever has no account any more. */
export const closedAlready = () => new AppError("unauthenticated", t("accounts.fault.closedAlready"));

/** Nobody is mailed under .invalid (RFC 2606), so that the address that was here is free for another account. */
const unusableAddress = (id: string) => `closed-${id}@account.invalid`;

async function giveUpHandle(by: Viewer, old: string): Promise<void> {
  await lock("handles");
  await db.oldHandle.create({ data: { handle: old, accountId: by.id, createdAt: when(by) }, select: { handle: true } });
  await db.account.update({ where: { id: by.id }, data: { handle: `former-${randomHandle()}` }, select: { id: true } });
}

/** Says that all that follows from a closing is done. */
export async function finishClosing(accountId: string): Promise<void> {
  await db.closing.updateMany({ where: { accountId, doneAt: null }, data: { doneAt: now() } });
}
