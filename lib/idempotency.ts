import { createHash } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "@/lib/actor";
import type { RequestHeaders } from "@/lib/api-request";
import { now } from "@/lib/clock";
import { db, Prisma, transaction } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { t } from "@/lib/messages";

/** An answer in a form that can be stored and given again. */
interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

const keyShape = /^[\x21-\x7e]{1,128}$/;
const storedHeaders = z.record(z.string(), z.string());

/** The `Idempotency-Key` of a request, or null. Throws `invalid` for one that is not 1..128 visible ASCII characters. */
export function idempotencyKey(headers: RequestHeaders): string | null {
  const key = headers.get("idempotency-key");
  if (key === null || keyShape.test(key)) return key;
  throw invalid("Idempotency-Key", t("requests.fault.key"));
}

/**
 * Runs `work` once for this account and key: a second call while the first runs is `conflict`, afterwards it gets the stored answer.
 * The answer is stored in the transaction that `work` writes in, and only if it is a 2xx. The same key with another body is `invalid`.
 */
export async function once<Answer extends StoredAnswer>(
  viewer: Viewer,
  key: string,
  route: string,
  bytes: Buffer,
  work: () => Promise<Answer>,
): Promise<Answer | (StoredAnswer & { replayed: true })> {
  const bodyHash = createHash("sha256").update(bytes).digest("hex");
  return transaction(async () => {
    // Tried, not waited for: fifty retries must not hold fifty connections.
    const [lock] = await db.$queryRaw<
      { free: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(hashtextextended(${`${viewer.id}:${key}`}::text, 0)) AS free`;
    if (!lock?.free) throw new AppError("conflict", t("requests.fault.keyRunning"), { retryAfter: 1 });
    const stored = await db.idempotencyKey.findUnique({ where: { accountId_key: { accountId: viewer.id, key } } });
    if (stored) {
      if (stored.bodyHash !== bodyHash || stored.route !== route)
        throw invalid("Idempotency-Key", t("requests.fault.keyReused"));
      return {
        status: stored.status,
        headers: storedHeaders.parse(stored.headers),
        body: JSON.parse(z.string().parse(stored.body)),
        replayed: true as const,
      };
    }
    const answer = await work();
    if (answer.status >= 200 && answer.status < 300) {
      await db.idempotencyKey.create({
        data: {
          accountId: viewer.id,
          key,
          route,
          bodyHash,
          status: answer.status,
          headers: answer.headers,
          // As text: jsonb would order its members anew, and the stored answer is to be the same to the letter.
          body: JSON.stringify(answer.body ?? null),
          createdAt: now(),
        },
        select: { key: true },
      });
    }
    return answer;
  });
}

/** A submission that is known by its words: who, where and what, and the id of what it makes. */
export interface Submission {
  accountId: string;
  place: string;
  bodyHash: string;
  id: string;
  at: Date;
}

/** The key of a submission's claim. It holds a space, which no client's key can. */
const claimKey = ({ place, bodyHash }: Pick<Submission, "place" | "bodyHash">) => `same words: ${place} ${bodyHash}`;

/**
 * Claims a submission, as a part of the statement that stores it: gives a row if `allowed`, and if nobody claimed the same words in the same
 * place within `minutes`, or if what came of that `isVoid` (its id is `k.body->>'id'`). Of parallel ones the unique key lets one through.
 */
export function claiming(
  { accountId, id, at, ...words }: Submission,
  { allowed, isVoid, minutes }: { allowed: Prisma.Sql; isVoid: Prisma.Sql; minutes: number },
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO idempotency_keys AS k ("accountId", key, route, "bodyHash", status, headers, body, "createdAt")
    SELECT ${accountId}::uuid, ${claimKey(words)}, 'same words', ${words.bodyHash}, 201, '{}',
      jsonb_build_object('id', ${id}::text), ${at}::timestamptz
    WHERE ${allowed}
    ON CONFLICT ("accountId", key) DO UPDATE SET body = EXCLUDED.body, "createdAt" = EXCLUDED."createdAt"
    WHERE abs(extract(epoch FROM EXCLUDED."createdAt" - k."createdAt")) > 60 * ${minutes}::int OR ${isVoid}
    RETURNING 1`;
}

/** The id that the claim of these words led to, or null where there is none. */
export async function claimed({ accountId, ...words }: Omit<Submission, "id" | "at">): Promise<string | null> {
  const stored = await db.idempotencyKey.findUnique({ where: { accountId_key: { accountId, key: claimKey(words) } } });
  return z.object({ id: z.string() }).safeParse(stored?.body).data?.id ?? null;
}

/** Forgets what this account sent and was answered. */
export async function forgetAnswers(accountId: string): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { accountId } });
}
