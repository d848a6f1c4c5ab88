import { createHash, randomBytes } from "node:crypto";
import { hour, minute } from "@/lib/clock";
import { siteUrl } from "@/lib/env";
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
