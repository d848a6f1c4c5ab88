import { createHash, createHmac, randomBytes } from "node:crypto";
import { after, hour, minute, now } from "@/lib/clock";
import { db, type Prisma } from "@/lib/db";
import { env, siteUrl } from "@/lib/env";
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

const tokenBytes = 24;

/** 192 random bits. */
export const newToken = (): string => randomBytes(tokenBytes).toString("base64url");
/**
 * The token in a letter, as long as a random one: a job that is done twice writes the same letter, though only the token's hash is stored. Short
 * enough for its link to stand on one line of a mail.
 */
const tokenOf = (kind: EmailTokenKind, letterId: string): string =>
  createHmac("sha256", env().AUTH_SECRET)
    .update(`mailed link:${kind}:`)
    .update(letterId)
    .digest()
    .subarray(0, tokenBytes)
    .toString("base64url");
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
/** The page that a mailed link opens. Opening it changes nothing: its button does. */
export const tokenLink = (kind: EmailTokenKind, token: string): string => `${siteUrl()}${pages[kind]}/${token}`;

/** The refusal of a link that was used, is too old, or never was. */
export const linkSpent = () => new AppError("not_found", t("accounts.fault.link"));

interface Issued {
  /** The letter that bears it. */
  letterId: string;
  kind: EmailTokenKind;
  email: string;
  /** Null where there is no account yet. */
  accountId: string | null;
  /** What the account will be made of. */
  data?: Prisma.InputJsonObject;
}

/**
 * The token for a link to be mailed to an address, in the caller's transaction; tokens of that kind before it are dead. For a letter that has its token
 * already it is that one, dead or alive, and nothing changes: what was issued since stays.
 */
export async function issueToken({ letterId, kind, email, accountId, data = {} }: Issued): Promise<string> {
  const token = tokenOf(kind, letterId);
  const id = tokenHash(token);
  if (await db.emailToken.findUnique({ where: { id }, select: { id: true } })) return token;
  await endTokens({ kind, ...(accountId === null ? { email } : { accountId }) });
  await db.emailToken.create({
    data: {
      id,
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

/** Ends the links of these that work, in the caller's transaction. They are kept until their time is over, so that none is issued again. */
export async function endTokens(which: { accountId: string } | { kind: EmailTokenKind; email: string }): Promise<void> {
  await db.emailToken.updateMany({ where: { ...which, usedAt: null }, data: { usedAt: now(), data: {} } });
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
