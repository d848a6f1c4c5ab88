import { created } from "@/lib/answer";
import { addNote } from "@/lib/moderation/people/mutations";
import { requirePerson } from "@/lib/moderation/people/queries";
import { noteInput, noteMade, personParams } from "@/lib/moderation/people/schema";
import { route } from "@/lib/route";

const page = (handle: unknown) => `/moderation/people/${encodeURIComponent(String(handle))}`;

export const POST = route({
  summary: "Write a note of the team on a person; moderators read it",
  gate: "moderator",
  params: personParams,
  body: noteInput,
  answers: { 201: noteMade },
  run: async ({ viewer, params, body }) => {
    const made = await addNote(viewer, (await requirePerson(viewer, params.handle)).id, body);
    return created(made, `/api/v1/moderation/people/${params.handle}`);
  },
  form: {
    done: ({ params }) => `${page(params.handle)}?done=note#notes`,
    refused: ({ params }) => page(params.handle),
  },
});
