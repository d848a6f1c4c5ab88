import { created, ok } from "@/lib/answer";
import { articleLimits } from "@/lib/articles/limits";
import { createArticle } from "@/lib/articles/mutations";
import { deskArticle, deskArticles } from "@/lib/articles/queries";
import { articleInput, deskArticleOutput, deskQuery, deskSummaryOutput, listOf } from "@/lib/articles/schema";
import { deskArticleBody, deskSummaryBody } from "@/lib/articles/summary";
import { notFound } from "@/lib/errors";
import { route } from "@/lib/route";

export const GET = route({
  summary: "The articles that one may change, last changed first",
  gate: "author",
  query: deskQuery,
  answers: { 200: listOf(deskSummaryOutput) },
  run: async ({ viewer, query: { status, cursor, limit } }) => {
    const { items, nextCursor } = await deskArticles(viewer, status, cursor, limit);
    return ok({ items: items.map(deskSummaryBody), nextCursor });
  },
});

export const POST = route({
  summary: "Begin a draft",
  gate: "author",
  body: articleInput,
  maxBytes: articleLimits.bytes,
  answers: { 201: deskArticleOutput },
  run: async ({ viewer, body }) => {
    const { id } = await createArticle(viewer, body);
    const article = await deskArticle(viewer, id);
    if (!article) throw notFound();
    return created(deskArticleBody(article), `/api/v1/admin/articles/${id}`);
  },
  form: {
    done: ({ answer }) => `/admin/articles/${answer.body.id}`,
    refused: () => "/admin",
  },
});
