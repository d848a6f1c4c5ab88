import { ByLine } from "@/components/articles/by-line";
import { CountLink } from "@/components/articles/count-link";
import { Headline } from "@/components/articles/headline";
import { Picture } from "@/components/articles/picture";
import { SectionName } from "@/components/articles/section-name";
import { When } from "@/components/ui/when";
import type { ArticleSummary } from "@/lib/articles/summary";
import { t } from "@/lib/messages";

/** The first piece of the front page. */
export function Lead({ article }: { article: ArticleSummary }) {
  return (
    <article className="lead">
      <div>
        <SectionName section={article.section} />
        <Headline article={article} as="h1" />
        <p className="meta facts-of">
          <span>
            <ByLine authors={article.authors} by /> ·{" "}
            {article.publishedAt && <When at={article.publishedAt} as="short" />} ·{" "}
            {t("common.minutesShort", { count: article.readingMinutes })}
          </span>
          <CountLink href={article.url} count={article.commentCount} />
        </p>
      </div>
      {article.picture && <Picture picture={article.picture} href={article.url} first />}
    </article>
  );
}
