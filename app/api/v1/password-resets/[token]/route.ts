import { resetPassword } from "@/lib/accounts/password-reset";
import { resetSchema, tokenParams } from "@/lib/accounts/schema";
import { deviceCookie } from "@/lib/accounts/sign-in";
import { noContent } from "@/lib/answer";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";
import { clearedCookies } from "@/lib/session";

export const POST = route({
  summary: "Choose a new password by a mailed link, once; ends all sessions",
  gate: "public",
  limit: limits.signIn,
  params: tokenParams,
  body: resetSchema,
  answers: { 204: null },
  run: async ({ params, body }) => {
    const { email } = await resetPassword(params.token, body.password);
    return noContent([...clearedCookies(), deviceCookie(email)]);
  },
  form: {
    done: () => "/sign-in?done=password",
    refused: ({ params }) => `/reset-password/${encodeURIComponent(String(params.token))}`,
  },
});
