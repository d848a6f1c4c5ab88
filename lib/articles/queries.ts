import { z } from "zod";
import { avatarUrl } from "@/lib/accounts/avatar";
import { handleMovedTo } from "@/lib/accounts/queries";
import type { PublicAddresses } from "@/lib/articles/feeds";
import {
  type ArticleSummary,
  type FullArticle,
  fullSelect,
  summarySelect,
  toFull,
  toSummary,
} from "@/lib/articles/summary";
import { now } from "@/lib/clock";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, type Prisma } from "@/lib/db";
import { changesAt, showed } from "@/lib/document";

export { deskArticle, deskArticles } from "@/lib/articles/desk";
export { searchArticles } from "@/lib/articles/search";

const perPage = 20;
const byTime = z.tuple([z.iso.datetime(), z.uuid()]);

const newestFirst = [{ publishedAt: "desc" }, { id: "desc" }] satisfies Prisma.ArticleOrderByWithRelationInput[];

/** Notes the tags of what a page shows; see lib/document.ts. */
function showedArticles(articles: readonly ArticleSummary[]): void {
  for (const article of articles) {
    showed(`article:${article.id}`, ...article.authors.map(({ id }) => `person:${id}`));
    showed(...article.tags.map(({ slug }) => `tag:${slug}`));
  }
}

async function published(
  list: string,
  where: Prisma.ArticleWhereInput,
  cursor: string | undefined,
  limit: number,
): Promise<Page<ArticleSummary>> {
  const from = cursor === undefined ? null : decodeCursor(list, cursor, byTime);
  const after = from && { OR: [{ publishedAt: { lt: from[0] } }, { publishedAt: from[0], id: { lt: from[1] } }] };
  const rows = await db.article.findMany({
    where: { AND: [{ status: "published" }, where, after ?? {}] },
    orderBy: newestFirst,
    take: limit + 1,
    select: summarySelect,
    relationLoadStrategy: "join",
  });
  const found = page(list, rows, limit, (row) => [row.publishedAt?.toISOString() ?? "", row.id]);
  const items = found.items.map(toSummary);
  showed("articles");
  showedArticles(items);
  await boundByNextScheduled();
  return { items, nextCursor: found.nextCursor };
}

/** When the next scheduled article is due, or null: until then no list of articles changes by itself. */
export async function nextScheduled(): Promise<Date | null> {
  const next = await db.article.findFirst({
    where: { status: "scheduled", publishedAt: { gt: now() } },
    orderBy: { publishedAt: "asc" },
    select: { publishedAt: true },
  });
  return next?.publishedAt ?? null;
}

async function boundByNextScheduled(): Promise<void> {
  const next = await nextScheduled();
  if (next) changesAt(next);
}

/** Published articles, newest first, and the sections that have any, fullest first. Notes what it shows. */
export async function frontPage(cursor?: string): Promise<Page<ArticleSummary> & { sections: string[] }> {
  const [articles, sections] = await Promise.all([published("front", {}, cursor, perPage), sectionNames()]);
  return { ...articles, sections };
}

async function sectionNames(): Promise<string[]> {
  const groups = await db.article.groupBy({
    by: ["section"],
    where: { status: "published", section: { not: "" } },
    _count: { id: true },
    orderBy: [{ _count: { id: "desc" } }, { section: "asc" }],
    take: 12,
  });
  return groups.map(({ section }) => section);
}

/** A page of published articles, newest first, of one tag (its slug), one author (a handle), one section, all or none of them. Throws `unreadable` for a foreign cursor. */
export async function articlesPage(wanted: {
  tag?: string;
  author?: string;
  section?: string;
  cursor?: string;
  limit?: number;
}): Promise<Page<ArticleSummary>> {
  const { tag, author, section, cursor, limit = perPage } = wanted;
  return published(
    `articles:${tag ?? ""}:${author ?? ""}${section === undefined ? "" : `:${section}`}`,
    {
      ...(section !== undefined && { section }),
      ...(tag !== undefined && { tags: { some: { tag: { slug: tag } } } }),
      ...(author !== undefined && { authors: { some: { account: { handle: author } } } }),
    },
    cursor,
    limit,
  );
}

/** The articles whose words changed after they were published, last corrected first; at most 50. Notes what it shows. */
export async function correctedArticles(): Promise<ArticleSummary[]> {
  const rows = await db.article.findMany({
    where: { status: "published", correctedAt: { not: null } },
    orderBy: [{ correctedAt: "desc" }, { id: "desc" }],
    take: 50,
    select: summarySelect,
    relationLoadStrategy: "join",
  });
  const articles = rows.map(toSummary);
  showed("articles");
  showedArticles(articles);
  return articles;
}

