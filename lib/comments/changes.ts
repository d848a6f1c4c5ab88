import { db, Prisma } from "@/lib/db";

/** What open pages are told of a comment that readers see. */
interface ShownComment {
  id: string;
  parentId: string | null;
  state: "published" | "tombstone";
  score: number;
  replyCount: number;
}

/** A thread at this moment, and those of the comments asked for that readers see. */
export interface ThreadState {
  articleId: string;
  slug: string;
  published: boolean;
  /** Published comments under the article. */
  count: number;
  comments: ShownComment[];
}

const state = (which: Prisma.Sql, ids: readonly string[]) => db.$queryRaw<ThreadState[]>`
  SELECT a.id::text AS "articleId", a.slug, a.status = 'published' AS published, a."commentCount" AS count, (
    SELECT coalesce(json_agg(json_build_object('id', c.id, 'parentId', c."parentId", 'score', c.score, 'replyCount', c."replyCount",
      'state', CASE WHEN c.status = 'published' THEN 'published' ELSE 'tombstone' END)), '[]')
    FROM comments c WHERE c.id = ANY(${ids}::uuid[]) AND c."articleId" = a.id AND c.shown
  ) AS comments
  FROM articles a WHERE ${which}`;

/** The state of an article's thread and of these comments of it, in one statement. Null where there is no such article. */
export async function threadState(articleId: string, ids: readonly string[]): Promise<ThreadState | null> {
  const [found] = await state(Prisma.sql`a.id = ${articleId}::uuid`, ids);
  return found ?? null;
}

/** The state of the thread under the published article of that slug, or null. */
export async function threadStateAt(slug: string): Promise<ThreadState | null> {
  const [found] = await state(Prisma.sql`a.slug = ${slug} AND a.status = 'published'`, []);
  return found ?? null;
}
