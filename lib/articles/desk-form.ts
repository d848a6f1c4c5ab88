import type { Author } from "@/lib/actor";
import { deskArticle } from "@/lib/articles/desk";
import { archiveArticle, changeArticle, publishArticle, unpublishArticle } from "@/lib/articles/mutations";
import type { ArticleForm } from "@/lib/articles/schema";
import { transaction } from "@/lib/db";
import { keepForm } from "@/lib/drafts";
import { AppError, invalid, notFound } from "@/lib/errors";
import { t } from "@/lib/messages";
import { maxPictureBytes, type StoredPicture, storePicture } from "@/lib/pictures";
import { safeFetch } from "@/lib/safe-fetch";

/** The name under which a preview that was asked for without JavaScript keeps its words; see lib/drafts.ts. */
export const previewForm = "preview";

/** The fields of a form again, for the page that shows it. */
function asFields({
  picture,
  pictureWords,
  tags,
  authors,
  revision,
  at,
  ...form
}: ArticleForm): Record<string, string> {
  const fields = {
    ...form,
    tags: tags?.join(", "),
    authors: authors?.join(", "),
    revision: revision?.toString(),
    at: at?.toISOString().slice(0, 16),
    ...(picture !== undefined && { pictureUrl: picture?.url ?? "" }),
    pictureAlt: (picture ?? pictureWords)?.alt,
    pictureCaption: (picture ?? pictureWords)?.caption,
    pictureCredit: (picture ?? pictureWords)?.credit,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}

/** The form with the picture that came as a file, if one did, stored and in its place. */
export async function withPicture(by: Author, form: ArticleForm, file: File | undefined): Promise<ArticleForm> {
  if (!file || file.size === 0) return form;
  const { url } = await storePicture(by, new Uint8Array(await file.arrayBuffer()));
  return { ...form, picture: { ...form.pictureWords, url } };
}

/** Saves the form and then does what its button says, both or neither. */
export async function saveForm(
  by: Author,
  id: string,
  { act, at, pictureWords: _words, ...change }: ArticleForm,
): Promise<void> {
  await transaction(async () => {
    await changeArticle(by, id, change);
    if (act === "publish") await publishArticle(by, id);
    if (act === "schedule") await publishArticle(by, id, { at: at ?? missingMoment() });
    if (act === "unpublish") await unpublishArticle(by, id);
    if (act === "archive") await archiveArticle(by, id);
  });
}

function missingMoment(): never {
  throw invalid("at", t("articles.fault.momentMissing"));
}

/** Keeps the words for a preview without saving them; resolves to the draft and its browser's token. */
export async function keepPreview(
  by: Author,
  id: string,
  form: ArticleForm,
  token: string | undefined,
): Promise<{ id: string; token: string }> {
  if (!(await deskArticle(by, id))) throw notFound();
  return keepForm(previewForm, asFields(form), new AppError("conflict", ""), token);
}

/** Stores what `POST /api/v1/admin/pictures` was sent: a file, or what is found behind a URL. */
export async function storeUpload(by: Author, { file, url }: { file?: File; url?: string }): Promise<StoredPicture> {
  if (file && file.size > 0) return storePicture(by, new Uint8Array(await file.arrayBuffer()));
  if (url) return storePicture(by, await safeFetch(url, { maxBytes: maxPictureBytes }));
  throw invalid("picture", t("articles.fault.picture"));
}
