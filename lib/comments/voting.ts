import { type Member, when } from "@/lib/actor";
import { votingAttempts } from "@/lib/comments/limits";
import { canVote, isOwn, isShown, takesVote } from "@/lib/comments/policy";
import { db, Prisma } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { t } from "@/lib/messages";
import type { CommentStatus, Voting } from "@/prisma/generated/enums";

export type Vote = 1 | -1 | 0;

/** A comment and this reader's vote on it, as they are now. */
interface Votable {
  authorId: string | null;
  articleSlug: string;
  status: CommentStatus;
  replyCount: number;
  score: number;
  own: Vote;
  voting: Voting;
}

/** Reads what a vote depends on. Throws `not_found`, also under an article that is not published. */
async function votable(by: { id: string }, id: string): Promise<Votable> {
  const [comment] = await db.$queryRaw<Votable[]>`
    SELECT c."authorId"::text AS "authorId", a.slug AS "articleSlug", c.status::text AS status, c."replyCount", c.score,
      coalesce(v.value, 0)::int AS own, (SELECT voting::text FROM settings WHERE id = 1) AS voting
    FROM comments c JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
    LEFT JOIN votes v ON v."commentId" = c.id AND v."accountId" = ${by.id}::uuid
    WHERE c.id = ${id}::uuid`;
  if (!comment) throw notFound();
  return comment;
}

/**
 * Sets one's vote on a comment: 1, -1, or 0 to take it back. Idempotent. Gives the new score.
 * Throws `not_found`, `forbidden` on one's own and for a vote down where the site takes none, `conflict` on one that is gone.
 */
export async function vote(by: Member, id: string, value: Vote) {
  for (let attempt = 1; attempt <= votingAttempts; attempt++) {
    const seen = await votable(by, id);
    requireVotable(by, seen, value);
    const score = seen.own === value ? seen.score : await swapVote(by, id, seen.own, value);
    if (score !== null) return { score, value, articleSlug: seen.articleSlug };
  }
  throw new AppError("conflict", t("comments.fault.voteFast"));
}

function requireVotable(by: Member, comment: Votable, value: Vote): void {
  if (isOwn(by, comment)) throw new AppError("forbidden", t("comments.fault.voteOwn"));
  if (!isShown(comment)) throw notFound();
  if (!canVote(by, comment)) throw new AppError("conflict", t("comments.fault.voteGone"));
  if (!takesVote(comment.voting, value)) throw new AppError("forbidden", t("comments.fault.voteDown"));
}

/**
 * Puts `to` in the place of the vote `from` that was seen, with the counters, in one statement.
 * Null if another request of the same reader came between: then nothing is changed. So no lock is held over a round trip.
 */
async function swapVote(by: Member, id: string, from: Vote, to: Vote): Promise<number | null> {
  const mine = Prisma.sql`"commentId" = ${id}::uuid AND "accountId" = ${by.id}::uuid AND value = ${from}::smallint`;
  const swap =
    from === 0
      ? Prisma.sql`INSERT INTO votes ("commentId", "accountId", value, at)
          VALUES (${id}::uuid, ${by.id}::uuid, ${to}::smallint, ${when(by)}::timestamptz) ON CONFLICT DO NOTHING`
      : to === 0
        ? Prisma.sql`DELETE FROM votes WHERE ${mine}`
        : Prisma.sql`UPDATE votes SET value = ${to}::smallint, at = ${when(by)}::timestamptz WHERE ${mine}`;
  const ups = Number(to === 1) - Number(from === 1);
  const downs = Number(to === -1) - Number(from === -1);
  const [counted] = await db.$queryRaw<{ score: number }[]>`
    WITH swapped AS (${swap} RETURNING 1)
    UPDATE comments SET ups = ups + ${ups}::int, downs = downs + ${downs}::int, score = score + ${ups - downs}::int
    FROM swapped WHERE comments.id = ${id}::uuid RETURNING comments.score`;
  return counted?.score ?? null;
}
