import { ok } from "@/lib/answer";
import { queueNews } from "@/lib/moderation/queue-screen";
import { countsOutput, countsQuery } from "@/lib/moderation/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const GET = route({
  summary: "What stands in each list of the queue, what came since, and what other moderators look at",
  gate: "moderator",
  limit: limits.queue,
  query: countsQuery,
  answers: { 200: countsOutput },
  run: async ({ viewer, query }) => ok(await queueNews(viewer, query.since ? new Date(query.since) : null)),
});
