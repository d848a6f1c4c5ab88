import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ArticleView } from "@/components/articles/article-view";
import { BeforeYouAnswer } from "@/components/articles/before-you-answer";
import { articleData, JsonLd } from "@/components/articles/json-ld";
import { commentsLd } from "@/components/comments/comments-ld";
import { Thread } from "@/components/comments/thread";
import { type Asked, asked } from "@/components/layout/address";
import { pageMetadata } from "@/components/layout/metadata";
import { MissingPage, missingMetadata } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { site } from "@/components/layout/site";
import { articleBySlug, slugMovedTo } from "@/lib/articles/queries";
import { pageSort, sorts } from "@/lib/comments/limits";
import { threadOnAPage } from "@/lib/comments/queries";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";

const wanted = cache(async (params: Promise<{ slug: string }>) => articleBySlug((await params).slug));

interface ArticleProps {
  params: Promise<{ slug: string }>;
  searchParams: Asked;
}

export async function generateMetadata({ params }: ArticleProps): Promise<Metadata> {
  const article = await wanted(params);
  if (!article) return missingMetadata;
  const { title, standfirst, picture, publishedAt, correctedAt, authors, tags, section } = article;
  return {
    ...(await pageMetadata({
      title,
      description: standfirst,
      path: article.url,
      feed: { url: `${article.url}/comments.xml`, title: t("notifications.feed.thread", { title }) },
      openGraph: {
        type: "article",
        publishedTime: publishedAt?.toISOString(),
        modifiedTime: (correctedAt ?? publishedAt)?.toISOString(),
        authors: authors.map(({ name }) => name),
        section,
        tags: tags.map(({ name }) => name),
        images: picture ? [{ url: picture.url, alt: picture.alt }] : undefined,
      },
    })),
    authors: authors.map(({ name, handle }) => ({ name, url: `/authors/${handle}` })),
    twitter: { card: picture ? "summary_large_image" : "summary" },
  };
}

export default async function ArticlePage({ params, searchParams }: ArticleProps) {
  const [article, { name }] = await Promise.all([wanted(params), site()]);
  if (!article) {
    const slug = await slugMovedTo((await params).slug);
    if (slug) permanentRedirect(`/articles/${slug}`);
    return <MissingPage />;
  }
  const cursor = await asked(searchParams, "cursor");
  const wantedSort = await asked(searchParams, "sort");
  const sort = sorts.find((name) => name === wantedSort) ?? pageSort;
  const thread = await unlessUnreadable(threadOnAPage(article.id, { sort, cursor }));
  if (!thread) return <MissingPage />;
  return (
    <Page>
      <ArticleView article={article} />
      <div className="answers" dir={directionOf(article.lang)}>
        <Thread article={article} thread={thread} sort={sort} cursor={cursor} />
        <BeforeYouAnswer />
      </div>
      <JsonLd data={articleData(article, name, commentsLd(thread))} />
    </Page>
  );
}
