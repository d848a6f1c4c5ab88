import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { z } from "zod";
import { authOptions } from "@/lib/accounts/next-auth";
import { problem } from "@/lib/answer";
import { requestOfNext } from "@/lib/api-request";
import { siteUrl } from "@/lib/env";
import { AppError, asAppError, notFound } from "@/lib/errors";
import { log } from "@/lib/log";
import { t } from "@/lib/messages";
import { clientAddress, requireOwnOrigin } from "@/lib/origin";
import { addressKey, limits, spend } from "@/lib/rate-limit";
import { parseJson, readBytes } from "@/lib/request-body";
import { deviceCookieName, hintCookie, sessionCookieName } from "@/lib/session";

type Context = { params: Promise<{ nextauth: string[] }> };

const maxBytes = 16 * 1024;
/** `json` and `redirect` may be true or false. */
const fields = z.record(z.string(), z.union([z.string(), z.boolean()]));

/** next-auth's own routes, under our origin check and our limits. Whatever is wrong with the configuration, nobody is signed in. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  try {
    const address = addressKey(clientAddress(request.headers));
    const writes = request.method === "POST";
    if (writes) requireOwnOrigin(request.headers);
    // There is no provider that sends a browser back here; next-auth would answer 500.
    if (!writes && (await context.params).nextauth[0] === "callback") throw notFound();
    await spend(writes ? limits.signIn : limits.read, address);
    let refusal: AppError | undefined;
    const options = authOptions({
      device: request.cookies.get(deviceCookieName())?.value,
      address,
      refused: (error) => {
        refusal = error;
      },
    });
    const answer: Response = await NextAuth(writes ? await bounded(request) : request, context, options);
    if (refusal) throw refusal;
    return finished(answer);
  } catch (thrown) {
    const error = asAppError(thrown);
    const requestId = request.headers.get("x-request-id") ?? "";
    if (error.status >= 500) log.error({ requestId, err: thrown }, error.message);
    const { status, headers, body } = problem(error, requestId);
    return NextResponse.json(body, { status, headers: { ...headers, "cache-control": "private, no-store" } });
  }
}

/** Not to be kept; sent on within the host that was asked; with the hint of our module where somebody signed in. */
function finished(answer: Response): NextResponse {
  const response = new NextResponse(answer.body, answer);
  response.headers.set("cache-control", "private, no-store");
  const location = answer.headers.get("location");
  if (location?.startsWith(`${siteUrl()}/`)) response.headers.set("location", location.slice(siteUrl().length));
  if (answer.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookieName()}=ey`))) {
    const { name, value, options } = hintCookie();
    response.cookies.set(name, value, options);
  }
  return response;
}

/** The request with its body read and found to be words by name: what is larger, or anything else, next-auth never sees. */
async function bounded(request: NextRequest): Promise<NextRequest> {
  const body = await readBytes(requestOfNext(request), maxBytes);
  // Recognised as next-auth does it.
  const json = request.headers.get("content-type")?.includes("application/json");
  if (json && !fields.safeParse(parseJson(body)).success) throw new AppError("invalid", t("requests.fault.words"));
  return new NextRequest(request.url, { method: "POST", headers: request.headers, body });
}

export { handle as GET, handle as POST };
