import { createHash, randomBytes } from "node:crypto";
import { after, hour, minute, now } from "@/lib/clock";
import { db, type Prisma } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";
import type { EmailTokenKind } from "@/prisma/generated/enums";

/** How long a mailed link works, in milliseconds. */
export const tokenLifetime: Record<EmailTokenKind, number> = {
  sign_up: 24 * hour,
  password_reset: 60 * minute,
  email_change: 60 * minute,
};

const pages: Record<EmailTokenKind, string> = {
  sign_up: "/sign-up",
  password_reset: "/reset-password",
  email_change: "/settings/email",
};

/** A new token, 192 random bits; only its hash is stored. Short enough for its link to stand on one line of a mail. */
export const newToken = (): string => randomBytes(24).toString("base64url");
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
/** The page that a mailed link opens. Opening it changes nothing: its button does. */
export const tokenLink = (kind: EmailTokenKind, token: string): string => `${siteUrl()}${pages[kind]}/${token}`;

/** The refusal of a link that was used, is too old, or never was. */
export const linkSpent = () => new AppError("not_found", t("accounts.fault.link"));

/**
 * A new token for a link to be mailed to an address, in the caller's transaction; tokens of that kind before it are dead.
 * `accountId` is null where there is no account yet; `data` is what the account will be made of.
 */
export async function issueToken(
  kind: EmailTokenKind,
  email: string,
  accountId: string | null,
  data: Prisma.InputJsonObject = {},
): Promise<string> {
  const token = newToken();
  await db.emailToken.deleteMany({
    where: { kind, usedAt: null, ...(accountId === null ? { email } : { accountId }) },
  });
  await db.emailToken.create({
    data: {
      id: tokenHash(token),
      kind,
      email,
      accountId,
      data,
      createdAt: now(),
      expiresAt: after(now(), tokenLifetime[kind]),
    },
    select: { id: true },
  });
  return token;
}

/** Spends a link: one `UPDATE` decides, however many ask at the same time. Throws `not_found`. */
export async function redeemToken(kind: EmailTokenKind, token: string) {
  const [row] = await db.emailToken.updateManyAndReturn({
    where: { id: tokenHash(token), kind, usedAt: null, expiresAt: { gt: now() } },
    data: { usedAt: now() },
    select: { accountId: true, email: true, data: true },
  });
  if (!row) throw linkSpent();
  return row;
}

/** Whose link it is, without spending it. Throws `not_found`. */
export async function accountOfToken(kind: EmailTokenKind, token: string) {
  const row = await db.emailToken.findFirst({
    where: { id: tokenHash(token), kind, usedAt: null, expiresAt: { gt: now() } },
    select: { account: { select: { email: true, name: true, handle: true } } },
  });
  if (!row?.account) throw linkSpent();
  return row.account;
}
