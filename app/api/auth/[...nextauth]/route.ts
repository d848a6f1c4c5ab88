import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/accounts/next-auth";
import { problem } from "@/lib/answer";
import { type AppError, asAppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { clientAddress, requireOwnOrigin } from "@/lib/origin";
import { addressKey, limits, spend } from "@/lib/rate-limit";
import { readBytes } from "@/lib/request-body";
import { deviceCookieName } from "@/lib/session";

type Context = { params: Promise<{ nextauth: string[] }> };

const maxBytes = 16 * 1024;

/** next-auth's own routes, under our origin check and our limits. Whatever is wrong with the configuration, nobody is signed in. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  try {
    const address = addressKey(clientAddress(request.headers));
    const writes = request.method === "POST";
    if (writes) requireOwnOrigin(request.headers);
    await spend(writes ? limits.signIn : limits.read, address);
    let refusal: AppError | undefined;
    const options = authOptions({
      device: request.cookies.get(deviceCookieName())?.value,
      refused: (error) => {
        refusal = error;
      },
    });
    const answer: Response = await NextAuth(writes ? await bounded(request) : request, context, options);
    if (refusal) throw refusal;
    answer.headers.set("cache-control", "private, no-store");
    return answer;
  } catch (thrown) {
    const error = asAppError(thrown);
    const requestId = request.headers.get("x-request-id") ?? "";
    if (error.status >= 500) log.error({ requestId, err: thrown }, error.message);
    const { status, headers, body } = problem(error, requestId);
    return NextResponse.json(body, { status, headers: { ...headers, "cache-control": "private, no-store" } });
  }
}

/** The request with its body read, so that a large one is refused before it is parsed. */
async function bounded(request: NextRequest): Promise<NextRequest> {
  const body = await readBytes(request, maxBytes);
  return new NextRequest(request.url, { method: "POST", headers: request.headers, body });
}

export { handle as GET, handle as POST };
