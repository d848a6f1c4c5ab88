import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { HttpResponse } from "@/lib/http-response";
import { log } from "@/lib/log";
import { compressors, worthGzip } from "@/server/front/encoding";

/** Sends the reply of a route, compressed where it is long. `common` are flat, and on every answer. */
export async function sendResponse(
  { method, headers: { "accept-encoding": accepted } }: IncomingMessage,
  response: ServerResponse,
  { status, headers: own, cookies, body }: HttpResponse,
  common: readonly string[],
): Promise<void> {
  const headers = [...common, "vary", "Accept-Encoding, Cookie"];
  for (const [name, value] of Object.entries(own)) headers.push(name, value);
  for (const cookie of cookies) headers.push("set-cookie", cookie);
  const head = method === "HEAD";
  if (body !== null && typeof body !== "string") {
    const packed = worthGzip(Number.POSITIVE_INFINITY, accepted);
    if (packed) headers.push("content-encoding", "gzip");
    response.writeHead(status, headers);
    if (head) response.end();
    // What fails on the way breaks the answer off, so that nobody takes a part for the whole.
    else await (packed ? pipeline(body, createGzip(), response) : pipeline(body, response)).catch(brokenOff);
    return;
  }
  const whole = Buffer.from(body ?? "");
  const packed = worthGzip(whole.length, accepted);
  const bytes = packed ? await compressors.gzip(whole) : whole;
  if (response.destroyed) return;
  if (packed) headers.push("content-encoding", "gzip");
  if (status !== 204) headers.push("content-length", String(bytes.length));
  response.writeHead(status, headers);
  response.end(head ? undefined : bytes);
}

const brokenOff = (error: unknown) => log.warn({ err: error }, "an answer was broken off");
