import { after, day } from "@/lib/clock";
import { authorsAnswering, wellAnswered } from "@/lib/comments/answering";
import { directionOf } from "@/lib/direction";
import { showed } from "@/lib/document";
import { plainText } from "@/lib/markdown";
import { t } from "@/lib/messages";

const longestExcerpt = 190;

/** The first words, cut between words. */
function excerptOf(html: string): string {
  const words = plainText(html).replace(/\s+/g, " ");
  if (words.length <= longestExcerpt) return words;
  const cut = words.slice(0, longestExcerpt);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longestExcerpt / 2)).replace(/[\s,;:.–—-]+$/u, "")}…`;
}

interface WellAnsweredProps {
  /** The articles that the page shows. */
  articleIds: string[];
  /** Midnight of the day (UTC) in which the page is made. */
  today: Date;
}

/** The best comments of thirty days, one an article, quoted with their writers; and the authors who answered today. */
export async function WellAnswered({ articleIds, today }: WellAnsweredProps) {
  const [comments, authors] = await Promise.all([
    wellAnswered(articleIds, after(today, -30 * day)),
    authorsAnswering(articleIds, today),
  ]);
  if (comments.length === 0) return null;
  for (const { articleId, authorId } of comments) showed(`article:${articleId}`, `person:${authorId}`);
  for (const { id } of authors) showed(`person:${id}`);
  return (
    <aside className="well" aria-labelledby="well-answered">
      <h2 className="mark" id="well-answered">
        {t("articles.wellAnswered")}
      </h2>
      <ul>
        {comments.map(({ id, html, author, articleSlug, articleTitle, articleLang, replyCount }) => (
          <li key={id}>
            <blockquote dir="auto">{excerptOf(html ?? "")}</blockquote>
            <p className="meta">
              <b>
                <a href={`/people/${author?.handle}`}>
                  <bdi>{author?.name}</bdi>
                </a>
              </b>{" "}
              {t("articles.on")}{" "}
              <cite lang={articleLang} dir={directionOf(articleLang)}>
                <a href={`/articles/${articleSlug}`}>{articleTitle}</a>
              </cite>
            </p>
            <a className="count mark" href={`/comments/${id}`}>
              {t("common.replies", { count: replyCount })}
            </a>
          </li>
        ))}
      </ul>
      {authors.length > 0 && (
        <section className="answering">
          <h3 className="caps">{t("articles.answering")}</h3>
          {authors.map(({ id, handle, name, count }) => (
            <p className="meta" key={id}>
              <a href={`/authors/${handle}`}>
                <b>
                  <bdi>{name}</bdi>
                </b>
              </a>
              , {t("common.replies", { count })}
            </p>
          ))}
        </section>
      )}
    </aside>
  );
}
