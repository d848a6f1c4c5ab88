import { z } from "zod";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, Prisma } from "@/lib/db";
import type { PublicEntry } from "@/lib/moderation/schema";

const list = "log";
const keys = z.tuple([z.int().min(0)]);

interface Row extends Omit<PublicEntry, "at" | "article"> {
  at: Date;
  slug: string | null;
  title: string | null;
  lang: string | null;
}

/** What was done, newest first, as everybody may know it: in which role, why, under which piece; no name, no note. Throws `unreadable` for a foreign cursor. */
export async function publicLog({
  cursor,
  limit,
}: {
  cursor?: string | undefined;
  limit: number;
}): Promise<Page<PublicEntry>> {
  const before = cursor ? Prisma.sql`l.seq < ${decodeCursor(list, cursor, keys)[0]}::bigint` : Prisma.sql`true`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT l.seq::int AS seq, e.at, e.type, l.entry::jsonb->>'actorRole' AS role, e.data->>'action' AS action, e.data->>'reason' AS reason,
      CASE WHEN e.type = 'account.sanctioned' THEN e.data->>'kind' END AS kind, e.data->>'outcome' AS outcome,
      CASE WHEN e.type = 'comment.held' THEN e.data->>'by' END AS machine, coalesce((e.data->>'withoutAccount')::boolean, false) AS "withoutAccount",
      e.data->>'before' AS before, e.data->>'after' AS after, l.hash, a.slug, a.title, a.lang
    FROM log_entries l JOIN events e ON e.id = l."eventId"
    LEFT JOIN comments c ON c.id = e.subject LEFT JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
    WHERE ${before} ORDER BY l.seq DESC LIMIT ${limit + 1}::int`;
  const { items, nextCursor } = page(list, rows, limit, ({ seq }) => [seq]);
  return { items: items.map(entryOf), nextCursor };
}

function entryOf({ slug, title, lang, at, ...entry }: Row): PublicEntry {
  const article = slug !== null && title !== null && lang !== null ? { slug, title, lang } : null;
  return { ...entry, at: at.toISOString(), article };
}
