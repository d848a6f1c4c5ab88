import { ok } from "@/lib/answer";
import { maxRulesBytes } from "@/lib/comments/screening/limits";
import { saveRules } from "@/lib/comments/screening/mutations";
import { currentRules } from "@/lib/comments/screening/queries";
import { rulesForm, rulesInput, rulesOutput } from "@/lib/comments/screening/schema";
import { route, withFormTwin } from "@/lib/route";

export const GET = route({
  summary: "The rules by which new comments are screened, in one document",
  gate: "moderator",
  answers: { 200: rulesOutput },
  run: async ({ viewer }) => ok(await currentRules(viewer)),
});

export const [PUT, POST] = withFormTwin(
  "PUT",
  {
    summary: "Write the rules anew, to decide or to be tried in shadow",
    gate: "moderator",
    body: rulesInput,
    maxBytes: maxRulesBytes,
    answers: { 200: rulesOutput },
    run: async ({ viewer, body }) => {
      await saveRules(viewer, body);
      return ok(await currentRules(viewer));
    },
  },
  {
    read: rulesForm,
    done: ({ fields }) => `/moderation/rules?done=${fields.mode === "shadow" ? "shadow" : "live"}`,
    refused: () => "/moderation/rules",
  },
);
