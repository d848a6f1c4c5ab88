import { ok } from "@/lib/answer";
import { toOutput } from "@/lib/comments/comment";
import { repliesPage } from "@/lib/comments/queries";
import { commentParams, commentsOutput } from "@/lib/comments/schema";
import { pageQuery } from "@/lib/cursor";
import { route } from "@/lib/route";

export const GET = route({
  summary: "A page of the direct replies to a comment, oldest first",
  gate: "public",
  params: commentParams,
  query: pageQuery,
  answers: { 200: commentsOutput },
  run: async ({ params, query }) => {
    const { items, nextCursor } = await repliesPage(params.id, query);
    return ok({ items: items.map(toOutput), nextCursor });
  },
});
