import { ok } from "@/lib/answer";
import { archiveArticle } from "@/lib/articles/mutations";
import { deskArticle } from "@/lib/articles/queries";
import { articleParams, deskArticleOutput, nothing } from "@/lib/articles/schema";
import { deskArticleBody } from "@/lib/articles/summary";
import { notFound } from "@/lib/errors";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Put an article away; its thread is kept",
  gate: "author",
  params: articleParams,
  body: nothing,
  answers: { 200: deskArticleOutput },
  run: async ({ viewer, params }) => {
    await archiveArticle(viewer, params.id);
    const article = await deskArticle(viewer, params.id);
    if (!article) throw notFound();
    return ok(deskArticleBody(article));
  },
  form: {
    read: () => ({}),
    done: ({ params }) => `/admin/articles/${params.id}?done=archive`,
    refused: ({ params }) => `/admin/articles/${params.id}`,
  },
});
