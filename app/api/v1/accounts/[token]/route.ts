import { viewerProfile } from "@/lib/accounts/queries";
import { confirmSignUpSchema, tokenParams, viewerSchema } from "@/lib/accounts/schema";
import { deviceCookie } from "@/lib/accounts/sign-in";
import { confirmSignUp } from "@/lib/accounts/sign-up";
import { created } from "@/lib/answer";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";
import { formCookieName, openSession } from "@/lib/session";

export const POST = route({
  summary: "Open the account of a mailed link, once; with its password, unless in the browser that signed up",
  gate: "public",
  limit: limits.signIn,
  barred: "refused",
  params: tokenParams,
  body: confirmSignUpSchema,
  answers: { 201: viewerSchema },
  run: async ({ params, body, request, address }) => {
    const cookie = request.cookies.get(formCookieName("sign-up"))?.value;
    const { viewer, email } = await confirmSignUp(params.token, { ...body, cookie });
    const cookies = [...(await openSession(viewer.id, address)), deviceCookie(email)];
    return created({ viewer: viewerProfile(viewer) }, "/api/v1/viewer", cookies);
  },
  form: { done: () => "/", refused: ({ params }) => `/sign-up/${encodeURIComponent(String(params.token))}` },
});
