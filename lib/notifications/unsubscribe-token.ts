import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { env } from "@/lib/env";
import { type Scope, scopes } from "@/lib/notifications/schema";

/** What stands for a scope in links that were mailed: a number never changes, nor is one used again. */
const numbers: Record<Scope, number> = {
  reply: 0,
  mention: 1,
  decision: 2,
  pick: 3,
  followed_thread: 4,
  followed_person: 5,
  report: 6,
  sanction: 7,
  objection: 8,
  daily: 9,
};
const macBytes = 16;
const length = 16 + 1 + macBytes;

function sealOf(payload: Buffer): Buffer {
  return createHmac("sha256", env().AUTH_SECRET).update("unsubscribe:").update(payload).digest().subarray(0, macBytes);
}

/** The end of a mailed link: for one account and one scope, signed by the installation, good for ever, and for nothing else. */
export function unsubscribeToken(accountId: string, scope: Scope): string {
  const payload = Buffer.from([...parse(accountId), numbers[scope]]);
  return Buffer.concat([payload, sealOf(payload)]).toString("base64url");
}

/** Whom and what a token is for; null for one that we did not make. 33 bytes are 44 characters to the bit, so a token has one spelling. */
export function readUnsubscribeToken(token: string): { accountId: string; scope: Scope } | null {
  const bytes = /^[\w-]{44}$/.test(token) ? Buffer.from(token, "base64url") : Buffer.alloc(0);
  if (bytes.length !== length) return null;
  const payload = bytes.subarray(0, length - macBytes);
  const scope = scopes.find((each) => numbers[each] === payload.at(-1));
  if (!timingSafeEqual(sealOf(payload), bytes.subarray(length - macBytes)) || !scope) return null;
  return { accountId: stringify(payload.subarray(0, 16)), scope };
}
