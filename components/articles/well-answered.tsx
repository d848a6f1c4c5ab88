import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";

export interface PickedComment {
  id: string;
  /** Plain words, already cut to a few lines. */
  excerpt: string;
  author: string;
  article: { title: string; lang: string; url: string };
  replyCount: number;
}

/** Comments worth the front page, quoted with their writers; beside them the authors who answer. */
export function WellAnswered({ comments }: { comments: PickedComment[] }) {
  if (comments.length === 0) return null;
  return (
    <aside className="well" aria-labelledby="well-answered">
      <h2 className="mark" id="well-answered">
        {t("articles.wellAnswered")}
      </h2>
      <ul>
        {comments.map(({ id, excerpt, author, article, replyCount }) => (
          <li key={id}>
            <blockquote dir="auto">{excerpt}</blockquote>
            <p className="meta">
              <b>
                <bdi>{author}</bdi>
              </b>{" "}
              {t("articles.on")}{" "}
              <cite lang={article.lang} dir={directionOf(article.lang)}>
                <a href={article.url}>{article.title}</a>
              </cite>
            </p>
            <a className="count mark" href={`/comments/${id}`}>
              {t("common.replies", { count: replyCount })}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
