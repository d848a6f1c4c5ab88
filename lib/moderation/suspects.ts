import { z } from "zod";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, Prisma } from "@/lib/db";

const keys = z.tuple([z.number(), z.uuid()]);

interface Suspect {
  id: string;
  score: number;
}

/** What waits and fits `where` (`c` is the comment), the most suspicious first, by ids. What the helper has not scored yet comes within a minute. Throws `unreadable` for a foreign cursor. */
export async function suspects({
  list: name,
  where,
  cursor,
  limit,
}: {
  list: string;
  where: Prisma.Sql;
  cursor?: string | undefined;
  limit: number;
}): Promise<Page<Suspect>> {
  const list = `${name}:score`;
  const past = cursor ? decodeCursor(list, cursor, keys) : null;
  const beyond = past ? Prisma.sql`AND (s.score, s."commentId") < (${past[0]}::real, ${past[1]}::uuid)` : Prisma.empty;
  const rows = await db.$queryRaw<Suspect[]>`
    SELECT s."commentId"::text AS id, s.score FROM learned_scores s
    JOIN comments c ON c.id = s."commentId"
    WHERE ${where} ${beyond}
    ORDER BY s.score DESC, s."commentId" DESC LIMIT ${limit + 1}::int`;
  return page(list, rows, limit, ({ score, id }) => [score, id]);
}
