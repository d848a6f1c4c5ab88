import { ok } from "@/lib/answer";
import { helperScreen } from "@/lib/moderation/helper-screen";
import { changeHelper } from "@/lib/moderation/learning";
import { helperChange, helperForm, helperOutput } from "@/lib/moderation/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "What the helper learned, what it may do, and how good it was on decisions that it had not seen",
  gate: "moderator",
  answers: { 200: helperOutput },
  run: async ({ viewer }) => ok(await helperScreen(viewer)),
});

const changing = { gate: "admin", body: helperChange, answers: { 200: helperOutput } } as const;

export const PATCH = route({
  ...changing,
  summary: "Change what the helper may do, and how precise it must be to hold",
  run: async ({ viewer, body }) => {
    await changeHelper(viewer, body);
    return ok(await helperScreen(viewer));
  },
});

export const POST = route({
  ...changing,
  summary: "The form twin of PATCH",
  run: async ({ viewer, body }) => {
    await changeHelper(viewer, body);
    return ok(await helperScreen(viewer));
  },
  form: {
    read: helperForm,
    done: () => "/moderation/learning?saved=1",
    refused: () => "/moderation/learning",
  },
});
