import type { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";
import type { CookieToSet } from "@/lib/session";

/** What a route answers. A body of null is no body. */
export interface Answer<Body = unknown> {
  status: number;
  headers: Record<string, string>;
  body: Body;
  cookies?: CookieToSet[];
}

export function ok<Body>(body: Body, cookies?: CookieToSet[]): Answer<Body> {
  return { status: 200, headers: {}, body, cookies };
}

/** What is written bit by bit while it is read, so that no length of it is ever held in memory. */
export class Stream {
  constructor(readonly parts: AsyncIterable<string>) {}
}

async function* once(text: string) {
  yield text;
}

/** A file to keep, JSON unless told: the browser saves it under that name. */
export function attachment(name: string, parts: AsyncIterable<string> | string, type?: string): Answer<Stream> {
  const headers = { "content-disposition": `attachment; filename="${name}"`, ...(type && { "content-type": type }) };
  return { status: 200, headers, body: new Stream(typeof parts === "string" ? once(parts) : parts) };
}

export function created<Body>(body: Body, location: string, cookies?: CookieToSet[]): Answer<Body> {
  return { status: 201, headers: { location }, body, cookies };
}

export function accepted<Body>(body: Body): Answer<Body> {
  return { status: 202, headers: {}, body };
}

export function noContent(cookies?: CookieToSet[]): Answer<null> {
  return { status: 204, headers: {}, body: null, cookies };
}

/** For ever elsewhere, by the same method. */
export function movedTo(location: string): Answer<null> {
  return { status: 308, headers: { location }, body: null };
}

/** The problem document (RFC 9457) for an error. */
export function problem(error: AppError, requestId: string): Answer {
  const { errors, retryAfter, location, members } = error.extras;
  return {
    status: error.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
      ...(location !== undefined && { location }),
      ...(error.code === "too_large" && { connection: "close" }),
    },
    body: {
      type: `/problems/${error.code}`,
      title: t(`requests.title.${error.code}`),
      status: error.status,
      detail: error.message,
      code: error.code,
      requestId,
      ...(errors && { errors }),
      ...members,
    },
  };
}
