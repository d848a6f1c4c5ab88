import { ByLine, Words } from "@/components/moderation/words";
import { When } from "@/components/ui/when";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";

interface ReportedCommentProps {
  comment: {
    id: string;
    html: string;
    createdAt: Date;
    author: { name: string } | null;
    article: { slug: string; title: string; lang: string };
  };
}

/** The comment that is about to be reported, quoted, with the way back to it. */
export function ReportedComment({ comment: { id, html, createdAt, author, article } }: ReportedCommentProps) {
  return (
    <article className="box">
      <ByLine name={author?.name ?? t("moderation.nobody")}>
        <When at={createdAt} />
        <a href={`/articles/${article.slug}#comment-${id}`} lang={article.lang} dir={directionOf(article.lang)}>
          {article.title}
        </a>
      </ByLine>
      <Words html={html} />
    </article>
  );
}
