import { nothingSchema } from "@/lib/accounts/schema";
import { noContent } from "@/lib/answer";
import { safePath } from "@/lib/origin";
import { route } from "@/lib/route";
import { clearedCookies, closeSession } from "@/lib/session";

export const POST = route({
  summary: "The form twin of DELETE /sessions",
  gate: "anybody",
  body: nothingSchema,
  answers: { 204: null },
  run: async ({ request }) => {
    await closeSession(request.cookies);
    return noContent(clearedCookies());
  },
  form: { done: ({ fields }) => safePath(fields.next, "/"), refused: () => "/sign-in" },
});
