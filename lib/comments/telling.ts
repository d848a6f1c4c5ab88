import { type Viewer, when } from "@/lib/actor";
import { after, second } from "@/lib/clock";
import { toldAfter } from "@/lib/comments/limits";
import { Prisma } from "@/lib/db";
import { enqueue } from "@/lib/jobs";

/** Seed and imports pass their clock in: what they write is history, and tells nobody. */
const isHistory = (by: Viewer) => by.at !== undefined;

const toldAt = (at: Date) => after(at, toldAfter * second);

interface Published {
  id: string;
  articleId: string;
  parentId: string | null;
  /** Whether its words name anybody. */
  names: boolean;
  at: Date;
}

/**
 * A part of the statement that posts a comment: enqueues telling of it, if `published` (a CTE) has a row and there may be somebody to tell:
 * the writer of what it answers, somebody named, a follower of the discussion or of its writer. To nobody's ears it costs two looks into
 * an index. Told only once the seconds are over in which it can be taken back; who is to hear of it is asked then.
 */
export function telling(
  by: Viewer,
  { id, articleId, parentId, names, at }: Published,
  published: Prisma.Sql,
): Prisma.Sql {
  if (isHistory(by)) return Prisma.sql`SELECT 1 WHERE false`;
  return Prisma.sql`
    SELECT graphile_worker.add_job('tell_of_comment', ${JSON.stringify({ commentId: id, at })}::json, run_at => ${toldAt(at)}::timestamptz)
    FROM ${published}
    WHERE ${names}::boolean
      OR EXISTS (SELECT 1 FROM comments answered WHERE answered.id = ${parentId}::uuid AND answered."authorId" <> ${by.id}::uuid)
      OR EXISTS (SELECT 1 FROM thread_follows f WHERE f."articleId" = ${articleId}::uuid AND f."accountId" <> ${by.id}::uuid)
      OR EXISTS (SELECT 1 FROM person_follows f WHERE f."personId" = ${by.id}::uuid)`;
}

/** Enqueues telling those whom changed words name; who was told of the comment before is not told again. */
export async function tellNamed(by: Viewer, commentId: string): Promise<void> {
  const at = when(by);
  if (!isHistory(by))
    await enqueue("tell_of_comment", { commentId, at: at.toISOString(), onlyNamed: true }, { runAt: toldAt(at) });
}

/**
 * Enqueues telling of a comment that can be read again, since it may have been taken away just when it was to be told. Whoever was told of it before
 * is not told again, nor is whoever began to follow since.
 */
export async function tellAgain(commentId: string, at: Date, runAt = toldAt(at)): Promise<void> {
  await enqueue("tell_of_comment", { commentId, at: at.toISOString(), again: true }, { runAt });
}

/** Enqueues telling the writer that their comment was picked out, unless it is taken back at once. */
export async function tellOfPick(by: Viewer, commentId: string): Promise<void> {
  if (!isHistory(by))
    await enqueue("tell_of_pick", { commentId }, { runAt: toldAt(when(by)), key: `pick:${commentId}` });
}
