import { ByLine } from "@/components/articles/by-line";
import { CountLink } from "@/components/articles/count-link";
import { Portrait } from "@/components/ui/portrait";
import { When } from "@/components/ui/when";
import type { ArticleSummary } from "@/lib/articles/summary";
import { locale, t } from "@/lib/messages";

/** Who wrote it, when, how long it takes, how many answered: in the margin, or under the headline of a narrow page. */
export function ArticleMargin({ article }: { article: ArticleSummary }) {
  const { authors, publishedAt, correctedAt, readingMinutes, url, commentCount } = article;
  const faces = authors.filter((author) => author.avatarUrl);
  return (
    <div className="margin" lang={locale}>
      {faces.length > 0 && (
        <div className="portraits">
          {faces.map(({ handle, avatarUrl }) => avatarUrl && <Portrait key={handle} url={avatarUrl} />)}
        </div>
      )}
      <div className="facts-line">
        <ByLine authors={authors} by />
        {publishedAt && (
          <span>
            {t("articles.published")} <When at={publishedAt} />
          </span>
        )}
        {correctedAt && (
          <span>
            {t("articles.corrected")} <When at={correctedAt} as="short" />
          </span>
        )}
        <span>{t("common.minutes", { count: readingMinutes })}</span>
        <CountLink href={url} count={commentCount} />
      </div>
    </div>
  );
}
