import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { formLives, quickestReport } from "@/lib/moderation/fairness/limits";

const sealOf = (commentId: string, made: string) =>
  createHmac("sha256", env().AUTH_SECRET).update(`report form:${commentId}:${made}`).digest("base64url").slice(0, 22);

/** What a form carries that reports this comment without an account: when it was shown (milliseconds, base 36), and our seal on that. */
export function formToken(commentId: string, at: Date): string {
  const made = at.getTime().toString(36);
  return `${made}.${sealOf(commentId, made)}`;
}

/** Whether a form may be taken: ours, for this comment, shown three seconds to a day ago. `quick` may be sent again as it is. */
export function formIs(token: string, commentId: string, now: Date): "fine" | "quick" | "old" | "foreign" {
  const [made = "", seal = "", ...more] = token.split(".");
  const [expected, given] = [Buffer.from(sealOf(commentId, made)), Buffer.from(seal)];
  if (more.length > 0 || expected.length !== given.length || !timingSafeEqual(expected, given)) return "foreign";
  const age = now.getTime() - Number.parseInt(made, 36);
  if (age > formLives) return "old";
  return age < quickestReport ? "quick" : "fine";
}
