import { ok } from "@/lib/answer";
import { pageQuery } from "@/lib/cursor";
import { decisionLog } from "@/lib/moderation/queries";
import { logPage } from "@/lib/moderation/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "Every decision, newest first",
  gate: "moderator",
  query: pageQuery,
  answers: { 200: logPage },
  run: async ({ viewer, query }) => ok(await decisionLog(viewer, query)),
});
