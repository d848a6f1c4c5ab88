import { when } from "@/lib/actor";
import { ok } from "@/lib/answer";
import { toOutput } from "@/lib/comments/comment";
import { ownThingsOutput, threadParams } from "@/lib/comments/schema";
import { viewerState } from "@/lib/comments/viewer-state";
import { followsThread } from "@/lib/notifications/queries";
import { route } from "@/lib/route";

export const GET = route({
  summary:
    "What is mine in this thread: votes, comments that wait, comments that I may still change, whether I follow it",
  gate: "signedIn",
  params: threadParams,
  answers: { 200: ownThingsOutput },
  run: async ({ viewer, params }) => {
    const [{ waiting, refused, editable, ...mine }, following] = await Promise.all([
      viewerState(params.slug, viewer, when(viewer)),
      followsThread(viewer, params.slug),
    ]);
    return ok({
      ...mine,
      following,
      waiting: waiting.map(toOutput),
      refused: refused.map(toOutput),
      editable: editable.map(({ id, until }) => ({ id, until: until.toISOString() })),
    });
  },
});
