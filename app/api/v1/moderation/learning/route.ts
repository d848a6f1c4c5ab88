import { ok } from "@/lib/answer";
import { helperScreen } from "@/lib/moderation/helper-screen";
import { changeHelper } from "@/lib/moderation/learning";
import { helperChange, helperForm, helperOutput } from "@/lib/moderation/schema";
import { route, withFormTwin } from "@/lib/route";

export const GET = route({
  summary: "What the helper learned, what it may do, and how good it was on decisions that it had not seen",
  gate: "moderator",
  answers: { 200: helperOutput },
  run: async ({ viewer }) => ok(await helperScreen(viewer)),
});

export const [PATCH, POST] = withFormTwin(
  "PATCH",
  {
    summary: "Change what the helper may do, and how precise it must be to hold",
    gate: "admin",
    body: helperChange,
    answers: { 200: helperOutput },
    run: async ({ viewer, body }) => {
      await changeHelper(viewer, body);
      return ok(await helperScreen(viewer));
    },
  },
  { read: helperForm, done: () => "/moderation/learning?saved=1", refused: () => "/moderation/learning" },
);
