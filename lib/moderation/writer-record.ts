import { db } from "@/lib/db";
import type { WriterRecord } from "@/lib/moderation/schema";
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

/** What is known of these writers, by account id: how their comments fared, and the latest decisions on them. */
export async function recordsOf(accountIds: readonly string[]): Promise<Map<string, WriterRecord>> {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return new Map();
  const [accounts, counts, verdicts] = await Promise.all([
    db.account.findMany({
      where: { id: { in: ids } },
      select: { id: true, handle: true, name: true, role: true, status: true, createdAt: true },
    }),
    db.comment.groupBy({ by: ["authorId", "status"], where: { authorId: { in: ids } }, _count: true }),
    latestVerdicts(ids),
  ]);
  const countOf = (id: string, status: string) =>
    counts.find((count) => count.authorId === id && count.status === status)?._count ?? 0;
  return new Map(
    accounts.map(({ createdAt, ...account }) => [
      account.id,
      {
        ...account,
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
