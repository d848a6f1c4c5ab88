import { stringifySetCookie } from "cookie";
import type { Answer } from "@/lib/answer";
import { second } from "@/lib/clock";
import { type CookieToSet, cookieToSet } from "@/lib/session";

/** An answer ready to be sent: whoever took the request in sends it. Header names are lower case. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** Each a `Set-Cookie`. */
  cookies: string[];
  body: string | null;
}

/** A cookie as `Set-Cookie` wants it. */
const setCookie = ({ name, value, options }: CookieToSet) => stringifySetCookie({ name, value, ...options });

/** An answer in JSON, for nobody else's eyes. */
export function jsonReply({ status, headers, body, cookies = [] }: Answer): Reply {
  const bodiless = body === null && status === 204;
  return {
    status,
    headers: {
      ...(!bodiless && { "content-type": "application/json; charset=utf-8" }),
      "cache-control": "private, no-store",
      ...headers,
    },
    cookies: cookies.map(setCookie),
    body: bodiless ? null : JSON.stringify(body),
  };
}

/** A redirect after a plain form. */
export function seeOther(path: string, cookies: readonly CookieToSet[] = []): Reply {
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
export function withFreshness(reply: Reply): Reply {
  const fresh = setCookie(cookieToSet("rejoinder-fresh", "1", writerSkipsStore));
  return { ...reply, cookies: [...reply.cookies, fresh] };
}

/** As Next wants it. */
export function responseOf({ status, headers, cookies, body }: Reply): Response {
  const response = new Response(body, { status, headers });
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}
