import { ok } from "@/lib/answer";
import { ruleVersion } from "@/lib/comments/screening/queries";
import { versionOutput, versionParams } from "@/lib/comments/screening/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "One version of the rules, with its words",
  gate: "moderator",
  params: versionParams,
  answers: { 200: versionOutput },
  run: async ({ viewer, params }) => ok(await ruleVersion(viewer, params.number)),
});
