import type { IncomingMessage, ServerResponse } from "node:http";
import type { StaticAnswer } from "@/server/front/error-pages";
import { documentPolicy } from "@/server/front/policy-headers";

/** Milliseconds. */
const lingering = 700;

/** Sends a whole answer whose bytes are known. `headers` are flat, and on every answer. */
export function sendStatic(
  request: IncomingMessage,
  response: ServerResponse,
  answer: StaticAnswer,
  headers: readonly string[],
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, type, body } = answer;
  setAll(response, headers);
  response.setHeader("Content-Security-Policy", documentPolicy);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", body.length);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  const sending = isSending(request);
  if (sending) response.setHeader("Connection", "close");
  response.writeHead(status);
  if (sending) hangUp(request, response, body);
  else response.end(request.method === "HEAD" ? undefined : body);
}

/** Sets flat headers: name, value, name, value. */
export function setAll(response: ServerResponse, headers: readonly string[]): void {
  for (let i = 0; i + 1 < headers.length; i += 2) response.setHeader(headers[i] ?? "", headers[i + 1] ?? "");
}

function isSending({ complete, headers }: IncomingMessage): boolean {
  return !complete && (Number(headers["content-length"] ?? 0) > 0 || headers["transfer-encoding"] !== undefined);
}

/**
 * The rest of what is being sent is not wanted. The answer goes out whole at once; what still comes is thrown away for a
 * moment, since a connection closed under a client that is sending takes the answer with it.
 */
function hangUp(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  response.write(body);
  request.resume();
  const end = () => {
    clearTimeout(timer);
    response.end();
    if (!request.complete) request.destroy();
  };
  const timer = setTimeout(end, lingering);
  request.once("end", end).once("close", end);
}
