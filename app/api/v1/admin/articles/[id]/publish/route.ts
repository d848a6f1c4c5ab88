import { ok } from "@/lib/answer";
import { publishArticle } from "@/lib/articles/mutations";
import { deskArticle } from "@/lib/articles/queries";
import { articleParams, deskArticleOutput, publishInput } from "@/lib/articles/schema";
import { deskArticleBody } from "@/lib/articles/summary";
import { notFound } from "@/lib/errors";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Publish now, or at a future time",
  gate: "author",
  params: articleParams,
  body: publishInput,
  answers: { 200: deskArticleOutput },
  run: async ({ viewer, params, body }) => {
    await publishArticle(viewer, params.id, body);
    const article = await deskArticle(viewer, params.id);
    if (!article) throw notFound();
    return ok(deskArticleBody(article));
  },
  form: {
    read: ({ at }) => ({ at: at || undefined }),
    done: ({ params }) => `/admin/articles/${params.id}?done=publish`,
    refused: ({ params }) => `/admin/articles/${params.id}`,
  },
});
