import type { IncomingMessage, ServerResponse } from "node:http";
import { now } from "@/lib/clock";
import { type Kind, kindOf } from "@/server/front/paths";

/** One request, as the front sees it. */
export interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  query: string;
  kind: Kind;
  /** On the answer, in the log, in every problem document. */
  id: string;
  /** Milliseconds since 1970. */
  received: number;
}

export function visitOf(request: IncomingMessage, response: ServerResponse, id: string, dev: boolean): Visit {
  const url = request.url ?? "/";
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? "" : url.slice(mark + 1);
  // Next's development server has doors of its own.
  const kind = dev && /^\/(?:_next|__next)/.test(path) ? "built" : kindOf(path);
  return { request, response, path, query, kind, id, received: now().getTime() };
}

/** Set on the answer to a write, for 5 s: this reader gets pages rendered anew, in every process. */
const freshCookie = "rejoinder-fresh=";

export function wantsFresh({ headers }: IncomingMessage): boolean {
  return headers.cookie?.includes(freshCookie) ?? false;
}

/** Whether Next's router in the browser asks for part of a page in a form of its own. */
export function asksForFlight({ headers }: IncomingMessage): boolean {
  return (
    headers.rsc !== undefined ||
    headers["next-router-state-tree"] !== undefined ||
    headers["next-router-prefetch"] !== undefined ||
    headers["next-router-segment-prefetch"] !== undefined ||
    headers["next-url"] !== undefined ||
    headers["next-action"] !== undefined
  );
}
