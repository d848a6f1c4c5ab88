import { db } from "@/lib/db";
import { notFound } from "@/lib/errors";
import type { CommentPolicy, CommentStatus } from "@/prisma/generated/enums";

/** A comment that its writer or a voter is about to change, locked until the transaction ends. */
export interface Loaded {
  id: string;
  articleId: string;
  articleSlug: string;
  parentId: string | null;
  authorId: string | null;
  body: string;
  html: string;
  revision: number;
  status: CommentStatus;
  replyCount: number;
  createdAt: Date;
  editedAt: Date | null;
  commentPolicy: CommentPolicy;
  /** The writer's published comments. */
  published: number;
}

/** Locks the comment first, before whatever else its change touches. Throws `not_found`, also under an article that is not published. */
export async function loadForChange(id: string): Promise<Loaded> {
  const [comment] = await db.$queryRaw<Loaded[]>`
    SELECT c.id::text AS id, c."articleId"::text AS "articleId", a.slug AS "articleSlug", c."parentId"::text AS "parentId",
      c."authorId"::text AS "authorId", c.body, c.html, c.revision, c.status::text AS status, c."replyCount", c."createdAt", c."editedAt",
      a."commentPolicy"::text AS "commentPolicy",
      coalesce((SELECT "publishedCount" FROM accounts WHERE id = c."authorId"), 0) AS published
    FROM comments c JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
    WHERE c.id = ${id}::uuid
    FOR NO KEY UPDATE OF c`;
  if (!comment) throw notFound();
  return comment;
}

/** A comment that an author or an editor may choose to stand out, with whose article it answers. */
export interface Choosable {
  articleId: string;
  articleSlug: string;
  authorId: string | null;
  depth: number;
  status: CommentStatus;
  replyCount: number;
  authors: { accountId: string }[];
}

/** Locks the comment: nobody takes it away meanwhile. Throws `not_found`, also under an article that is not published. */
export async function loadForChoice(id: string): Promise<Choosable> {
  const [comment] = await db.$queryRaw<Choosable[]>`
    SELECT c."articleId"::text AS "articleId", a.slug AS "articleSlug", c."authorId"::text AS "authorId", c.depth,
      c.status::text AS status, c."replyCount",
      (SELECT coalesce(json_agg(json_build_object('accountId', w."accountId")), '[]') FROM article_authors w WHERE w."articleId" = a.id) AS authors
    FROM comments c JOIN articles a ON a.id = c."articleId" AND a.status = 'published'
    WHERE c.id = ${id}::uuid
    FOR SHARE OF c`;
  if (!comment) throw notFound();
  return comment;
}
