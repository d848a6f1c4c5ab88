import { repeatedFrom, repeatedWithinHours } from "@/lib/comments/limits";
import { textOf } from "@/lib/comments/screening/judge";
import { playbackBatch } from "@/lib/comments/screening/limits";
import type { Past } from "@/lib/comments/screening/rehearsal";
import { type Outcome, screenedSchema } from "@/lib/comments/screening/schema";
import { db } from "@/lib/db";
import type { CommentPolicy, CommentStatus, DecisionAction, Role } from "@/prisma/generated/enums";

export interface PastRow {
  id: string;
  articleId: string;
  articleSlug: string;
  authorId: string | null;
  createdAt: Date;
  status: CommentStatus;
  hash: string;
  html: string;
  screened: unknown;
  role: Role | null;
  policy: CommentPolicy;
  published: number;
  repeated: boolean;
  decidedAt: Date | null;
  lastAction: DecisionAction | null;
}

interface Place {
  at: Date;
  id: string;
}

/**
 * The next comments that came in after that one, up to a moment, in the order in which they came, with their first words and what was decided.
 * Of those that were posted before what was known was kept, it is reckoned from what stands now.
 */
export async function nextOfThePast(after: Place, until: Date): Promise<PastRow[]> {
  return db.$queryRaw<PastRow[]>`
    SELECT c.id::text AS id, c."articleId"::text AS "articleId", a.slug AS "articleSlug", c."authorId"::text AS "authorId", c."createdAt",
      c.status::text AS status, c."bodyHash" AS hash, c.screened, w.role::text AS role, a."commentPolicy"::text AS policy,
      coalesce((SELECT r.html FROM comment_revisions r WHERE r."commentId" = c.id AND r.revision = 1), c.html) AS html,
      CASE WHEN c.screened IS NULL THEN (
        SELECT count(*)::int FROM (SELECT FROM comments p
          WHERE p."authorId" = c."authorId" AND p.status = 'published' AND p."createdAt" < c."createdAt" LIMIT 100) few) ELSE 0 END AS published,
      c.screened IS NULL AND char_length(c.body) >= ${repeatedFrom}::int AND EXISTS (
        SELECT 1 FROM comments s WHERE s."authorId" = c."authorId" AND s."bodyHash" = c."bodyHash" AND s.status <> 'deleted'
          AND s."createdAt" < c."createdAt" AND s."createdAt" > c."createdAt" - make_interval(hours => ${repeatedWithinHours}::int)) AS repeated,
      decided.first AS "decidedAt", decided.last AS "lastAction"
    FROM comments c JOIN articles a ON a.id = c."articleId" LEFT JOIN accounts w ON w.id = c."authorId"
    LEFT JOIN LATERAL (
      SELECT min(d.at) AS first, (array_agg(d.action::text ORDER BY d.at DESC))[1] AS last
      FROM decisions d LEFT JOIN undone_decisions u ON u."decisionId" = d.id
      WHERE d."commentId" = c.id AND d."fromStatus" <> d."toStatus" AND u."decisionId" IS NULL
    ) decided ON true
    WHERE (c."createdAt", c.id) > (${after.at}::timestamptz, ${after.id}::uuid) AND c."createdAt" <= ${until}::timestamptz
    ORDER BY c."createdAt", c.id
    LIMIT ${playbackBatch}::int`;
}

/** How many comments came in between. */
export async function countPast(from: Date, until: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM comments WHERE "createdAt" > ${from}::timestamptz AND "createdAt" <= ${until}::timestamptz`;
  return row?.count ?? 0;
}

/** The row as it came in; `reckoned` where what was known was not kept. */
export function toPast(row: PastRow): { past: Past; reckoned: boolean } {
  const kept = screenedSchema.safeParse(row.screened);
  const waited = row.status === "pending" || row.status === "rejected" || row.lastAction === "approve";
  const screened = kept.success
    ? kept.data
    : {
        status: waited ? ("pending" as const) : ("published" as const),
        role: row.role ?? ("reader" as const),
        published: row.published,
        repeated: row.repeated,
        policy: row.policy === "closed" ? ("open" as const) : row.policy,
      };
  const { authorId, articleId, hash } = row;
  const times = { at: row.createdAt.getTime(), decidedAt: row.decidedAt?.getTime() ?? null };
  return { past: { authorId, articleId, hash, ...times, words: textOf(row.html), screened }, reckoned: !kept.success };
}

/** What became of it. */
export function outcomeOf({ status, lastAction }: PastRow): Outcome {
  if (lastAction === "reject" || lastAction === "remove") return "turnedAway";
  if (lastAction === "approve" || lastAction === "restore") return "approved";
  if (status === "pending") return "waiting";
  return status === "deleted" ? "withdrawn" : "stood";
}
