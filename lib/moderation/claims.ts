import { type Moderator, when } from "@/lib/actor";
import { after, now, second } from "@/lib/clock";
import { db } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { claimSeconds, claimsTold } from "@/lib/moderation/limits";
import type { ClaimOutput } from "@/lib/moderation/schema";

interface ClaimRow {
  handle: string;
  name: string;
  until: Date;
}

const toClaim = ({ handle, name, until }: ClaimRow): ClaimOutput => ({
  by: { handle, name },
  until: until.toISOString(),
});

/**
 * Says that this moderator looks at a comment, for `claimSeconds` from now; again, for as long anew. Gives whose it is: of two the first has it, and the
 * other is told so. It keeps nobody from deciding. Throws `not_found`.
 */
export async function claimComment(by: Moderator, id: string): Promise<ClaimOutput> {
  const at = when(by);
  const [claim] = await db.$queryRaw<ClaimRow[]>`
    WITH taken AS (
      INSERT INTO claims ("commentId", "moderatorId", until)
      SELECT id, ${by.id}::uuid, ${after(at, claimSeconds * second)}::timestamptz FROM comments WHERE id = ${id}::uuid
      ON CONFLICT ("commentId") DO UPDATE SET "moderatorId" = EXCLUDED."moderatorId", until = EXCLUDED.until
        WHERE claims."moderatorId" = EXCLUDED."moderatorId" OR claims.until <= ${at}::timestamptz
      RETURNING "moderatorId", until
    )
    SELECT a.handle, a.name, one.until FROM (
      SELECT "moderatorId", until FROM taken
      UNION ALL
      SELECT "moderatorId", until FROM claims WHERE "commentId" = ${id}::uuid AND NOT EXISTS (SELECT 1 FROM taken)
    ) one JOIN accounts a ON a.id = one."moderatorId" LIMIT 1`;
  if (!claim) throw notFound();
  return toClaim(claim);
}

/** Lets one's own claim go; where there is none, nothing happens. */
export async function releaseComment(by: Moderator, id: string): Promise<void> {
  await db.claim.deleteMany({ where: { commentId: id, moderatorId: by.id } });
}

/** What other moderators look at now, by comment. */
export async function claimsOfOthers(by: Moderator): Promise<(ClaimOutput & { commentId: string })[]> {
  const rows = await db.claim.findMany({
    where: { until: { gt: now() }, moderatorId: { not: by.id } },
    orderBy: { until: "desc" },
    take: claimsTold,
    select: { commentId: true, until: true, moderator: { select: { handle: true, name: true } } },
  });
  return rows.map(({ commentId, until, moderator }) => ({ commentId, ...toClaim({ ...moderator, until }) }));
}
