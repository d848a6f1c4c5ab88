import { stringifySetCookie } from "cookie";
import { type Answer, Stream } from "@/lib/answer";
import { second } from "@/lib/clock";
import { type CookieToSet, cookieToSet } from "@/lib/session";

/** An answer ready to be sent: whoever took the request in sends it. Header names are lower case. */
export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  /** Each a `Set-Cookie`. */
  cookies: string[];
  body: string | AsyncIterable<string> | null;
}

/** A cookie as `Set-Cookie` wants it. */
const setCookie = ({ name, value, options }: CookieToSet) => stringifySetCookie({ name, value, ...options });

/** An answer in JSON, for nobody else's eyes. */
export function jsonResponse({ status, headers, body, cookies = [] }: Answer): HttpResponse {
  const bodiless = body === null && status === 204;
  return {
    status,
    headers: {
      ...(!bodiless && { "content-type": "application/json; charset=utf-8" }),
      "cache-control": "private, no-store",
      ...headers,
    },
    cookies: cookies.map(setCookie),
    body: bodiless ? null : body instanceof Stream ? body.parts : JSON.stringify(body),
  };
}

/** A redirect after a plain form. */
export function seeOther(path: string, cookies: readonly CookieToSet[] = []): HttpResponse {
  return {
    status: 303,
    headers: { location: path, "cache-control": "private, no-store" },
    cookies: cookies.map(setCookie),
    body: null,
  };
}

/** For this long another process answers the writer with fresh pages. */
const writerSkipsStore = 5 * second;

/** The reply to a write: for a moment its sender gets pages rendered anew, in every process. */
export function withFreshness(reply: HttpResponse): HttpResponse {
  const fresh = setCookie(cookieToSet("rejoinder-fresh", "1", writerSkipsStore));
  return { ...reply, cookies: [...reply.cookies, fresh] };
}

/** As Next wants it. */
export function responseOf({ status, headers, cookies, body }: HttpResponse): Response {
  const bytes = body === null || typeof body === "string" ? body : streamOf(body);
  const response = new Response(bytes, { status, headers });
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

function streamOf(parts: AsyncIterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const coming = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await coming.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await coming.return?.();
    },
  });
}
