import { ok } from "@/lib/answer";
import { objections } from "@/lib/moderation/fairness/objections";
import { objectionsPage, objectionsQuery } from "@/lib/moderation/fairness/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "Objections: those to be answered in the order of coming, or those that were answered, the latest first",
  gate: "moderator",
  query: objectionsQuery,
  answers: { 200: objectionsPage },
  run: async ({ viewer, query }) => ok(await objections(viewer, query)),
});
