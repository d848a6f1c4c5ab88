import { Portrait } from "@/components/ui/portrait";
import { faceUrl } from "@/lib/accounts/avatar";
import type { ArticleSummary } from "@/lib/articles/summary";
import { locale, t } from "@/lib/messages";

/** Who wrote it: portrait, biography, the way to everything else of theirs. */
export function AuthorBox({ authors }: { authors: ArticleSummary["authors"] }) {
  return (
    <section className="author-box" lang={locale} aria-labelledby="the-author">
      <h2 className="caps" id="the-author">
        {t("articles.theAuthor", { count: authors.length })}
      </h2>
      {authors.map(({ handle, name, bio, avatarUrl }) => (
        <div className="author" key={handle}>
          <Portrait
            url={faceUrl({ handle, avatarUrl })}
            size={96}
            alt={avatarUrl ? t("articles.portraitOf", { name }) : ""}
          />
          <div>
            <p className="author-name">
              <a href={`/authors/${handle}`} rel="author">
                <bdi>{name}</bdi>
              </a>
            </p>
            {bio && <p dir="auto">{bio}</p>}
            <p className="meta">
              <a href={`/authors/${handle}`}>{t("articles.allBy", { name })}</a>
            </p>
          </div>
        </div>
      ))}
    </section>
  );
}
