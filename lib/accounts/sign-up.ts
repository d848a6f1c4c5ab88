import { requireOwnName } from "@/lib/accounts/availability";
import { issueToken, linkSpent, redeemToken, tokenHash } from "@/lib/accounts/email-token";
import { requireLastingAddress } from "@/lib/accounts/lasting-address";
import * as letters from "@/lib/accounts/letters";
import { lock } from "@/lib/accounts/locks";
import { createAccount } from "@/lib/accounts/mutations";
import { hashPassword } from "@/lib/accounts/password";
import { waitingSignUp } from "@/lib/accounts/queries";
import { isFromSignUp } from "@/lib/accounts/sign-in";
import { requireChosenPassword, requireHardPassword, signUpWords } from "@/lib/accounts/typed-password";
import { system, type Viewer } from "@/lib/actor";
import { requireUnbarredMail } from "@/lib/bars";
import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { enqueue, type Jobs } from "@/lib/jobs";
import { post } from "@/lib/mail";
import { t } from "@/lib/messages";
import { siteSettings } from "@/lib/settings";

/** Signs somebody up at once, where no mail server could confirm the address. Throws `conflict` for one that is taken, `invalid` for one that nobody keeps. */
export async function signUp(given: { email: string; name: string; password: string }): Promise<Viewer> {
  await requireLastingAddress(given.email);
  return createAccount(system(now()), given);
}

/** Takes a sign-up whose address is confirmed by mail: every address is answered alike. Throws `invalid` as `createAccount`. */
export async function requestSignUp({
  email,
  name,
  password,
}: {
  email: string;
  name: string;
  password: string;
}): Promise<void> {
  await requireLastingAddress(email);
  await requireHardPassword(password, { email, name });
  await requireOwnName(name);
  await enqueue("mail_sign_up", { letterId: newId(), email, name, passwordHash: await hashPassword(password) });
}

/** Mails the link of a sign-up, or tells the owner of the address that they have an account. */
export async function mailSignUp({ letterId, email, name, passwordHash }: Jobs["mail_sign_up"]): Promise<void> {
  const { name: site } = await siteSettings();
  await transaction(async () => {
    const known = await db.account.findUnique({ where: { email }, select: { id: true } });
    if (known) return post({ id: letterId, ...letters.alreadyKnown(site, email) });
    const data = { name, passwordHash };
    const token = await issueToken({ letterId, kind: "sign_up", email, accountId: null, data });
    await post({ id: letterId, ...letters.confirmSignUp(site, email, name, token) });
  });
}

/**
 * Opens the account of a mailed link. In a browser other than the one that signed up (`cookie`), the password is asked for: else
 * whoever signs up with another's address would share the account that its owner opens.
 * Throws `not_found` for a link that is spent, `invalid` for a password that is missing or wrong, `conflict` if the address has an account by now.
 */
export async function confirmSignUp(
  token: string,
  { cookie, password }: { cookie?: string; password?: string },
): Promise<{ viewer: Viewer; email: string }> {
  const waiting = await waitingSignUp(token);
  if (!waiting) throw linkSpent();
  if (!isFromSignUp(waiting.email, cookie)) await requireChosenPassword(waiting, password);
  return transaction(async () => {
    const { email, data } = await redeemToken("sign_up", token);
    await requireUnbarredMail(email);
    return { viewer: await createAccount(system(now()), { email, ...signUpWords.parse(data) }), email };
  });
}

/** Makes the first admin, by the token that was printed at the start: exactly once, however many ask at the same time. Throws `conflict` or `forbidden`. */
export async function setUpFirstAdmin(given: {
  token: string;
  siteName?: string;
  email: string;
  name: string;
  password: string;
}): Promise<Viewer> {
  const { token, siteName, email, name, password } = given;
  await requireSetUpToken(token);
  await requireHardPassword(password, { email, name });
  const passwordHash = await hashPassword(password);
  return transaction(async () => {
    await lock("setUp");
    await requireSetUpToken(token);
    const admin = await createAccount(system(now()), { email, name, passwordHash, role: "admin" });
    await db.secret.deleteMany({ where: { name: { startsWith: "setup_token:" } } });
    await db.settings.update({ where: { id: 1 }, data: { setUpAt: now(), name: siteName }, select: { id: true } });
    return admin;
  });
}

async function requireSetUpToken(token: string): Promise<void> {
  if ((await db.account.findFirst({ select: { id: true } })) !== null)
    throw new AppError("conflict", t("accounts.fault.setupDone"));
  const good = await db.secret.findUnique({
    where: { name: `setup_token:${tokenHash(token)}` },
    select: { name: true },
  });
  if (!good) throw new AppError("forbidden", t("accounts.fault.setupWrong"));
}
