import { when } from "@/lib/actor";
import { ok } from "@/lib/answer";
import { toOutput } from "@/lib/comments/comment";
import { viewerAt } from "@/lib/comments/own-things";
import { ownThingsOutput, threadParams } from "@/lib/comments/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "What is mine in this thread: votes, comments that wait, comments that I may still change",
  gate: "signedIn",
  params: threadParams,
  answers: { 200: ownThingsOutput },
  run: async ({ viewer, params }) => {
    const { waiting, refused, editable, ...mine } = await viewerAt(params.slug, viewer, when(viewer));
    return ok({
      ...mine,
      waiting: waiting.map(toOutput),
      refused: refused.map(toOutput),
      editable: editable.map(({ id, until }) => ({ id, until: until.toISOString() })),
    });
  },
});
