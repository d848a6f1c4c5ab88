import { previewOf } from "@/lib/comments/preview";
import { commentEdit, commentParams, previewOutput } from "@/lib/comments/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary: "The changed words of a comment as they would stand in the thread; nothing is stored",
  gate: "member",
  limit: limits.preview,
  params: commentParams,
  body: commentEdit,
  answers: { 200: previewOutput },
  run: ({ body, address, request }) => previewOf(body, { address, request }),
  form: {
    done: ({ answer, params }) => `/comments/${params.id}/edit?draft=${answer.body.draft}`,
    refused: ({ params }) => `/comments/${params.id}/edit`,
  },
});
