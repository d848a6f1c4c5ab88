import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { type JWTPayload, jwtDecrypt } from "jose";

const keys = new Map<string, KeyObject>();

/** As next-auth derives it (its `jwt/index.js`; RFC 5869), once: it does so for every token anew, which takes longer than opening one. */
function keyFrom(secret: string): KeyObject {
  const kept = keys.get(secret);
  if (kept) return kept;
  const bytes = hkdfSync("sha256", secret, "", "NextAuth.js Generated Encryption Key", 32);
  const key = createSecretKey(Buffer.from(bytes));
  keys.set(secret, key);
  return key;
}

/** What a token claims that `encode` of next-auth made with this secret; null for any other, and for one that has expired. */
export async function openToken(token: string, secret: string): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtDecrypt(token, keyFrom(secret), { clockTolerance: 15 });
    return payload;
  } catch {
    return null;
  }
}
