import { parseCookie } from "cookie";
import type { NextRequest } from "next/server";

/** A request of the contract as its routes know it, whoever took it in: the front itself, or Next. */
export interface ApiRequest {
  method: string;
  /** Path and query; the host is nobody's. */
  url: URL;
  headers: RequestHeaders;
  cookies: Cookies;
  /** Of a body that came whole, the bytes; else as it comes. */
  body: Buffer<ArrayBuffer> | ReadableStream<Uint8Array> | null;
}

/** Headers by their names in lower case. */
export interface RequestHeaders {
  get(name: string): string | null;
}

export interface Cookies {
  get(name: string): { value: string } | undefined;
}

/** The cookies in a `Cookie` header, read when first asked for. */
export function cookiesIn(header: string | undefined): Cookies {
  let read: Record<string, string | undefined> | undefined;
  return {
    get(name) {
      read ??= parseCookie(header ?? "");
      const value = Object.hasOwn(read, name) ? read[name] : undefined;
      return value === undefined ? undefined : { value };
    },
  };
}

/** What Next hands to a route. */
export function requestOfNext({ method, nextUrl, headers, cookies, body }: NextRequest): ApiRequest {
  return { method, url: new URL(nextUrl.href), headers, cookies, body };
}
