import { ByLine } from "@/components/articles/by-line";
import { CountLink } from "@/components/articles/count-link";
import { Headline } from "@/components/articles/headline";
import { SectionName } from "@/components/articles/section-name";
import { When } from "@/components/ui/when";
import type { ArticleSummary } from "@/lib/articles/summary";
import { t } from "@/lib/messages";

interface RiverProps {
  articles: ArticleSummary[];
  /** Tell when the words were corrected, beside when they were published. */
  corrected?: boolean;
  /** The level of the headlines: one below what stands above the list. */
  as?: "h2" | "h3";
}

type ItemProps = Required<Pick<RiverProps, "corrected" | "as">> & { article: ArticleSummary };

function Item({ article, corrected, as }: ItemProps) {
  return (
    <li className="item">
      <SectionName section={article.section} />
      <div>
        <Headline article={article} as={as} />
        <p className="meta facts-of">
          <span>
            <ByLine authors={article.authors} /> · {article.publishedAt && <When at={article.publishedAt} as="short" />}
            {corrected && article.correctedAt && (
              <>
                {" "}
                · {t("articles.corrected")} <When at={article.correctedAt} />
              </>
            )}
          </span>
          <CountLink href={article.url} count={article.commentCount} />
        </p>
      </div>
    </li>
  );
}

/** Pieces in a column: section in the margin, headline, standfirst, byline, date, comments. */
export function River({ articles, corrected = false, as = "h2" }: RiverProps) {
  return (
    <ol className="river">
      {articles.map((article) => (
        <Item key={article.id} article={article} corrected={corrected} as={as} />
      ))}
    </ol>
  );
}
