import { v5 } from "uuid";
import { permalinkOf, toComment } from "@/lib/comments/comment";
import { rowsWhere } from "@/lib/comments/comment-rows";
import { personByHandle, type Said, saidBy } from "@/lib/comments/person";
import { db, Prisma } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { t } from "@/lib/messages";
import { element, xmlDocument } from "@/lib/xml";

/** Comments in one feed. */
const atMost = 50;

interface Feed {
  /** Of the article or the person. */
  subjectId: string;
  title: string;
  /** Of the page that it follows, and its own. */
  path: string;
  self: string;
  lang: string;
  /** Where there is nothing yet. */
  since: Date;
  items: readonly Said[];
}

/** The newest comments under a published article, as Atom (RFC 4287). Throws `not_found`. */
export async function threadFeed(slug: string): Promise<string> {
  const article = await db.article.findFirst({
    where: { slug, status: "published" },
    select: { id: true, title: true, lang: true, publishedAt: true, createdAt: true },
  });
  if (!article) throw notFound();
  const { id, title, lang } = article;
  const where = Prisma.sql`c."articleId" = ${id}::uuid AND c.status = 'published'`;
  const rows = await rowsWhere(where, { limit: atMost, inFull: false });
  const path = `/articles/${encodeURIComponent(slug)}`;
  return atomOf({
    subjectId: id,
    title: t("notifications.feed.thread", { title }),
    ...{ path: `${path}#comments`, self: `${path}/comments.xml`, lang },
    since: article.publishedAt ?? article.createdAt,
    items: rows.map((row) => ({ ...toComment(row), articleTitle: title, articleLang: lang })),
  });
}

/** The newest comments of a person, as Atom. Throws `not_found`, also for whoever was banned. */
export async function personFeed(handle: string): Promise<string> {
  const person = await personByHandle(handle);
  if (!person || person.status === "banned") throw notFound();
  const { items } = await saidBy(person, { limit: atMost });
  const path = `/people/${person.handle}`;
  return atomOf({
    subjectId: person.id,
    title: t("notifications.feed.person", { name: person.name }),
    ...{ path, self: `${path}/feed.xml`, lang: "und", since: person.createdAt, items },
  });
}

const changeOf = ({ createdAt, editedAt }: Said) => editedAt ?? createdAt;
/** Finished HTML for readers elsewhere: addresses on this site made whole. */
const abroad = (html: string) => html.replace(/ href="\/(?!\/)/g, ` href="${siteUrl()}/`);

/** Stays the same under another slug or handle (RFC 4287, 4.2.6), and is no comment's: a UUID version 5 (RFC 9562). */
const feedId = (subjectId: string) => `urn:uuid:${v5("comments", subjectId)}`;

function atomOf({ subjectId, title, path, self, lang, since, items }: Feed): string {
  const newest = Math.max(since.getTime(), ...items.map((item) => changeOf(item).getTime()));
  return xmlDocument(
    element(
      "feed",
      [
        element("title", title),
        element("id", feedId(subjectId)),
        element("link", undefined, { rel: "alternate", type: "text/html", href: `${siteUrl()}${path}` }),
        element("link", undefined, { rel: "self", type: "application/atom+xml", href: `${siteUrl()}${self}` }),
        element("updated", new Date(newest).toISOString()),
        // An entry may lack an author only where the feed has one (RFC 4287, 4.1.2): a closed account left no name.
        element("author", [element("name", title)]),
        element("generator", "Rejoinder"),
        ...items.map(entryOf),
      ],
      { xmlns: "http://www.w3.org/2005/Atom", "xmlns:thr": "http://purl.org/syndication/thread/1.0", "xml:lang": lang },
    ),
  );
}

/** A comment as an entry; what it answers by the threading extension (RFC 4685). */
function entryOf(comment: Said) {
  const { id, parentId, author, html, createdAt, articleTitle, articleLang } = comment;
  const address = `${siteUrl()}${permalinkOf(comment)}`;
  const name = author?.name ?? t("notifications.somebody");
  return element("entry", [
    element("title", t("notifications.feed.entry", { name, title: articleTitle })),
    element("id", `urn:uuid:${id}`),
    element("link", undefined, { rel: "alternate", type: "text/html", href: address }),
    element("published", createdAt.toISOString()),
    element("updated", changeOf(comment).toISOString()),
    author && element("author", [element("name", name), element("uri", `${siteUrl()}/people/${author.handle}`)]),
    parentId === null ? null : element("thr:in-reply-to", undefined, { ref: `urn:uuid:${parentId}` }),
    element("content", abroad(html ?? ""), { type: "html", "xml:lang": articleLang, "xml:base": address }),
  ]);
}
