import { ok } from "@/lib/answer";
import { ownStatements } from "@/lib/moderation/fairness/queries";
import { statementsPage, statementsQuery } from "@/lib/moderation/fairness/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "All that was decided against oneself, with its reasons, the latest first",
  gate: "signedIn",
  query: statementsQuery,
  answers: { 200: statementsPage },
  run: async ({ viewer, query }) => ok(await ownStatements(viewer, query)),
});
