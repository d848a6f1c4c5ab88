import { ok } from "@/lib/answer";
import { peopleIn, threadOf } from "@/lib/comments/queries";
import { peopleOutput, peopleQuery, threadParams } from "@/lib/comments/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "People of a thread whose handle or name begins so, who wrote last first: for completing a mention",
  gate: "public",
  params: threadParams,
  query: peopleQuery,
  answers: { 200: peopleOutput },
  run: async ({ params, query }) => ok({ items: await peopleIn((await threadOf(params.slug)).id, query.q) }),
});
