import { z } from "zod";
import { tokenHash } from "@/lib/accounts/email-token";
import { isEasilyGuessed, type PasswordContext, verifyPassword } from "@/lib/accounts/password";
import type { Viewer } from "@/lib/actor";
import { forgetTries, takeTry } from "@/lib/backoff";
import { invalid } from "@/lib/errors";
import { t } from "@/lib/messages";
import { limits } from "@/lib/rate-limit";
import { siteSettings } from "@/lib/settings";

/** What a sign-up keeps behind its link. */
export const signUpWords = z.object({ name: z.string(), passwordHash: z.string() });

/** Throws `invalid` for a password that is easily guessed, of this person, on this site. */
export async function requireHardPassword(password: string, person: Omit<PasswordContext, "siteName">): Promise<void> {
  const { name: siteName } = await siteSettings();
  if (isEasilyGuessed(password, { ...person, siteName }))
    throw invalid("password", t("accounts.fault.passwordGuessed"));
}

/** Throws `invalid` unless the member's own password was typed. */
export async function requireCurrentPassword(member: Viewer, hash: string, typed: string | undefined): Promise<void> {
  if (typed === undefined) throw invalid("currentPassword", t("accounts.fault.passwordNeeded"));
  await takeTry(limits.signInAccount, `own:${member.id}`);
  if (!(await verifyPassword(hash, typed))) throw invalid("currentPassword", t("accounts.fault.passwordWrong"));
  await forgetTries(limits.signInAccount, `own:${member.id}`);
}

/** Throws `invalid` unless the password was typed that was chosen at the sign-up behind a link. */
export async function requireChosenPassword(
  { email, data }: { email: string; data: unknown },
  typed: string | undefined,
): Promise<void> {
  if (typed === undefined) throw invalid("password", t("accounts.fault.passwordChosen"));
  await takeTry(limits.signInAccount, `sign-up:${tokenHash(email)}`);
  if (!(await verifyPassword(signUpWords.parse(data).passwordHash, typed)))
    throw invalid("password", t("accounts.fault.passwordNotChosen"));
}
