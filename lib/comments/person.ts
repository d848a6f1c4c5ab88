import { z } from "zod";
import { avatarUrl } from "@/lib/accounts/avatar";
import { handleMovedTo } from "@/lib/accounts/queries";
import { handleSchema } from "@/lib/accounts/schema";
import { type Comment, toComment, toOutput } from "@/lib/comments/comment";
import { rowsWhere } from "@/lib/comments/comment-rows";
import { cursorAfter, keysetIn } from "@/lib/comments/keyset";
import { commentOutput } from "@/lib/comments/schema";
import type { Page } from "@/lib/cursor";
import { db, Prisma } from "@/lib/db";
import { showed } from "@/lib/document";
import type { AccountStatus, Role } from "@/prisma/generated/enums";

/** Somebody as everybody may know them. Counts are of what everybody can read now. */
export interface Person {
  id: string;
  handle: string;
  name: string;
  bio: string;
  avatarUrl: string | null;
  role: Role;
  status: AccountStatus;
  createdAt: Date;
  commentCount: number;
  articleCount: number;
}

export const personOutput = z.object({
  handle: z.string(),
  name: z.string(),
  bio: z.string(),
  avatarUrl: z.string().nullable(),
  role: z.string(),
  since: z.iso.datetime(),
  commentCount: z.int(),
  articleCount: z.int(),
});

/** The person as the API tells of them. */
export function toPersonOutput({
  id: _id,
  status: _status,
  createdAt,
  ...person
}: Person): z.infer<typeof personOutput> {
  return { ...person, since: createdAt.toISOString() };
}

/**
 * Whoever has that handle, or null: a closed account has a page only where its comments stand under its name. Of somebody banned
 * neither words nor portrait are told. Notes what it shows.
 */
export async function personByHandle(handle: string): Promise<Person | null> {
  if (!handleSchema.safeParse(handle).success) return null;
  const [row] = await db.$queryRaw<(Omit<Person, "avatarUrl"> & { avatar: string | null })[]>`
    SELECT a.id::text AS id, a.handle, a.name, a.bio, a.avatar, a.role::text AS role, a.status::text AS status, a."createdAt",
      (SELECT count(*)::int FROM comments c JOIN articles of ON of.id = c."articleId" AND of.status = 'published'
        WHERE c."authorId" = a.id AND c.status = 'published') AS "commentCount",
      (SELECT count(*)::int FROM article_authors w JOIN articles of ON of.id = w."articleId" AND of.status = 'published'
        WHERE w."accountId" = a.id) AS "articleCount"
    FROM accounts a WHERE a.handle = ${handle.toLowerCase()}
      AND NOT EXISTS (SELECT 1 FROM closings closing WHERE closing."accountId" = a.id AND closing.comments <> 'keep')`;
  if (!row || (row.status === "closed" && row.commentCount + row.articleCount === 0)) return null;
  const { avatar, ...person } = row;
  showed(`person:${person.id}`, `writer:${person.id}`, "articles");
  const quiet = person.status === "banned" || person.status === "closed";
  return { ...person, bio: quiet ? "" : person.bio, avatarUrl: quiet ? null : avatarUrl(avatar) };
}

/** The handle that somebody has now who gave up this one, if they have a page; else null. */
export async function personMovedTo(handle: string): Promise<string | null> {
  const moved = handleSchema.safeParse(handle).success ? await handleMovedTo(handle.toLowerCase()) : null;
  return moved !== null && (await personByHandle(moved)) ? moved : null;
}

export interface Said extends Comment {
  articleTitle: string;
  articleLang: string;
}
const saidOutput = commentOutput.extend({ articleTitle: z.string() });
export const saidsOutput = z.object({ items: z.array(saidOutput), nextCursor: z.string().nullable() });

/** A page of what somebody wrote that everybody can read, newest first; nothing of somebody banned. Throws `unreadable` for a foreign cursor. */
export async function saidBy(
  { id, status }: Pick<Person, "id" | "status">,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<Said>> {
  const list = `person:${id}`;
  const keyset = keysetIn(list, "newest", cursor);
  if (status === "banned") return { items: [], nextCursor: null };
  const before = keyset
    ? Prisma.sql`(c."createdAt", c.id) < (${keyset.at}::timestamptz, ${keyset.id}::uuid)`
    : Prisma.sql`true`;
  const rows = await rowsWhere(Prisma.sql`c."authorId" = ${id}::uuid AND c.status = 'published' AND ${before}`, {
    limit: limit + 1,
    inFull: false,
  });
  const items = await titled(rows.slice(0, limit).map(toComment));
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? cursorAfter(list, "newest", last) : null };
}

async function titled(comments: readonly Comment[]): Promise<Said[]> {
  const articles = await db.article.findMany({
    where: { id: { in: [...new Set(comments.map(({ articleId }) => articleId))] } },
    select: { id: true, title: true, lang: true },
  });
  showed(...articles.map(({ id }) => `article:${id}`));
  return comments.flatMap((comment) => {
    const article = articles.find(({ id }) => id === comment.articleId);
    return article ? [{ ...comment, articleTitle: article.title, articleLang: article.lang }] : [];
  });
}

/** What somebody said as the API gives it. */
export function toSaidOutput({ articleTitle, articleLang: _lang, ...comment }: Said): z.infer<typeof saidOutput> {
  return { ...toOutput(comment), articleTitle };
}
