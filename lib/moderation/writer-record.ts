import { statusAt } from "@/lib/account-status";
import { isStaff } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import type { WriterRecord } from "@/lib/moderation/schema";
import { siteSettings } from "@/lib/settings";
import { daysBetween, levelOf, removedOf } from "@/lib/trust";
import type { DecisionAction, ReportReason } from "@/prisma/generated/enums";

/** Decisions shown in a record. */
const decisionsShown = 3;

interface Verdict {
  authorId: string;
  action: DecisionAction;
  reason: ReportReason | null;
  note: string;
  at: Date;
}

type AccountRow = Pick<WriterRecord, "id" | "handle" | "name" | "role" | "status"> & {
  createdAt: Date;
  publishedCount: number;
  removedLately: number;
};

/** What is known of these writers, by account id: how their comments fared, and the latest decisions on them. */
export async function recordsOf(accountIds: readonly string[]): Promise<Map<string, WriterRecord>> {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return new Map();
  const at = now();
  const [accounts, { trust }, counts, verdicts] = await Promise.all([
    db.$queryRaw<AccountRow[]>`
      SELECT a.id::text AS id, a.handle, a.name, a.role::text AS role, ${statusAt(at)} AS status, a."createdAt",
        a."publishedCount", ${removedOf(Prisma.sql`a.id`, at)} AS "removedLately"
      FROM accounts a WHERE a.id = ANY(${ids}::uuid[])`,
    siteSettings(),
    db.comment.groupBy({ by: ["authorId", "status"], where: { authorId: { in: ids } }, _count: true }),
    latestVerdicts(ids),
  ]);
  const countOf = (id: string, status: string) =>
    counts.find((count) => count.authorId === id && count.status === status)?._count ?? 0;
  return new Map(
    accounts.map(({ createdAt, publishedCount, removedLately, ...account }) => [
      account.id,
      {
        ...account,
        trust: isStaff(account)
          ? "trusted"
          : levelOf({ published: publishedCount, days: daysBetween(createdAt, at), removed: removedLately }, trust),
        memberSince: createdAt.toISOString(),
        published: countOf(account.id, "published"),
        pending: countOf(account.id, "pending"),
        rejected: countOf(account.id, "rejected"),
        removed: countOf(account.id, "removed"),
        decisions: verdicts
          .filter(({ authorId }) => authorId === account.id)
          .map(({ action, reason, note, at }) => ({ action, reason, note, at: at.toISOString() })),
      },
    ]),
  );
}

function latestVerdicts(ids: string[]): Promise<Verdict[]> {
  return db.$queryRaw<Verdict[]>`
    SELECT writer.id::text AS "authorId", latest.action::text AS action, latest.reason::text AS reason, latest.note, latest.at
    FROM unnest(${ids}::uuid[]) AS writer(id)
    CROSS JOIN LATERAL (
      SELECT d.action, d.reason, d.note, d.at
      FROM decisions d JOIN comments c ON c.id = d."commentId"
      WHERE c."authorId" = writer.id AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = d.id)
      ORDER BY d.at DESC, d.id DESC
      LIMIT ${decisionsShown}
    ) latest
    ORDER BY latest.at DESC`;
}
