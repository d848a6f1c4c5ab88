import type { FullArticle } from "@/lib/articles/summary";

/** The editor's form as a browser sends it: every field a string. Imported by the browser too, so types alone come from elsewhere. */
export type Fields = Record<string, string>;

const commaSeparated = (list: string) =>
  list
    .split(/[,،、，]/u)
    .map((entry) => entry.trim())
    .filter(Boolean);

/** The fields as the API's schemas want them. What the form did not send stays untouched. */
export function readFields(fields: Fields): Record<string, unknown> {
  const { pictureUrl, pictureAlt, pictureCaption, pictureCredit, removePicture, tags, authors, revision, at, ...rest } =
    fields;
  const picture = {
    url: pictureUrl,
    alt: pictureAlt ?? "",
    caption: pictureCaption ?? "",
    credit: pictureCredit ?? "",
  };
  return {
    ...rest,
    ...(tags !== undefined && { tags: commaSeparated(tags) }),
    ...(authors !== undefined && { authors: commaSeparated(authors) }),
    ...(revision !== undefined && { revision: Number(revision) }),
    ...(pictureUrl !== undefined && { picture: pictureUrl && !removePicture ? picture : null }),
    ...(at && { at }),
  };
}

/** As `readFields`, with the words for a picture that may come as a file beside them. */
export function readForm(fields: Fields): Record<string, unknown> {
  const { pictureAlt: alt = "", pictureCaption: caption = "", pictureCredit: credit = "" } = fields;
  return { ...readFields(fields), pictureWords: { alt, caption, credit } };
}

/** The fields of an article as it is stored. */
export function fieldsOf(article: FullArticle): Fields {
  const { title, standfirst, body, section, slug, lang, commentPolicy, revision, picture } = article;
  return {
    ...{ title, standfirst, body, section, slug, lang, commentPolicy },
    revision: String(revision),
    tags: article.tags.map(({ name }) => name).join(", "),
    authors: article.authors.map(({ handle }) => handle).join(", "),
    pictureUrl: picture?.url ?? "",
    pictureAlt: picture?.alt ?? "",
    pictureCaption: picture?.caption ?? "",
    pictureCredit: picture?.credit ?? "",
  };
}
