import { notFound } from "@/lib/errors";
import { readLetterToken } from "@/lib/moderation/fairness/letter-token";
import { objectByLetter } from "@/lib/moderation/fairness/mutations";
import { mailedStatement } from "@/lib/moderation/fairness/queries";
import { letterParams, objectionInput, statementOutput } from "@/lib/moderation/fairness/schema";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Object by the link that was mailed, for who cannot sign in any more; as POST …/statements/{id}/objections",
  gate: "public",
  params: letterParams,
  body: objectionInput,
  answers: { 200: statementOutput, 201: statementOutput },
  run: async ({ params, body }) => {
    const id = readLetterToken(params.token);
    if (!id) throw notFound();
    const { first } = await objectByLetter(id, body);
    return { status: first ? 201 : 200, headers: {}, body: await mailedStatement(id) };
  },
  form: {
    done: ({ params }) => `/objections/${params.token}#objection`,
    refused: ({ params }) => `/objections/${encodeURIComponent(String(params.token))}`,
  },
});
