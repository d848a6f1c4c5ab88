import { type FullArticle, lastChange } from "@/lib/articles/summary";
import { siteUrl } from "@/lib/env";
import { element, xmlDocument } from "@/lib/xml";

interface FeedSite {
  name: string;
  description: string;
  lang: string;
}

/** Finished HTML for readers elsewhere: addresses on this site made whole. */
function abroad({ html, canonicalUrl }: FullArticle): string {
  return html.replace(/ (src|href)="\/(?!\/)/g, ` $1="${siteUrl()}/`).replace(/ href="#/g, ` href="${canonicalUrl}#`);
}

const published = (article: FullArticle) => article.publishedAt ?? article.updatedAt;

function newest(articles: readonly FullArticle[]): Date {
  return new Date(Math.max(0, ...articles.map((article) => lastChange(article).getTime())));
}

/** Atom (RFC 4287). */
export function atom(site: FeedSite, articles: readonly FullArticle[]): string {
  const entries = articles.map((article) =>
    element("entry", [
      element("title", article.title),
      element("id", `urn:uuid:${article.id}`),
      element("link", undefined, {
        rel: "alternate",
        type: "text/html",
        href: article.canonicalUrl,
        hreflang: article.lang,
      }),
      element("published", published(article).toISOString()),
      element("updated", lastChange(article).toISOString()),
      ...article.authors.map(({ name, handle }) =>
        element("author", [element("name", name), element("uri", `${siteUrl()}/authors/${handle}`)]),
      ),
      ...article.tags.map(({ name }) => element("category", undefined, { term: name })),
      article.standfirst ? element("summary", article.standfirst) : null,
      element("content", abroad(article), { type: "html", "xml:lang": article.lang, "xml:base": article.canonicalUrl }),
    ]),
  );
  return xmlDocument(
    element(
      "feed",
      [
        element("title", site.name),
        site.description ? element("subtitle", site.description) : null,
        element("id", `${siteUrl()}/`),
        element("link", undefined, { rel: "alternate", type: "text/html", href: `${siteUrl()}/` }),
        element("link", undefined, { rel: "self", type: "application/atom+xml", href: `${siteUrl()}/feed.xml` }),
        element("updated", newest(articles).toISOString()),
        // An entry may lack an author only where the feed has one (RFC 4287, 4.1.2).
        element("author", [element("name", site.name)]),
        element("generator", "Rejoinder"),
        ...entries,
      ],
      { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": site.lang },
    ),
  );
}

/** RSS 2.0, with the whole text in `content:encoded`. */
export function rss(site: FeedSite, articles: readonly FullArticle[]): string {
  const items = articles.map((article) =>
    element("item", [
      element("title", article.title),
      element("link", article.canonicalUrl),
      element("guid", `urn:uuid:${article.id}`, { isPermaLink: "false" }),
      element("pubDate", published(article).toUTCString()),
      ...article.authors.map(({ name }) => element("dc:creator", name)),
      ...article.tags.map(({ name }) => element("category", name)),
      element("comments", `${article.canonicalUrl}#comments`),
      element("description", article.standfirst),
      element("content:encoded", abroad(article)),
    ]),
  );
  return xmlDocument(
    element(
      "rss",
      [
        element("channel", [
          element("title", site.name),
          element("link", `${siteUrl()}/`),
          element("description", site.description || site.name),
          element("language", site.lang),
          element("lastBuildDate", newest(articles).toUTCString()),
          element("generator", "Rejoinder"),
          element("atom:link", undefined, { rel: "self", type: "application/rss+xml", href: `${siteUrl()}/rss.xml` }),
          ...items,
        ]),
      ],
      {
        version: "2.0",
        "xmlns:atom": "http://www.w3.org/2005/Atom",
        "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      },
    ),
  );
}

/** JSON Feed 1.1. */
export function jsonFeed(site: FeedSite, articles: readonly FullArticle[]): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: site.name,
    home_page_url: `${siteUrl()}/`,
    feed_url: `${siteUrl()}/feed.json`,
    ...(site.description && { description: site.description }),
    language: site.lang,
    items: articles.map((article) => ({
      id: `urn:uuid:${article.id}`,
      url: article.canonicalUrl,
      title: article.title,
      ...(article.standfirst && { summary: article.standfirst }),
      content_html: abroad(article),
      ...(article.picture && { image: `${siteUrl()}${article.picture.url}` }),
      date_published: published(article).toISOString(),
      date_modified: lastChange(article).toISOString(),
      authors: article.authors.map(({ name, handle, avatarUrl }) => ({
        name,
        url: `${siteUrl()}/authors/${handle}`,
        ...(avatarUrl && { avatar: `${siteUrl()}${avatarUrl}` }),
      })),
      tags: article.tags.map(({ name }) => name),
      language: article.lang,
    })),
  });
}

/** What a sitemap lists. */
export interface PublicAddresses {
  articles: readonly { slug: string; publishedAt: Date | null; correctedAt: Date | null; updatedAt: Date }[];
  authors: readonly string[];
  tags: readonly string[];
}

/** A sitemap (sitemaps.org, 0.9). */
export function sitemap({ articles, authors, tags }: PublicAddresses): string {
  const url = (path: string, changed?: Date) =>
    element("url", [element("loc", `${siteUrl()}${path}`), changed ? element("lastmod", changed.toISOString()) : null]);
  return xmlDocument(
    element(
      "urlset",
      [
        url("/"),
        ...articles.map((article) => url(`/articles/${encodeURIComponent(article.slug)}`, lastChange(article))),
        ...authors.map((handle) => url(`/authors/${encodeURIComponent(handle)}`)),
        ...tags.map((slug) => url(`/tags/${encodeURIComponent(slug)}`)),
      ],
      { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
    ),
  );
}
