import { ok } from "@/lib/answer";
import { unsubscribe } from "@/lib/notifications/mutations";
import { oneClick, tokenParams, unsubscribedAnswer } from "@/lib/notifications/schema";
import { route } from "@/lib/route";

const pageOf = (token: unknown) => `/unsubscribe/${encodeURIComponent(String(token))}`;

export const GET = route({
  summary: "Leads to the page that asks; opening a mailed link changes nothing",
  gate: "public",
  params: tokenParams,
  answers: { 303: null },
  run: async ({ params }) => ({ status: 303, headers: { location: pageOf(params.token) }, body: null }),
});

export const POST = route({
  summary:
    "No more mail of the kind that a mailed link names; one click in a mail program (RFC 8058), or the form of the page",
  gate: "public",
  // Mail programs send neither cookie nor origin: what the token says is all that is believed, and all that is done.
  origin: "token",
  params: tokenParams,
  body: oneClick,
  answers: { 200: unsubscribedAnswer },
  run: async ({ params }) => ok(await unsubscribe(params.token)),
  form: {
    // A redirect would not be followed (RFC 8058, 3.1).
    done: ({ params, fields }) => (fields["List-Unsubscribe"] ? null : `${pageOf(params.token)}?done=1`),
    refused: ({ params, fields }) => (fields["List-Unsubscribe"] ? null : pageOf(params.token)),
  },
});
