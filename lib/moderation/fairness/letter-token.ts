import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { env } from "@/lib/env";

/** Of the token: what it is a version of, an id, a seal. 33 bytes are 44 characters to the bit, so a token has one spelling. */
const version = 1;
const macBytes = 16;
const payloadBytes = 17;

function sealOf(payload: Buffer): Buffer {
  return createHmac("sha256", env().AUTH_SECRET).update("statement:").update(payload).digest().subarray(0, macBytes);
}

/** The end of a mailed link that opens one statement and takes an objection to it, signed by the installation, and nothing else. */
export function letterToken(statementId: string): string {
  const payload = Buffer.from([version, ...parse(statementId)]);
  return Buffer.concat([payload, sealOf(payload)]).toString("base64url");
}

/** The statement that a token opens; null for one that we did not make. */
export function readLetterToken(token: string): string | null {
  if (!/^[\w-]{44}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const payload = bytes.subarray(0, payloadBytes);
  const seal = bytes.subarray(payloadBytes);
  if (payload[0] !== version || seal.length !== macBytes || !timingSafeEqual(sealOf(payload), seal)) return null;
  return stringify(payload.subarray(1));
}