/** The published article of that address in full, or null. Notes what it shows. */
export async function articleBySlug(slug: string): Promise<FullArticle | null> {
  const row = await db.article.findFirst({
    where: { slug, status: "published" },
    select: fullSelect,
    relationLoadStrategy: "join",
  });
  if (!row) return null;
  const article = toFull(row);
  showedArticles([article]);
  return article;
}

/** The address that the published article which once had `slug` has now, or null. */
export async function slugMovedTo(slug: string): Promise<string | null> {
  const old = await db.oldSlug.findFirst({
    where: { slug, article: { status: "published" } },
    select: { article: { select: { slug: true } } },
  });
  return old?.article.slug ?? null;
}

const profileSelect = { id: true, handle: true, name: true, bio: true, avatar: true, role: true } as const;

/** Somebody who writes here: by role, or by a published article. */
const writes: Prisma.AccountWhereInput = {
  OR: [
    { role: { in: ["author", "editor", "admin"] }, status: { not: "banned" } },
    { articles: { some: { article: { status: "published" } } } },
  ],
};

type AuthorProfile = NonNullable<Awaited<ReturnType<typeof authorProfile>>>;

/** An author as everybody may know them, or null for anybody who does not write here. */
export async function authorProfile(handle: string) {
  const account = await db.account.findFirst({
    where: { AND: [{ handle: handle.toLowerCase() }, writes] },
    select: { ...profileSelect, _count: { select: { articles: { where: { article: { status: "published" } } } } } },
  });
  if (!account) return null;
  const { avatar, _count, ...person } = account;
  showed(`person:${person.id}`, "articles");
  return { ...person, avatarUrl: avatarUrl(avatar), articleCount: _count.articles };
}

/** The handle that the author who gave up `handle` has now, or null. */
export const authorMovedTo = (handle: string): Promise<string | null> => handleMovedTo(handle.toLowerCase(), writes);

/** An author with a page of what they published, or null. Ask `authorMovedTo` then. */
export async function authorPage(
  handle: string,
  cursor?: string,
): Promise<{ author: AuthorProfile; articles: Page<ArticleSummary> } | null> {
  const author = await authorProfile(handle);
  if (!author) return null;
  const where = { authors: { some: { accountId: author.id } } };
  return { author, articles: await published(`author:${author.id}`, where, cursor, perPage) };
}

/** Everybody with a published article, by name; at most 200. */
export async function listAuthors(): Promise<AuthorProfile[]> {
  const accounts = await db.account.findMany({
    where: { articles: { some: { article: { status: "published" } } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
    select: { ...profileSelect, _count: { select: { articles: { where: { article: { status: "published" } } } } } },
  });
  showed("articles", ...accounts.map(({ id }) => `person:${id}`));
  return accounts.map(({ avatar, _count, ...person }) => ({
    ...person,
    avatarUrl: avatarUrl(avatar),
    articleCount: _count.articles,
  }));
}

/** A tag with a page of its articles, or null where none is published. */
export async function tagPage(
  slug: string,
  cursor?: string,
): Promise<{ tag: { slug: string; name: string }; articles: Page<ArticleSummary> } | null> {
  const tag = await db.tag.findFirst({
    where: { slug, articles: { some: { article: { status: "published" } } } },
    select: { id: true, slug: true, name: true },
  });
  if (!tag) return null;
  showed(`tag:${tag.slug}`);
  const articles = await published(`tag:${tag.id}`, { tags: { some: { tagId: tag.id } } }, cursor, perPage);
  return { tag: { slug: tag.slug, name: tag.name }, articles };
}

/** The newest published articles with their words, for feeds. */
export async function newestInFull(): Promise<FullArticle[]> {
  const rows = await db.article.findMany({
    where: { status: "published" },
    orderBy: newestFirst,
    take: perPage,
    select: fullSelect,
    relationLoadStrategy: "join",
  });
  return rows.map(toFull);
}

/** Every public address, at most as many as a sitemap may hold. */
export async function publicAddresses(): Promise<PublicAddresses> {
  const published = { some: { article: { status: "published" as const } } };
  const [articles, authors, tags] = await Promise.all([
    db.article.findMany({
      where: { status: "published" },
      orderBy: newestFirst,
      take: 40_000,
      select: { slug: true, publishedAt: true, correctedAt: true, updatedAt: true },
    }),
    db.account.findMany({ where: { articles: published }, take: 5_000, select: { handle: true } }),
    db.tag.findMany({ where: { articles: published }, take: 4_000, select: { slug: true } }),
  ]);
  return { articles, authors: authors.map(({ handle }) => handle), tags: tags.map(({ slug }) => slug) };
}
