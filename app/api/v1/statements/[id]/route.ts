import { ok } from "@/lib/answer";
import { ownStatement } from "@/lib/moderation/fairness/queries";
import { statementOutput, statementParams } from "@/lib/moderation/fairness/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "Why one was restricted; for that person alone",
  gate: "signedIn",
  params: statementParams,
  answers: { 200: statementOutput },
  run: async ({ viewer, params }) => ok(await ownStatement(viewer, params.id)),
});
