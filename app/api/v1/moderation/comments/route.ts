import { ok } from "@/lib/answer";
import { queue } from "@/lib/moderation/queries";
import { queuePage, queueQuery } from "@/lib/moderation/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const GET = route({
  summary: "The queue: comments by status, each with all that its decision needs",
  gate: "moderator",
  limit: limits.queue,
  query: queueQuery,
  answers: { 200: queuePage },
  run: async ({ viewer, query }) => ok(await queue(viewer, query)),
});
