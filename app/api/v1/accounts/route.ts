import { viewerProfile } from "@/lib/accounts/queries";
import { confirmationSchema, signUpSchema, viewerSchema } from "@/lib/accounts/schema";
import { deviceCookie, signUpCookie } from "@/lib/accounts/sign-in";
import { requestSignUp, signUp } from "@/lib/accounts/sign-up";
import { type Answer, accepted, created } from "@/lib/answer";
import { mailIsSent } from "@/lib/mail";
import { t } from "@/lib/messages";
import { pageWithNext, safePath } from "@/lib/origin";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";
import { openSession } from "@/lib/session";

export const POST = route({
  summary: "Sign up: at once, or (with a mail server) by a link that is mailed",
  gate: "public",
  limit: limits.signUp,
  barred: "refused",
  body: signUpSchema,
  answers: { 201: viewerSchema, 202: confirmationSchema },
  run: async ({ body, address }): Promise<Answer> => {
    if (mailIsSent()) {
      await requestSignUp(body);
      return { ...accepted({ detail: t("accounts.done.signUp") }), cookies: [signUpCookie(body.email)] };
    }
    const viewer = await signUp(body);
    const cookies = [...(await openSession(viewer.id, address)), deviceCookie(body.email)];
    return created({ viewer: viewerProfile(viewer) }, "/api/v1/viewer", cookies);
  },
  form: {
    done: ({ answer, fields }) => (answer.status === 202 ? "/sign-up?sent=1" : safePath(fields.next, "/")),
    refused: ({ fields }) => pageWithNext("/sign-up", fields.next),
  },
});
