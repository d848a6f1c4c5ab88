import { wellAnswered } from "@/lib/comments/queries";
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

/** The best comments since a moment, one an article, quoted with their writers. */
export async function WellAnswered({ since }: { since: Date }) {
  const comments = await wellAnswered(since);
  if (comments.length === 0) return null;
  for (const { articleId, authorId } of comments) showed(`article:${articleId}`, `person:${authorId}`);
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
                <bdi>{author?.name}</bdi>
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
    </aside>
  );
}
