import { object } from "@/lib/moderation/fairness/mutations";
import { ownStatement } from "@/lib/moderation/fairness/queries";
import { objectionInput, statementOutput, statementParams } from "@/lib/moderation/fairness/schema";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Object to a measure against oneself, once; a second time answers 200 with the first",
  // Who is suspended objects too.
  gate: "signedIn",
  params: statementParams,
  body: objectionInput,
  answers: { 200: statementOutput, 201: statementOutput },
  run: async ({ viewer, params, body }) => {
    const { first } = await object(viewer, params.id, body);
    return { status: first ? 201 : 200, headers: {}, body: await ownStatement(viewer, params.id) };
  },
  form: {
    done: ({ params }) => `/statements/${params.id}#objection`,
    refused: ({ params }) => `/statements/${params.id}`,
  },
});
