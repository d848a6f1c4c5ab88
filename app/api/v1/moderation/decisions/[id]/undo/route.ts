import { ok } from "@/lib/answer";
import { decided, decisionParams } from "@/lib/moderation/schema";
import { undoDecision } from "@/lib/moderation/undoing";
import { safePath } from "@/lib/origin";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Take back one's own decision within 30 seconds, before anybody is told",
  gate: "moderator",
  limit: limits.undo,
  params: decisionParams,
  answers: { 200: decided },
  run: async ({ viewer, params }) => ok(await undoDecision(viewer, params.id)),
  form: {
    read: () => undefined,
    done: ({ fields }) => safePath(fields.next, "/moderation"),
    refused: ({ fields }) => safePath(fields.next, "/moderation"),
  },
});
