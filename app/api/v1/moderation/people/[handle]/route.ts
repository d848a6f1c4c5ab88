import { ok } from "@/lib/answer";
import { personFile } from "@/lib/moderation/people/person-file";
import { personOutput, personParams } from "@/lib/moderation/people/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "What moderators know of a person: their record, notes of the team, measures, earlier names",
  gate: "moderator",
  params: personParams,
  answers: { 200: personOutput },
  run: async ({ viewer, params }) => ok(await personFile(viewer, params.handle)),
});
