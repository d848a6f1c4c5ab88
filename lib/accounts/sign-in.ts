import { createHmac, timingSafeEqual } from "node:crypto";
import { tokenLifetime } from "@/lib/accounts/email-token";
import { verifyPassword } from "@/lib/accounts/password";
import type { Viewer } from "@/lib/actor";
import { forgetTries, takeTry } from "@/lib/backoff";
import { day } from "@/lib/clock";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";
import { limits } from "@/lib/rate-limit";
import { type CookieToSet, cookieToSet, deviceCookieName, formCookieName, openSession, viewerOf } from "@/lib/session";

const deviceKept = 180 * day;

const sealed = (purpose: string, value: string) =>
  createHmac("sha256", env().AUTH_SECRET).update(`${purpose}:${value}`).digest("base64url");

/** What a browser keeps to be known again for this address. It signs nobody in. */
export function deviceCookie(email: string): CookieToSet {
  return cookieToSet(deviceCookieName(), sealed("device", email), deviceKept);
}

/** Says that a sign-up with this address was sent from this browser. */
export function signUpCookie(email: string): CookieToSet {
  return cookieToSet(formCookieName("sign-up"), sealed("sign-up", email), tokenLifetime.sign_up);
}

/** Whether the cookie is the one that this address's sign-up left. */
export const isFromSignUp = (email: string, cookie: string | undefined) => matches(sealed("sign-up", email), cookie);

function matches(seal: string, given = ""): boolean {
  const [expected, got] = [Buffer.from(seal), Buffer.from(given)];
  return expected.length === got.length && timingSafeEqual(expected, got);
}

/** Whose tries these are: of a browser that this address signed in on before, or of all others together. */
function countedAs(email: string, device: string | undefined): string {
  const known = matches(sealed("device", email), device);
  return `${known ? "known" : "any"}:${sealed("tries", email).slice(0, 32)}`;
}

/**
 * Checks an address and a password. An unknown address takes as long as a known one, and gets the same answer.
 * Throws `unauthenticated`, `forbidden` for a banned account whose password was right, `rate_limited` after 10 wasted tries within an hour.
 */
export async function checkSignIn(
  { email, password }: { email: string; password: string },
  device: string | undefined,
): Promise<{ id: string }> {
  const who = countedAs(email, device);
  await takeTry(limits.signInAccount, who);
  const account = await db.account.findUnique({
    where: { email },
    select: { id: true, status: true, passwordHash: true },
  });
  if (!(await verifyPassword(account?.passwordHash ?? null, password)) || !account) {
    throw new AppError("unauthenticated", t("accounts.fault.signIn"));
  }
  await forgetTries(limits.signInAccount, who);
  if (account.status === "closed") throw new AppError("unauthenticated", t("accounts.fault.signIn"));
  if (account.status === "banned") throw new AppError("forbidden", t("accounts.fault.banned"));
  return { id: account.id };
}

/** Signs in: a session of its own, and the browser is known from now on. Throws as `checkSignIn`. */
export async function signIn(
  typed: { email: string; password: string },
  device: string | undefined,
  address?: string,
): Promise<{ viewer: Viewer; cookies: CookieToSet[] }> {
  const { id } = await checkSignIn(typed, device);
  const viewer = await viewerOf(id);
  if (!viewer) throw new AppError("unauthenticated", t("accounts.fault.signIn"));
  return { viewer, cookies: [...(await openSession(id, address)), deviceCookie(typed.email)] };
}

/** Forgets wasted tries at an address whose owner has just proved themselves by mail. */
export async function forgiveTries(email: string): Promise<void> {
  await forgetTries(limits.signInAccount, countedAs(email, undefined));
}
