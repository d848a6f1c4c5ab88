import { requireFreeHandle, requireOwnName } from "@/lib/accounts/availability";
import { endTokens, issueToken, linkSpent, redeemToken } from "@/lib/accounts/email-token";
import { requireLastingAddress } from "@/lib/accounts/lasting-address";
import * as letters from "@/lib/accounts/letters";
import { lock } from "@/lib/accounts/locks";
import { addressTaken, loaded } from "@/lib/accounts/mutations";
import { heldOpen, type OpenAccount } from "@/lib/accounts/open-account";
import { hashPassword } from "@/lib/accounts/password";
import { afterPasswordChange } from "@/lib/accounts/password-reset";
import type { OwnAccountChange } from "@/lib/accounts/schema";
import { requireCurrentPassword, requireHardPassword } from "@/lib/accounts/typed-password";
import { type Member, system, type Viewer, when } from "@/lib/actor";
import { requireUnbarredMail } from "@/lib/bars";
import { now } from "@/lib/clock";
import { db, isTaken, transaction } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { record } from "@/lib/events";
import { newId } from "@/lib/ids";
import { enqueue, type Jobs } from "@/lib/jobs";
import { post } from "@/lib/mail";
import { t } from "@/lib/messages";
import { forgetPortrait, isStored } from "@/lib/pictures";
import { limits, spend } from "@/lib/rate-limit";
import { closeAllSessions } from "@/lib/session";
import { siteSettings } from "@/lib/settings";

/**
 * Changes one's own account; `portrait` is the file of a picture that they uploaded with the change. A picture that was worn before is deleted, unless
 * it is shown elsewhere. A new address or password needs `currentPassword`; a new password ends all sessions, this one too;
 * a new address counts once a link mailed there is followed (`confirm`). Throws `invalid` and `conflict` by field, `rate_limited` for too many addresses,
 * `forbidden` where the account was closed or silenced meanwhile.
 */
export async function changeOwnAccount(
  member: Member,
  given: OwnAccountChange,
  portrait?: string,
): Promise<{ viewer: Viewer; passwordChanged: boolean; confirm: boolean }> {
  const input = portrait === undefined ? given : { ...given, avatar: portrait };
  const { name, handle, bio, avatar, email, password, currentPassword } = input;
  const before = await db.account.findUniqueOrThrow({
    where: { id: member.id },
    select: { email: true, passwordHash: true },
  });
  const newAddress = email === before.email ? undefined : email;
  if (newAddress !== undefined || password !== undefined)
    await requireCurrentPassword(member, before.passwordHash, currentPassword);
  if (newAddress !== undefined) await requireNewAddress(member, newAddress);
  if (password !== undefined) await requireHardPassword(password, { ...member, email: before.email });
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  return transaction(async () => {
    const own = await heldOpen(member.id);
    if (!own?.writes) throw new AppError("forbidden", t("accounts.fault.writesNoMore"));
    if (name !== undefined && name !== own.name && own.role === "reader") await requireOwnName(name, member.id);
    if (avatar) await requirePicture(avatar, own, portrait);
    if (handle !== undefined && handle !== own.handle) await moveHandle(member, own.handle, handle);
    if (name !== undefined && name !== own.name) await keepOldName(member, own.name);
    await db.account.update({
      where: { id: member.id },
      data: { name, bio, avatar, passwordHash },
      select: { id: true },
    });
    if (own.avatar && avatar !== undefined && avatar !== own.avatar) await forgetPortrait(member.id, own.avatar);
    await record(member, "account.changed", member.id, {
      fields: Object.keys(input).filter((field) => !/password/i.test(field)),
    });
    if (passwordHash !== undefined) await afterPasswordChange(member, member.id, own.email);
    if (newAddress !== undefined)
      await enqueue("mail_email_change", { letterId: newId(), accountId: member.id, email: newAddress });
    return {
      viewer: await loaded(member.id),
      passwordChanged: passwordHash !== undefined,
      confirm: newAddress !== undefined,
    };
  });
}

/** Each letter to a new address goes to somebody who need not know of us, so there may be few. */
async function requireNewAddress(member: Member, address: string): Promise<void> {
  await requireLastingAddress(address);
  await spend(limits.reset, member.id);
}

/**
 * Mails the link that confirms a new address, and a notice to the old one. An address that is taken gets no link, and the asker learns nothing of it.
 * Of an account that was closed meanwhile nobody is mailed.
 */
export async function mailEmailChange({ letterId, accountId, email }: Jobs["mail_email_change"]): Promise<void> {
  const { name: site } = await siteSettings();
  await transaction(async () => {
    const own = await heldOpen(accountId);
    if (!own) return;
    const taken = await db.account.findUnique({ where: { email }, select: { id: true } });
    await post({ id: `notice.${letterId}`, ...letters.addressAskedFor(site, own.email, email) });
    if (taken) return post({ id: letterId, ...letters.alreadyKnown(site, email) });
    const token = await issueToken({ letterId, kind: "email_change", email, accountId });
    await post({ id: letterId, ...letters.confirmAddress(site, email, token) });
  });
}

/** Makes a confirmed address the account's. Links that were mailed to the old one are dead. Throws `not_found` or `conflict`. */
export async function confirmEmailChange(token: string): Promise<void> {
  const { name: site } = await siteSettings();
  await transaction(async () => {
    const { accountId: id, email } = await redeemToken("email_change", token);
    await requireUnbarredMail(email);
    const old = id === null ? null : await heldOpen(id);
    if (!old) throw linkSpent();
    try {
      await db.account.update({ where: { id: old.id }, data: { email }, select: { id: true } });
    } catch (thrown) {
      throw isTaken(thrown) ? addressTaken() : thrown;
    }
    await endTokens({ accountId: old.id });
    await record(system(now()), "account.email_changed", old.id);
    await post(letters.addressChanged(site, old.email, email));
  });
}

/** Ends every session of one's own. */
export async function signOutEverywhere(viewer: Viewer): Promise<void> {
  await transaction(async () => {
    await closeAllSessions(viewer.id);
    await record(viewer, "account.signed_out_everywhere", viewer.id);
  });
}

/** Nobody wears another's face: a portrait is what one uploaded, now or before, or wears already. The same bytes may be another's upload too. */
async function requirePicture(file: string, own: OpenAccount, uploaded: string | undefined): Promise<void> {
  const uploader = file === uploaded || file === own.avatar ? null : own.id;
  if (!(await isStored(file, uploader))) throw invalid("avatar", t("accounts.fault.avatar"));
}

/** Moderators see under which names somebody wrote before. */
async function keepOldName(member: Member, name: string): Promise<void> {
  await db.oldName.create({
    data: { id: newId(), accountId: member.id, name, until: when(member) },
    select: { id: true },
  });
}

/** The old handle is kept for its owner for ever, and may be taken back by nobody else. */
async function moveHandle(member: Member, old: string, wanted: string): Promise<void> {
  await lock("handles");
  const handle = await requireFreeHandle(wanted, member.role, member.id);
  await db.oldHandle.deleteMany({ where: { handle, accountId: member.id } });
  await db.oldHandle.create({
    data: { handle: old, accountId: member.id, createdAt: when(member) },
    select: { handle: true },
  });
  await db.account.update({ where: { id: member.id }, data: { handle }, select: { id: true } });
}
