import { withPictureSizes } from "@/lib/articles/picture-sizes";
import type { ArticleInput } from "@/lib/articles/schema";
import { searchText } from "@/lib/articles/search-words";
import { countWords } from "@/lib/articles/words";
import { db } from "@/lib/db";
import { invalid } from "@/lib/errors";
import { articleHtml, plainText } from "@/lib/markdown";
import { t } from "@/lib/messages";

export interface Words {
  title: string;
  standfirst: string;
  body: string;
}

/** What is derived from an article's words once, when they are written. */
export async function written({ title, standfirst, body }: Words) {
  const html = await withPictureSizes(articleHtml(body));
  return { html, wordCount: countWords(html), searchText: searchText(title, standfirst, plainText(html)) };
}

/** The columns of a picture, or of none. */
export function pictureColumns(picture: ArticleInput["picture"]) {
  return {
    pictureUrl: picture?.url ?? null,
    pictureAlt: picture?.alt ?? "",
    pictureCaption: picture?.caption ?? "",
    pictureCredit: picture?.credit ?? "",
  };
}

/** Throws `invalid` for a picture that is not stored here. */
export async function requirePicture(picture: ArticleInput["picture"]): Promise<void> {
  const [, hash, ext] = /^\/media\/([0-9a-f]{64})\.([a-z]+)$/.exec(picture?.url ?? "") ?? [];
  if (!picture || (await db.picture.count({ where: { hash, ext } })) > 0) return;
  throw invalid("picture.url", t("articles.fault.pictureMissing"));
}
