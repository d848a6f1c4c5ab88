import { requestPasswordReset } from "@/lib/accounts/password-reset";
import { confirmationSchema, resetRequestSchema } from "@/lib/accounts/schema";
import { accepted } from "@/lib/answer";
import { t } from "@/lib/messages";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Ask for a link to choose a new password; every address is answered alike",
  gate: "public",
  limit: limits.reset,
  body: resetRequestSchema,
  answers: { 202: confirmationSchema },
  run: async ({ body }) => {
    await requestPasswordReset(body.email);
    return accepted({ detail: t("accounts.done.reset") });
  },
  form: { done: () => "/reset-password?sent=1", refused: () => "/reset-password" },
});
