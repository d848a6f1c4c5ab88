import { ok } from "@/lib/answer";
import { playback } from "@/lib/comments/screening/queries";
import { playbackOutput, playbackParams } from "@/lib/comments/screening/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "How far a playback is and, at its end, what the rules would have done",
  gate: "moderator",
  params: playbackParams,
  answers: { 200: playbackOutput },
  run: async ({ viewer, params }) => ok(await playback(viewer, params.id)),
});
