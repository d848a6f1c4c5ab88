import { accountOfToken, endTokens, issueToken, linkSpent, redeemToken, tokenLink } from "@/lib/accounts/email-token";
import * as letters from "@/lib/accounts/letters";
import { hashPassword } from "@/lib/accounts/password";
import { forgiveTries } from "@/lib/accounts/sign-in";
import { requireHardPassword } from "@/lib/accounts/typed-password";
import { type System, system, type Viewer } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events";
import { newId } from "@/lib/ids";
import { enqueue, type Jobs } from "@/lib/jobs";
import { post } from "@/lib/mail";
import { limits, spendIfLeft } from "@/lib/rate-limit";
import { closeAllSessions } from "@/lib/session";
import { siteSettings } from "@/lib/settings";

/** Asks for a link to choose a new password. Every address is answered alike, and as fast. */
export async function requestPasswordReset(email: string): Promise<void> {
  await enqueue("mail_password_reset", { letterId: newId(), email });
}

/** Mails that link, if the address is somebody's; the links before it are dead. So that others cannot go on killing links, the last of a few stays. */
export async function mailPasswordReset({ letterId, email }: Jobs["mail_password_reset"]): Promise<void> {
  const { name: site } = await siteSettings();
  await transaction(async () => {
    const account = await db.account.findUnique({ where: { email }, select: { id: true, status: true } });
    if (!account || account.status === "banned" || account.status === "closed") return;
    if (!(await spendIfLeft(limits.reset, `letters:${account.id}`))) return;
    const token = await issueToken({ letterId, kind: "password_reset", email, accountId: account.id });
    await post({ id: letterId, ...letters.passwordReset(site, email, token) });
  });
}

/** A link for the operator to hand over, where no mail goes out; null if the address is nobody's. */
export async function operatorResetLink(address: string): Promise<string | null> {
  const email = address.trim().toLowerCase();
  return transaction(async () => {
    const account = await db.account.findUnique({ where: { email, status: { not: "closed" } }, select: { id: true } });
    if (!account) return null;
    const issued = { letterId: newId(), kind: "password_reset", email, accountId: account.id } as const;
    return tokenLink("password_reset", await issueToken(issued));
  });
}

/**
 * Chooses a new password by a mailed link, once, and ends all sessions. Resolves to the address.
 * Throws `not_found` for a link that is spent, `invalid` for a password that is easily guessed (the link then still works).
 */
export async function resetPassword(token: string, password: string): Promise<{ email: string }> {
  const account = await accountOfToken("password_reset", token);
  await requireHardPassword(password, account);
  const passwordHash = await hashPassword(password);
  const { email } = await transaction(async () => {
    const { accountId: id, email } = await redeemToken("password_reset", token);
    if (id === null) throw linkSpent();
    const { count } = await db.account.updateMany({ where: { id, email }, data: { passwordHash } });
    if (count === 0) throw linkSpent();
    await afterPasswordChange(system(now()), id, email);
    return { email };
  });
  await forgiveTries(email);
  return { email };
}

/** What follows from a new password, in the caller's transaction: all sessions and links end, and the owner is told. */
export async function afterPasswordChange(by: Viewer | System, id: string, email: string): Promise<void> {
  const { name: site } = await siteSettings();
  await closeAllSessions(id);
  await endTokens({ accountId: id });
  await record(by, "account.password_changed", id);
  await post(letters.passwordChanged(site, email));
}
