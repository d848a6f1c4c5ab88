import { movedTo, ok } from "@/lib/answer";
import { articleBySlug, slugMovedTo } from "@/lib/articles/queries";
import { articleOutput, slugParams } from "@/lib/articles/schema";
import { articleBody } from "@/lib/articles/summary";
import { notFound } from "@/lib/errors";
import { route } from "@/lib/route";

export const GET = route({
  summary: "One published article, with its words; an old address answers 308",
  gate: "public",
  params: slugParams,
  answers: { 200: articleOutput, 308: null },
  run: async ({ params }) => {
    const article = await articleBySlug(params.slug);
    if (article) return ok(articleBody(article));
    const slug = await slugMovedTo(params.slug);
    if (slug) return movedTo(`/api/v1/articles/${slug}`);
    throw notFound();
  },
});
