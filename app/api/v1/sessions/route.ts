import { viewerProfile } from "@/lib/accounts/queries";
import { signInSchema, viewerSchema } from "@/lib/accounts/schema";
import { signIn } from "@/lib/accounts/sign-in";
import { noContent, ok } from "@/lib/answer";
import { unreadCount } from "@/lib/notifications/queries";
import { pageWithNext, safePath } from "@/lib/origin";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";
import { clearedCookies, closeSession, deviceCookieName } from "@/lib/session";

export const POST = route({
  summary: "Sign in",
  gate: "public",
  limit: limits.signIn,
  body: signInSchema,
  answers: { 200: viewerSchema },
  run: async ({ body, request, address }) => {
    const { viewer, cookies } = await signIn(body, request.cookies.get(deviceCookieName())?.value, address);
    return ok({ viewer: viewerProfile(viewer, await unreadCount(viewer)) }, cookies);
  },
  form: {
    done: ({ fields }) => safePath(fields.next, "/"),
    refused: ({ fields }) => pageWithNext("/sign-in", fields.next),
  },
});

export const DELETE = route({
  summary: "Sign out of this browser",
  gate: "signedIn",
  answers: { 204: null },
  run: async ({ request }) => {
    await closeSession(request.cookies);
    return noContent(clearedCookies());
  },
});
