import { ok } from "@/lib/answer";
import { placeOf } from "@/lib/moderation/place";
import { commentParams, queuePlace } from "@/lib/moderation/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const GET = route({
  summary: "One comment of the queue in its place: its neighbours, its replies, how the piece begins",
  gate: "moderator",
  limit: limits.queue,
  params: commentParams,
  answers: { 200: queuePlace },
  run: async ({ viewer, params }) => ok(await placeOf(viewer, params.id)),
});
