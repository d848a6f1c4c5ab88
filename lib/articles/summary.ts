import type { z } from "zod";
import { avatarUrl } from "@/lib/accounts/avatar";
import { commentsOpen } from "@/lib/articles/policy";
import type { articleOutput, articleSummaryOutput, deskArticleOutput, deskSummaryOutput } from "@/lib/articles/schema";
import type { Prisma } from "@/lib/db";
import { siteUrl } from "@/lib/env";

/** What lists of articles read of each; never its words. */
export const summarySelect = {
  id: true,
  slug: true,
  status: true,
  lang: true,
  title: true,
  standfirst: true,
  section: true,
  pictureUrl: true,
  pictureAlt: true,
  pictureCaption: true,
  pictureCredit: true,
  publishedAt: true,
  correctedAt: true,
  updatedAt: true,
  revision: true,
  wordCount: true,
  commentCount: true,
  commentPolicy: true,
  authors: {
    orderBy: { position: "asc" },
    select: { account: { select: { id: true, handle: true, name: true, avatar: true, bio: true } } },
  },
  tags: { orderBy: { position: "asc" }, select: { tag: { select: { slug: true, name: true } } } },
} as const satisfies Prisma.ArticleSelect;

export const fullSelect = { ...summarySelect, body: true, html: true } as const satisfies Prisma.ArticleSelect;

type SummaryRow = Prisma.ArticleGetPayload<{ select: typeof summarySelect }>;
type FullRow = Prisma.ArticleGetPayload<{ select: typeof fullSelect }>;

/** Words a minute of people who read an essay (Brysbaert 2019: 238, non-fiction in English). */
const readingSpeed = 238;

export type ArticleSummary = ReturnType<typeof toSummary>;
export type FullArticle = ReturnType<typeof toFull>;

/** An article as screens want it: dates as `Date`s, addresses of pictures ready. */
export function toSummary(row: SummaryRow) {
  const {
    pictureUrl: url,
    pictureAlt: alt,
    pictureCaption: caption,
    pictureCredit: credit,
    authors,
    tags,
    ...rest
  } = row;
  return {
    ...rest,
    picture: url === null ? null : { url, alt, caption, credit },
    authors: authors.map(({ account: { avatar, ...person } }) => ({ ...person, avatarUrl: avatarUrl(avatar) })),
    tags: tags.map(({ tag }) => tag),
    commentsOpen: commentsOpen(row),
    readingMinutes: Math.max(1, Math.round(row.wordCount / readingSpeed)),
    url: `/articles/${row.slug}`,
  };
}

export function toFull(row: FullRow) {
  const { body, html, ...summary } = row;
  return { ...toSummary(summary), body, html, canonicalUrl: `${siteUrl()}/articles/${row.slug}` };
}

/** The moment that feeds and readers count as its last change: the last one of words that were public. */
export function lastChange(article: Pick<ArticleSummary, "publishedAt" | "correctedAt" | "updatedAt">): Date {
  return article.correctedAt ?? article.publishedAt ?? article.updatedAt;
}

/** An article as lists of the API have it. */
export function summaryBody(article: ArticleSummary): z.infer<typeof articleSummaryOutput> {
  const { id, slug, lang, title, standfirst, section, picture, tags, commentCount, commentPolicy } = article;
  return {
    ...{ id, slug, lang, title, standfirst, section, picture },
    publishedAt: article.publishedAt?.toISOString() ?? null,
    updatedAt: lastChange(article).toISOString(),
    authors: article.authors.map(({ handle, name, avatarUrl }) => ({ handle, name, avatarUrl })),
    ...{ tags, commentCount, commentPolicy },
    commentsOpen: article.commentsOpen,
  };
}

/** One article, whole, as the API has it. */
export function articleBody(article: FullArticle): z.infer<typeof articleOutput> {
  const { body, html, wordCount, canonicalUrl } = article;
  return { ...summaryBody(article), body, html, wordCount, canonicalUrl };
}

export function deskSummaryBody(article: ArticleSummary): z.infer<typeof deskSummaryOutput> {
  const { status, revision, wordCount } = article;
  return { ...summaryBody(article), updatedAt: article.updatedAt.toISOString(), status, revision, wordCount };
}

export function deskArticleBody(article: FullArticle): z.infer<typeof deskArticleOutput> {
  const { status, revision } = article;
  return { ...articleBody(article), updatedAt: article.updatedAt.toISOString(), status, revision };
}
