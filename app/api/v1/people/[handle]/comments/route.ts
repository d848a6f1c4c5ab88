import { movedTo, ok } from "@/lib/answer";
import { handleParams } from "@/lib/articles/schema";
import { personByHandle, personMovedTo, saidBy, saidsOutput, toSaidOutput } from "@/lib/comments/person";
import { pageQuery } from "@/lib/cursor";
import { notFound } from "@/lib/errors";
import { route } from "@/lib/route";

export const GET = route({
  summary: "A page of what somebody wrote that everybody can read, newest first; an old handle answers 308",
  gate: "public",
  params: handleParams,
  query: pageQuery,
  answers: { 200: saidsOutput, 308: null },
  run: async ({ params, query }) => {
    const person = await personByHandle(params.handle);
    if (person) {
      const { items, nextCursor } = await saidBy(person, query);
      return ok({ items: items.map(toSaidOutput), nextCursor });
    }
    const handle = await personMovedTo(params.handle);
    if (handle) return movedTo(`/api/v1/people/${handle}/comments`);
    throw notFound();
  },
});
