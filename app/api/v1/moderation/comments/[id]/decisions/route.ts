import { decide } from "@/lib/moderation/mutations";
import { commentParams, decided, decisionInput } from "@/lib/moderation/schema";
import { safePath } from "@/lib/origin";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Decide on one comment, as it was at a revision",
  gate: "moderator",
  params: commentParams,
  body: decisionInput,
  answers: { 201: decided },
  run: async ({ viewer, params, body }) => ({
    status: 201,
    headers: {},
    body: await decide(viewer, params.id, body),
  }),
  form: {
    read: ({ back: _back, revision, reason, ...fields }) => ({
      ...fields,
      revision: Number(revision),
      reason: reason || undefined,
    }),
    done: ({ fields }) => safePath(fields.next, "/moderation"),
    refused: ({ fields }) => safePath(fields.back, "/moderation"),
  },
});
