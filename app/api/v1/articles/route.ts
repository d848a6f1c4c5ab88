import { ok } from "@/lib/answer";
import { articlesPage } from "@/lib/articles/queries";
import { articleSummaryOutput, articlesQuery, listOf } from "@/lib/articles/schema";
import { summaryBody } from "@/lib/articles/summary";
import { route } from "@/lib/route";

export const GET = route({
  summary: "Published articles, newest first",
  gate: "public",
  query: articlesQuery,
  answers: { 200: listOf(articleSummaryOutput) },
  run: async ({ query }) => {
    const { items, nextCursor } = await articlesPage(query);
    return ok({ items: items.map(summaryBody), nextCursor });
  },
});
