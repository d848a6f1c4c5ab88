import { confirmEmailChange } from "@/lib/accounts/own-account";
import { nothingSchema, tokenParams } from "@/lib/accounts/schema";
import { noContent } from "@/lib/answer";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Confirm a new e-mail address by the link that was mailed to it, once",
  gate: "public",
  limit: limits.signIn,
  params: tokenParams,
  body: nothingSchema,
  answers: { 204: null },
  run: async ({ params }) => {
    await confirmEmailChange(params.token);
    return noContent();
  },
  form: {
    done: () => "/settings?saved=confirmed",
    refused: ({ params }) => `/settings/email/${encodeURIComponent(String(params.token))}`,
  },
});
