import { decide } from "@/lib/moderation/mutations";
import { chosenReason } from "@/lib/moderation/policy";
import { commentParams, decided, decisionInput } from "@/lib/moderation/schema";
import { safePath } from "@/lib/origin";
import { receivedAt } from "@/lib/received";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Decide on one comment, as it was at a revision",
  gate: "moderator",
  params: commentParams,
  body: decisionInput,
  answers: { 201: decided },
  run: async ({ viewer, params, body, request }) => ({
    status: 201,
    headers: {},
    body: await decide(viewer, params.id, body, receivedAt(request.headers)),
  }),
  form: {
    read: ({ back: _back, revision, reason, ...fields }) => ({
      ...fields,
      revision: Number(revision),
      reason: chosenReason(fields.action ?? "", reason),
    }),
    done: ({ fields }) => safePath(fields.next, "/moderation"),
    refused: ({ fields }) => safePath(fields.back, "/moderation"),
  },
});
