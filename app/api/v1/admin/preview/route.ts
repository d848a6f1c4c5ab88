import { ok } from "@/lib/answer";
import { articleLimits } from "@/lib/articles/limits";
import { previewInput, previewOutput } from "@/lib/articles/schema";
import { countWords } from "@/lib/articles/words";
import { articleHtml } from "@/lib/markdown";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Markdown as it would be published; nothing is stored",
  gate: "author",
  // ApiRequest for while one types: it must not use up what saving costs.
  limit: () => limits.read,
  body: previewInput,
  maxBytes: articleLimits.bytes,
  answers: { 200: previewOutput },
  run: async ({ body }) => {
    const html = articleHtml(body.body);
    return ok({ html, wordCount: countWords(html) });
  },
});
