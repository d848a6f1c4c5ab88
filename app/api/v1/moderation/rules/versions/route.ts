import { ok } from "@/lib/answer";
import { ruleVersions } from "@/lib/comments/screening/queries";
import { versionsOutput } from "@/lib/comments/screening/schema";
import { pageQuery } from "@/lib/cursor";
import { route } from "@/lib/route";

export const GET = route({
  summary: "Every version of the rules, newest first: who, when and why",
  gate: "moderator",
  query: pageQuery,
  answers: { 200: versionsOutput },
  run: async ({ viewer, query }) => ok(await ruleVersions(viewer, query)),
});
