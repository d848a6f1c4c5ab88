import { created } from "@/lib/answer";
import { sanction } from "@/lib/moderation/people/mutations";
import { requirePerson, sanctionById } from "@/lib/moderation/people/queries";
import { filled, personParams, sanctionInput, sanctionMade } from "@/lib/moderation/people/schema";
import { route } from "@/lib/route";

const page = (handle: unknown) => `/moderation/people/${encodeURIComponent(String(handle))}`;

export const POST = route({
  summary: "Take a measure against a person: warn, hold their comments, suspend, ban",
  gate: "moderator",
  params: personParams,
  body: sanctionInput,
  answers: { 201: sanctionMade },
  run: async ({ viewer, params, body }) => {
    const { id } = await sanction(viewer, (await requirePerson(viewer, params.handle)).id, body);
    return created(await sanctionById(viewer, id), `/api/v1/moderation/people/${params.handle}`);
  },
  form: {
    read: filled,
    done: ({ params }) => `${page(params.handle)}?done=sanction#measures`,
    refused: ({ params }) => page(params.handle),
  },
});
