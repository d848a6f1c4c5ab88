import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ArticleView } from "@/components/articles/article-view";
import { articleData, JsonLd } from "@/components/articles/json-ld";
import { MissingPage, missingMetadata } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { site } from "@/components/layout/site";
import { articleBySlug, slugMovedTo } from "@/lib/articles/queries";

const wanted = cache(async (params: Promise<{ slug: string }>) => articleBySlug((await params).slug));

export async function generateMetadata({ params }: { params: Promise<{ slug: string }> }): Promise<Metadata> {
  const article = await wanted(params);
  if (!article) return missingMetadata;
  const { title, standfirst, picture, publishedAt, correctedAt, authors, tags, section } = article;
  return {
    title,
    description: standfirst,
    authors: authors.map(({ name, handle }) => ({ name, url: `/authors/${handle}` })),
    alternates: { canonical: article.url },
    openGraph: {
      type: "article",
      title,
      description: standfirst,
      url: article.url,
      publishedTime: publishedAt?.toISOString(),
      modifiedTime: (correctedAt ?? publishedAt)?.toISOString(),
      authors: authors.map(({ name }) => name),
      section,
      tags: tags.map(({ name }) => name),
      images: picture ? [{ url: picture.url, alt: picture.alt }] : undefined,
    },
    twitter: { card: picture ? "summary_large_image" : "summary" },
  };
}

export default async function ArticlePage({ params }: { params: Promise<{ slug: string }> }) {
  const [article, { name }] = await Promise.all([wanted(params), site()]);
  if (!article) {
    const slug = await slugMovedTo((await params).slug);
    if (slug) permanentRedirect(`/articles/${slug}`);
    return <MissingPage />;
  }
  return (
    <Page>
      <ArticleView article={article} />
      <JsonLd data={articleData(article, name, [])} />
    </Page>
  );
}
