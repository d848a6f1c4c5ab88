import { locale, t } from "@/lib/messages";

/** What the piece is about: links to more of it. */
export function TagList({ tags }: { tags: { slug: string; name: string }[] }) {
  if (tags.length === 0) return null;
  return (
    <nav className="tags caps" aria-label={t("articles.tags")} lang={locale}>
      {tags.map(({ slug, name }) => (
        <a key={slug} href={`/tags/${encodeURIComponent(slug)}`}>
          <bdi>{name}</bdi>
        </a>
      ))}
    </nav>
  );
}
