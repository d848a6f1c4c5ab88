import type { Author } from "@/lib/actor";
import { lastSave } from "@/lib/articles/desk";
import { canEdit } from "@/lib/articles/policy";
import { db, type Prisma } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { t } from "@/lib/messages";

const loadedSelect = {
  id: true,
  slug: true,
  status: true,
  lang: true,
  title: true,
  standfirst: true,
  body: true,
  revision: true,
  publishedAt: true,
  authors: { orderBy: { position: "asc" }, select: { accountId: true } },
} as const satisfies Prisma.ArticleSelect;

export type Loaded = Prisma.ArticleGetPayload<{ select: typeof loadedSelect }>;

/** The article as a mutation needs it, locked until the ambient transaction ends, or null. */
export async function load(id: string): Promise<Loaded | null> {
  await db.$queryRaw`SELECT 1 AS locked FROM articles WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return db.article.findUnique({ where: { id }, select: loadedSelect });
}

/** As `load`. Throws `not_found` for an article that is not there or not theirs to change, alike. */
export async function loadForChange(by: Author, id: string): Promise<Loaded> {
  const article = await load(id);
  if (article && canEdit(by, article)) return article;
  throw notFound();
}

/** `conflict`, with the words that somebody else saved meanwhile. */
export async function conflictWith(article: Loaded): Promise<AppError> {
  const { revision, title, standfirst, body } = article;
  const saved = await lastSave(article.id, revision);
  return new AppError("conflict", t("articles.fault.overtaken"), {
    errors: [{ path: "revision", message: t("articles.fault.newest", { revision }) }],
    members: {
      current: {
        revision,
        title,
        standfirst,
        body,
        savedBy: saved?.by ?? null,
        savedAt: saved?.at.toISOString() ?? null,
      },
    },
  });
}
