import type { FullArticle } from "@/lib/articles/summary";
import { siteUrl } from "@/lib/env";

const absolute = (path: string) => new URL(path, siteUrl()).href;

/** schema.org data in a script that no browser runs. `<` is written as an escape, so that no text can close it. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped above
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** A person who writes here. */
export function personData(person: { handle: string; name: string; bio?: string; avatarUrl: string | null }) {
  return {
    "@type": "Person",
    name: person.name,
    url: absolute(`/authors/${person.handle}`),
    ...(person.bio && { description: person.bio }),
    ...(person.avatarUrl && { image: absolute(person.avatarUrl) }),
  };
}

interface Profile {
  handle: string;
  name: string;
  bio: string;
  avatarUrl: string | null;
  createdAt: Date;
  commentCount: number;
}

/** The page of somebody who reads, answers or writes here (https://schema.org/ProfilePage). */
export function profileData({ createdAt, commentCount, ...person }: Profile) {
  return {
    "@type": "ProfilePage",
    dateCreated: createdAt.toISOString(),
    mainEntity: {
      ...personData(person),
      url: absolute(`/people/${person.handle}`),
      alternateName: person.handle,
      agentInteractionStatistic: {
        "@type": "InteractionCounter",
        interactionType: "https://schema.org/CommentAction",
        userInteractionCount: commentCount,
      },
    },
  };
}

/** An article; `comments` are those that stand in the page, as the thread tells of them. */
export function articleData(article: FullArticle, publisher: string, comments: Record<string, unknown>[]) {
  return {
    "@type": "Article",
    headline: article.title,
    description: article.standfirst,
    inLanguage: article.lang,
    url: article.canonicalUrl,
    mainEntityOfPage: article.canonicalUrl,
    datePublished: article.publishedAt?.toISOString(),
    dateModified: (article.correctedAt ?? article.publishedAt)?.toISOString(),
    wordCount: article.wordCount,
    ...(article.section && { articleSection: article.section }),
    ...(article.tags.length > 0 && { keywords: article.tags.map(({ name }) => name) }),
    ...(article.picture && { image: absolute(article.picture.url) }),
    author: article.authors.map((author) => personData(author)),
    publisher: { "@type": "Organization", name: publisher, url: siteUrl() },
    commentCount: article.commentCount,
    ...(comments.length > 0 && { comment: comments }),
  };
}
