import { ok } from "@/lib/answer";
import { restoreRules } from "@/lib/comments/screening/mutations";
import { currentRules } from "@/lib/comments/screening/queries";
import { restoreInput, rulesForm, rulesOutput, versionParams } from "@/lib/comments/screening/schema";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Put an earlier version of the rules in force again, as a new one",
  gate: "moderator",
  params: versionParams,
  body: restoreInput,
  answers: { 200: rulesOutput },
  run: async ({ viewer, params, body }) => {
    await restoreRules(viewer, params.number, body.revision);
    return ok(await currentRules(viewer));
  },
  form: {
    read: rulesForm,
    done: () => "/moderation/rules?done=restored",
    refused: () => "/moderation/rules",
  },
});
