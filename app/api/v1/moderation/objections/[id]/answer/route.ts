import { ok } from "@/lib/answer";
import { answerObjection } from "@/lib/moderation/fairness/mutations";
import { objectionById } from "@/lib/moderation/fairness/objections";
import { answerInput, objectionOutput, objectionParams } from "@/lib/moderation/fairness/schema";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Answer an objection with reasons; what is granted is put right at once. Not for who decided",
  gate: "moderator",
  params: objectionParams,
  body: answerInput,
  answers: { 200: objectionOutput },
  run: async ({ viewer, params, body }) => {
    await answerObjection(viewer, params.id, body);
    return ok(await objectionById(viewer, params.id));
  },
  form: {
    done: () => "/moderation/objections?answered=1",
    refused: ({ params }) => `/moderation/objections#objection-${params.id}`,
  },
});
