import { z } from "zod";
import { type Author, isEditor, type Viewer } from "@/lib/actor";
import { canEdit } from "@/lib/articles/policy";
import {
  type ArticleSummary,
  type FullArticle,
  fullSelect,
  summarySelect,
  toFull,
  toSummary,
} from "@/lib/articles/summary";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { idSchema } from "@/lib/ids";
import type { ArticleStatus } from "@/prisma/generated/enums";

const byTime = z.tuple([z.iso.datetime(), z.uuid()]);

/** Editors see every article, authors those that name them. */
function seenBy(viewer: Viewer): Prisma.ArticleWhereInput {
  return isEditor(viewer) ? {} : { authors: { some: { accountId: viewer.id } } };
}

/** A page of the articles that the viewer may change, last changed first; of one status, or of all. */
export async function deskArticles(
  viewer: Author,
  status?: ArticleStatus,
  cursor?: string,
  limit = 20,
): Promise<Page<ArticleSummary>> {
  const list = `desk:${viewer.id}:${status ?? ""}`;
  const from = cursor === undefined ? null : decodeCursor(list, cursor, byTime);
  const after = from && { OR: [{ updatedAt: { lt: from[0] } }, { updatedAt: from[0], id: { lt: from[1] } }] };
  const rows = await db.article.findMany({
    where: { AND: [seenBy(viewer), status ? { status } : {}, after ?? {}] },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: summarySelect,
    relationLoadStrategy: "join",
  });
  const found = page(list, rows, limit, (row) => [row.updatedAt.toISOString(), row.id]);
  return { items: found.items.map(toSummary), nextCursor: found.nextCursor };
}

const deskStatuses = ["draft", "scheduled", "published", "archived"] as const satisfies ArticleStatus[];

export type DeskGroup = Page<ArticleSummary> & { status: ArticleStatus; count: number };

/** The desk at a glance: of each status the articles changed last, and how many there are. */
export async function deskGroups(viewer: Author, shown = 8): Promise<DeskGroup[]> {
  const counts = await deskCounts(viewer);
  return Promise.all(
    deskStatuses.map(async (status) => ({
      status,
      count: counts[status],
      ...(await deskArticles(viewer, status, undefined, shown)),
    })),
  );
}

/** All articles of one status, page by page; from the first page where the cursor is none of this list. */
export async function deskStatusPage(viewer: Author, status: ArticleStatus, cursor?: string): Promise<DeskGroup> {
  const [counts, found] = await Promise.all([
    deskCounts(viewer),
    deskArticles(viewer, status, cursor).catch((thrown: unknown) => {
      if (thrown instanceof AppError && thrown.code === "unreadable") return deskArticles(viewer, status);
      throw thrown;
    }),
  ]);
  return { status, count: counts[status], ...found };
}

/** How many articles of each status the viewer may change. */
async function deskCounts(viewer: Author): Promise<Record<ArticleStatus, number>> {
  const groups = await db.article.groupBy({ by: ["status"], where: seenBy(viewer), _count: { id: true } });
  const counts: Record<ArticleStatus, number> = { draft: 0, scheduled: 0, published: 0, archived: 0 };
  for (const { status, _count } of groups) counts[status] = _count.id;
  return counts;
}

/** One article in full, or null where there is none or it is not the viewer's to change. */
export async function deskArticle(viewer: Author, id: string): Promise<FullArticle | null> {
  if (!idSchema.safeParse(id).success) return null;
  const row = await db.article.findUnique({ where: { id }, select: fullSelect, relationLoadStrategy: "join" });
  if (!row || !canEdit(viewer, { authors: row.authors.map(({ account }) => ({ accountId: account.id })) })) return null;
  return toFull(row);
}

/** Who saved the newest words, and when. */
export async function lastSave(articleId: string, revision: number): Promise<{ by: string | null; at: Date } | null> {
  const saved = await db.articleRevision.findUnique({
    where: { articleId_revision: { articleId, revision } },
    select: { savedById: true, savedAt: true },
  });
  if (!saved) return null;
  const account = saved.savedById
    ? await db.account.findUnique({ where: { id: saved.savedById }, select: { name: true } })
    : null;
  return { by: account?.name ?? null, at: saved.savedAt };
}
