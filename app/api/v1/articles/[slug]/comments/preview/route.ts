import { previewOf } from "@/lib/comments/preview";
import { commentInput, previewOutput, threadParams } from "@/lib/comments/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary: "A comment's Markdown as it would stand in the thread; nothing is stored",
  gate: "anybody",
  limit: limits.preview,
  params: threadParams,
  body: commentInput,
  answers: { 200: previewOutput },
  run: ({ body, address, request }) => previewOf(body, { address, request }),
  form: {
    done: ({ answer, params, fields }) => replyPath(params.slug, fields.parentId, answer.body.draft),
    refused: ({ params, fields }) => replyPath(String(params.slug), fields.parentId),
  },
});

function replyPath(slug: string, parent: string | undefined, draft?: string): string {
  const query = new URLSearchParams({ ...(parent && { parent }), ...(draft && { draft }) });
  return `/articles/${encodeURIComponent(slug)}/reply${query.size > 0 ? `?${query}` : ""}`;
}
