import { z } from "zod";
import { differences, type Stretch } from "@/lib/articles/differences";
import { changesShown } from "@/lib/comments/limits";
import { commentById, threadOf } from "@/lib/comments/queries";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { db } from "@/lib/db";
import { notFound } from "@/lib/errors";

/** One change of published words. */
export interface Change {
  revision: number;
  /** When the words after it were written. */
  at: Date;
  stretches: Stretch[];
}

/** Words that may differ before two versions are compared by lines, or set side by side: a page shows ten, in some 20 ms each. */
const patience = { maxEditLength: 500 };
const revisionKey = z.tuple([z.int().min(1).max(1_000_000)]);

/**
 * What changed in a published comment since readers first saw it, the newest change first, ten a page: words that waited for a moderator or
 * were refused are no part of it. Throws `not_found` for a comment that is not published, `unreadable` for a foreign cursor.
 */
export async function historyOf(id: string, cursor?: string) {
  const comment = await commentById(id, null);
  if (comment.status !== "published") throw notFound();
  const list = `history:${id}`;
  const [below] = cursor === undefined ? [comment.revision] : decodeCursor(list, cursor, revisionKey);
  const [older, article] = await Promise.all([
    db.commentRevision.findMany({
      where: { commentId: id, status: "published", revision: { lt: below } },
      orderBy: { revision: "desc" },
      take: changesShown + (cursor === undefined ? 1 : 2),
      select: { revision: true, body: true, writtenAt: true },
    }),
    threadOf(comment.articleSlug),
  ]);
  const now = {
    revision: comment.revision,
    body: comment.body ?? "",
    writtenAt: comment.editedAt ?? comment.createdAt,
  };
  const versions = cursor === undefined ? [now, ...older] : older;
  const changes = versions.slice(0, changesShown).flatMap((after, place): Change[] => {
    const before = versions[place + 1];
    if (!before) return [];
    const stretches = differences(before.body, after.body, patience);
    return [{ revision: after.revision, at: after.writtenAt, stretches }];
  });
  const last = versions[changesShown];
  const more = versions.length > changesShown + 1;
  return { comment, article, changes, nextCursor: more && last ? encodeCursor(list, [last.revision + 1]) : null };
}
