import { ok } from "@/lib/answer";
import { liftBar } from "@/lib/moderation/people/barring";
import { barMade, barParams, liftInput } from "@/lib/moderation/people/schema";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Lift a bar",
  gate: "moderator",
  params: barParams,
  body: liftInput,
  answers: { 200: barMade },
  run: async ({ viewer, params, body }) => {
    await liftBar(viewer, params.id, body);
    return ok({ id: params.id });
  },
  form: { done: () => "/moderation/bars?done=lifted", refused: () => "/moderation/bars" },
});
