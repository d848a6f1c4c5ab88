import { reportComment } from "@/lib/moderation/mutations";
import { commentParams, reportInput, reportOutput } from "@/lib/moderation/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Report a comment; a second report by the same reader answers 200 with the first",
  gate: "member",
  limit: () => [limits.report, limits.reportDay],
  barred: "refused",
  params: commentParams,
  body: reportInput,
  answers: { 200: reportOutput, 201: reportOutput },
  run: async ({ viewer, params, body }) => {
    const { first, report } = await reportComment(viewer, params.id, body);
    return { status: first ? 201 : 200, headers: {}, body: report };
  },
  form: {
    done: ({ params }) => `/comments/${params.id}/report?sent=1`,
    refused: ({ params }) => `/comments/${params.id}/report`,
  },
});
