import { t } from "@/lib/messages";

interface ByLineProps {
  authors: { handle: string; name: string }[];
  /** "By " in front. */
  by?: boolean;
}

/** The authors' names, each a link to its page. */
export function ByLine({ authors, by = false }: ByLineProps) {
  return (
    <span className="by-line">
      {by && `${t("articles.by")} `}
      {authors.map(({ handle, name }, place) => (
        <span key={handle}>
          {place > 0 && (place === authors.length - 1 ? ` ${t("articles.and")} ` : ", ")}
          <a href={`/authors/${handle}`}>
            <bdi>{name}</bdi>
          </a>
        </span>
      ))}
    </span>
  );
}
