import { ArticleMargin } from "@/components/articles/article-margin";
import { AuthorBox } from "@/components/articles/author-box";
import { Picture } from "@/components/articles/picture";
import { SectionName } from "@/components/articles/section-name";
import { TagList } from "@/components/articles/tag-list";
import type { FullArticle } from "@/lib/articles/summary";
import { directionOf } from "@/lib/direction";

/** The piece itself, as published; its thread follows outside. */
export function ArticleView({ article }: { article: FullArticle }) {
  return (
    <article className="article" lang={article.lang} dir={directionOf(article.lang)}>
      <header className="article-head">
        <SectionName section={article.section} />
        <h1 className="article-title">{article.title}</h1>
        {article.standfirst && <p className="standfirst">{article.standfirst}</p>}
      </header>
      <ArticleMargin article={article} />
      {article.picture && <Picture picture={article.picture} first />}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was written (lib/markdown.ts) */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: article.html }} />
      <TagList tags={article.tags} />
      <AuthorBox authors={article.authors} />
    </article>
  );
}
