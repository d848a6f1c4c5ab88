import { type IncomingHttpHeaders, IncomingMessage } from "node:http";
import { Socket } from "node:net";

/** What only we may say to the app, and what Next would take orders from. */
const ours =
  /^(?:content-security-policy.*|x-nonce|x-middleware-.*|x-forwarded-.*|forwarded|x-real-ip|x-rejoinder-.*|x-request-id|x-invoke-.*|x-matched-path|x-nextjs-.*|x-next-.*|x-now-.*|x-vercel-.*|x-prerender-.*|x-action-.*|next-action|next-resume|next-cache-.*|x-original-url|x-rewrite-url|x-http-method.*|x-method-override|via|upgrade|connection|keep-alive|transfer-encoding|expect|te|trailer|proxy-.*)$/;

/** The client's headers without anything that only the front may say. */
export function scrubbed(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept: IncomingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) if (!ours.test(name)) kept[name] = value;
  return kept;
}

interface InnerRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body?: Buffer;
}

/**
 * A request of our own making, which is all that Next ever sees. Its body is whole. Its socket leads nowhere: a request that is
 * done with destroys its socket, and the reader's serves the next one.
 */
export function innerRequest({ method, url, headers, body }: InnerRequest): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = method;
  request.url = url;
  request.httpVersion = "1.1";
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = body ? { ...headers, "content-length": String(body.length) } : headers;
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)]);
  if (body && body.length > 0) request.push(body);
  request.push(null);
  request.complete = true;
  return request;
}
