import { ok } from "@/lib/answer";
import { maxRulesBytes } from "@/lib/comments/screening/limits";
import { saveRules } from "@/lib/comments/screening/mutations";
import { currentRules } from "@/lib/comments/screening/queries";
import { rulesForm, rulesInput, rulesOutput } from "@/lib/comments/screening/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "The rules by which new comments are screened, in one document",
  gate: "moderator",
  answers: { 200: rulesOutput },
  run: async ({ viewer }) => ok(await currentRules(viewer)),
});

const saving = {
  gate: "moderator",
  body: rulesInput,
  maxBytes: maxRulesBytes,
  answers: { 200: rulesOutput },
} as const;

export const PUT = route({
  ...saving,
  summary: "Write the rules anew, to decide or to be tried in shadow",
  run: async ({ viewer, body }) => {
    await saveRules(viewer, body);
    return ok(await currentRules(viewer));
  },
});

export const POST = route({
  ...saving,
  summary: "The form twin of PUT",
  run: async ({ viewer, body }) => {
    await saveRules(viewer, body);
    return ok(await currentRules(viewer));
  },
  form: {
    read: rulesForm,
    done: ({ fields }) => `/moderation/rules?done=${fields.mode === "shadow" ? "shadow" : "live"}`,
    refused: () => "/moderation/rules",
  },
});
