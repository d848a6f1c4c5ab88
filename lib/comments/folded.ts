import type { Comment } from "@/lib/comments/comment";
import { foldedLookedAt, foldedNamed } from "@/lib/comments/limits";
import { everyOne } from "@/lib/comments/thread";
import { db } from "@/lib/db";

/** Who is among the replies that a page folds: the first of them by name. */
export interface Folded {
  people: { id: string; name: string }[];
  /** How many more people; null where there are too many to count. */
  others: number | null;
}

interface Hidden {
  parentId: string;
  id: string;
  name: string;
}

/** Notes at each comment of these branches whose later replies are folded who wrote them. One statement, none where nothing is folded. */
export async function noteFolded(branches: readonly Comment[]): Promise<void> {
  const folding = everyOne(branches).filter(
    ({ replies, replyCount }) => replies.length > 0 && replyCount > replies.length,
  );
  if (folding.length === 0) return;
  const lasts = folding.map(({ replies }) => replies.at(-1)?.id ?? null);
  const hidden = await db.$queryRaw<Hidden[]>`
    SELECT p.id::text AS "parentId", writer.id::text AS id, writer.name
    FROM unnest(${folding.map(({ id }) => id)}::uuid[], ${lasts}::uuid[]) WITH ORDINALITY AS p (id, "lastId", place)
    JOIN comments last ON last.id = p."lastId"
    CROSS JOIN LATERAL (
      SELECT r."authorId", r.status, r."createdAt", r.id FROM comments r
      WHERE r."parentId" = p.id AND r.shown AND (r."createdAt", r.id) > (last."createdAt", last.id)
      ORDER BY r."createdAt", r.id LIMIT ${foldedLookedAt}::int
    ) reply
    JOIN accounts writer ON writer.id = reply."authorId" AND reply.status = 'published'
    ORDER BY p.place, reply."createdAt", reply.id`;
  for (const comment of folding) {
    const writers = new Map(hidden.filter(({ parentId }) => parentId === comment.id).map(({ id, name }) => [id, name]));
    const people = [...writers].slice(0, foldedNamed).map(([id, name]) => ({ id, name }));
    const all = comment.replyCount - comment.replies.length <= foldedLookedAt;
    if (people.length > 0) comment.folded = { people, others: all ? writers.size - people.length : null };
  }
}
