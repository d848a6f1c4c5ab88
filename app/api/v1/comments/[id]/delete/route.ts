import { z } from "zod";
import { ok } from "@/lib/answer";
import { deleteComment } from "@/lib/comments/mutations";
import { commentParams, emptyInput } from "@/lib/comments/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Take back one's own comment, from a plain form",
  gate: "member",
  limit: limits.edit,
  params: commentParams,
  body: emptyInput,
  answers: { 200: z.object({ articleSlug: z.string() }) },
  run: async ({ viewer, params }) => ok(await deleteComment(viewer, params.id)),
  form: {
    done: ({ answer, params }) => `/articles/${answer.body.articleSlug}#comment-${params.id}`,
    refused: ({ params }) => `/comments/${params.id}/mine`,
  },
});
