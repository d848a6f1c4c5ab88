import { movedTo, ok } from "@/lib/answer";
import { handleParams } from "@/lib/articles/schema";
import { personByHandle, personMovedTo, personOutput, toPersonOutput } from "@/lib/comments/person";
import { notFound } from "@/lib/errors";
import { route } from "@/lib/route";

export const GET = route({
  summary: "Somebody who reads, answers or writes here; an old handle answers 308",
  gate: "public",
  params: handleParams,
  answers: { 200: personOutput, 308: null },
  run: async ({ params }) => {
    const person = await personByHandle(params.handle);
    if (person) return ok(toPersonOutput(person));
    const handle = await personMovedTo(params.handle);
    if (handle) return movedTo(`/api/v1/people/${handle}`);
    throw notFound();
  },
});
