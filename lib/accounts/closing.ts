import { newToken } from "@/lib/accounts/email-token";
import { randomHandle } from "@/lib/accounts/handle";
import * as letters from "@/lib/accounts/letters";
import { lock } from "@/lib/accounts/locks";
import { closedAlready, heldOpen } from "@/lib/accounts/open-account";
import { hashPassword } from "@/lib/accounts/password";
import { requireAnAdminLeft } from "@/lib/accounts/staff";
import { type Viewer, when } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { record } from "@/lib/events";
import { forgetAnswers } from "@/lib/idempotency";
import { newId } from "@/lib/ids";
import { post } from "@/lib/mail";
import { t } from "@/lib/messages";
import { forgetPictures } from "@/lib/pictures";
import { closeAllSessions } from "@/lib/session";
import { siteSettings } from "@/lib/settings";
import type { Closing } from "@/prisma/generated/client";
import type { CommentsAfterwards } from "@/prisma/generated/enums";

/**
 * Closes one's own account for good, in the caller's transaction: nobody signs in to it or mails it any more, biography and pictures go and, unless its
 * comments are kept with the name, so do name and handle: from the account at once, from comments by others that name it in batches (`unlinkPerson`).
 * The source of those comments stays as its writers typed it. The old handle stays taken, and leads nowhere. Resolves to what is left to be done.
 * Throws `conflict` for the last admin, `unauthenticated` where it is closed already.
 */
export async function closeOwnAccount(by: Viewer, comments: CommentsAfterwards): Promise<Closing> {
  await lock("admins");
  const own = await heldOpen(by.id);
  if (!own) throw closedAlready();
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
  await forgetIgnoring(by.id, { named: comments === "keep" });
  await forgetAnswers(by.id);
  await forgetPictures(by.id, own.avatar);
  await record(by, "account.closed", by.id, { comments });
  await post(letters.accountClosed((await siteSettings()).name, own.email));
  return db.closing.create({ data: { id: newId(), accountId: by.id, comments, at: when(by) } });
}

/** Nobody is mailed under .invalid (RFC 2606), so that the address that was here is free for another account. */
const unusableAddress = (id: string) => `closed-${id}@account.invalid`;

async function giveUpHandle(by: Viewer, old: string): Promise<void> {
  await lock("handles");
  await db.oldHandle.create({ data: { handle: old, accountId: by.id, createdAt: when(by) }, select: { handle: true } });
  await db.account.update({ where: { id: by.id }, data: { handle: `former-${randomHandle()}` }, select: { id: true } });
}

/** The handles that somebody had, of whom a closing has not yet been finished. */
export async function formerHandles(accountId: string): Promise<string[]> {
  return (await db.oldHandle.findMany({ where: { accountId }, select: { handle: true } })).map(({ handle }) => handle);
}

/**
 * The last step of a closing, in the caller's transaction: what came in while the account was closing goes too and, unless the name is kept, handles
 * stay taken without saying whose they were. Twice does no harm.
 */
export async function finishClosing(accountId: string, { named }: { named: boolean }): Promise<void> {
  await forgetIgnoring(accountId, { named });
  await forgetPictures(accountId, null);
  // Nor by the moment at which they were given up, which is that of the closing.
  if (!named)
    await db.oldHandle.updateMany({ where: { accountId }, data: { accountId: null, createdAt: new Date(0) } });
  await db.closing.updateMany({ where: { accountId, doneAt: null }, data: { doneAt: now() } });
}

async function forgetIgnoring(accountId: string, { named }: { named: boolean }): Promise<void> {
  await db.ignore.deleteMany({ where: { OR: [{ accountId }, ...(named ? [] : [{ personId: accountId }])] } });
}
