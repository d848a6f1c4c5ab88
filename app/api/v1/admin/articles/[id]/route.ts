import type { Author } from "@/lib/actor";
import { ok } from "@/lib/answer";
import { keepPreview, saveForm, withPicture } from "@/lib/articles/desk-form";
import { readForm } from "@/lib/articles/form-fields";
import { articleLimits } from "@/lib/articles/limits";
import { changeArticle } from "@/lib/articles/mutations";
import { deskArticle } from "@/lib/articles/queries";
import { articleChange, articleForm, articleParams, deskArticleOutput } from "@/lib/articles/schema";
import { deskArticleBody } from "@/lib/articles/summary";
import { day } from "@/lib/clock";
import { notFound } from "@/lib/errors";
import { maxPictureBytes } from "@/lib/pictures";
import { route } from "@/lib/route";
import { cookieToSet, draftCookieName } from "@/lib/session";

async function answerOf(viewer: Author, id: string) {
  const article = await deskArticle(viewer, id);
  if (!article) throw notFound();
  return deskArticleBody(article);
}

export const GET = route({
  summary: "One article with its words, whatever its status",
  gate: "author",
  params: articleParams,
  answers: { 200: deskArticleOutput },
  run: async ({ viewer, params }) => ok(await answerOf(viewer, params.id)),
});

export const PATCH = route({
  summary: "Change an article; new words need the revision that they were based on",
  gate: "author",
  params: articleParams,
  body: articleChange,
  maxBytes: articleLimits.bytes,
  answers: { 200: deskArticleOutput },
  run: async ({ viewer, params, body }) => {
    await changeArticle(viewer, params.id, body);
    return ok(await answerOf(viewer, params.id));
  },
});

export const POST = route({
  summary: "The form twin of PATCH: saves, and then does what the button `act` says",
  gate: "author",
  params: articleParams,
  body: articleForm,
  maxBytes: articleLimits.bytes + maxPictureBytes,
  answers: { 200: null },
  run: async ({ viewer, params, body, files, request }) => {
    const form = await withPicture(viewer, body, files.picture);
    const path = `/admin/articles/${params.id}`;
    if (body.act !== "preview") {
      await saveForm(viewer, params.id, form);
      return ok(`${path}?done=${body.act}`);
    }
    const draft = await keepPreview(viewer, params.id, form, request.cookies.get(draftCookieName())?.value);
    return ok(`${path}?show=side&draft=${draft.id}`, [cookieToSet(draftCookieName(), draft.token, day)]);
  },
  form: {
    read: readForm,
    done: ({ answer }) => answer.body,
    refused: ({ params }) => `/admin/articles/${params.id}`,
  },
});
