import { closingOutput, closingSchema } from "@/lib/accounts/schema";
import { ok } from "@/lib/answer";
import { forgetForms } from "@/lib/drafts";
import { closeAccount } from "@/lib/notifications/closing";
import { route } from "@/lib/route";
import { clearedCookies, cookieToSet, draftCookieName } from "@/lib/session";

export const POST = route({
  summary: "Close one's account for good; its comments keep the name, lose it, or are erased",
  gate: "signedIn",
  body: closingSchema,
  answers: { 200: closingOutput },
  run: async ({ viewer, body, request }) => {
    const closing = await closeAccount(viewer, body);
    await forgetForms(request.cookies.get(draftCookieName())?.value);
    return ok(closing, [...clearedCookies(), cookieToSet(draftCookieName(), "", 0)]);
  },
  form: {
    read: ({ part: _part, ...fields }) => fields,
    done: ({ answer }) => `/goodbye?closing=${answer.body.id}`,
    refused: () => "/settings",
  },
});
