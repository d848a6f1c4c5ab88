import { directionOf } from "@/lib/direction";

interface HeadlineProps {
  article: { url: string; lang: string; title: string; standfirst: string };
  as: "h1" | "h2" | "h3";
}

/** Title and standfirst in a list, in their own language. */
export function Headline({ article, as: Heading }: HeadlineProps) {
  const language = { lang: article.lang, dir: directionOf(article.lang) };
  return (
    <>
      <Heading {...language}>
        <a href={article.url}>{article.title}</a>
      </Heading>
      {article.standfirst && (
        <p className="standfirst" {...language}>
          {article.standfirst}
        </p>
      )}
    </>
  );
}
