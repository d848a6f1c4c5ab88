import { ok } from "@/lib/answer";
import { pageQuery } from "@/lib/cursor";
import { publicLog } from "@/lib/moderation/public-log";
import { publicLogPage } from "@/lib/moderation/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "What staff did, newest first: roles and reasons, no names",
  gate: "public",
  query: pageQuery,
  answers: { 200: publicLogPage },
  run: async ({ query }) => ok(await publicLog(query)),
});
