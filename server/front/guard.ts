import type { ServerResponse } from "node:http";
import type { StaticAnswer } from "@/server/front/error-pages";

interface Guard {
  /** Flat headers for every answer. */
  headers: readonly string[];
  /** Set unless the answer brings its own. */
  defaults: readonly [string, string][];
  /** An answer to give instead of the one whose head is about to be sent, or nothing. */
  instead(response: ServerResponse): StaticAnswer | undefined;
}

/** Has the last word on an answer that Next writes itself: adds headers, or puts another answer in its place. */
export function guard(response: ServerResponse, { headers, defaults, instead }: Guard): void {
  const { writeHead, write, end } = response;
  let replaced = false;
  const head = (status: number, ...rest: unknown[]): ServerResponse => {
    response.writeHead = writeHead;
    response.statusCode = status;
    takeHeaders(response, rest.at(-1));
    const other = instead(response);
    if (other) return replace(other);
    dress(response);
    return writeHead.call(response, status);
  };
  const dress = (target: ServerResponse) => {
    for (let i = 0; i + 1 < headers.length; i += 2) target.setHeader(headers[i] ?? "", headers[i + 1] ?? "");
    for (const [name, value] of defaults) if (!target.hasHeader(name)) target.setHeader(name, value);
  };
  const replace = (other: StaticAnswer): ServerResponse => {
    replaced = true;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    dress(response);
    for (const [name, value] of other.headers) response.setHeader(name, value);
    response.setHeader("Content-Type", other.type);
    response.setHeader("Content-Length", other.body.length);
    response.setHeader("Cache-Control", "no-store");
    writeHead.call(response, other.status);
    end.call(response, other.body, "utf8");
    return response;
  };
  // Next compresses by wrapping these in its turn, so the head is always asked for by its public name.
  const sendHead = () => {
    if (!response.headersSent && !replaced) response.writeHead(response.statusCode);
  };
  Object.assign(response, {
    writeHead: head,
    write: (...args: unknown[]): unknown => {
      sendHead();
      return replaced ? swallow(args, true) : Reflect.apply(write, response, args);
    },
    end: (...args: unknown[]): unknown => {
      if (!response.headersSent && !replaced) announceLength(response, args[0]);
      sendHead();
      return replaced ? swallow(args, response) : Reflect.apply(end, response, args);
    },
  });
}

/** Of a body that comes in one piece. */
function announceLength(response: ServerResponse, body: unknown): void {
  const bodiless = response.statusCode === 204 || response.statusCode === 304;
  if (bodiless || response.hasHeader("content-length") || response.hasHeader("transfer-encoding")) return;
  if (typeof body === "string") response.setHeader("Content-Length", Buffer.byteLength(body));
  else if (body instanceof Uint8Array) response.setHeader("Content-Length", body.byteLength);
}

function takeHeaders(response: ServerResponse, given: unknown): void {
  if (Array.isArray(given)) {
    for (let i = 0; i + 1 < given.length; i += 2) response.setHeader(String(given[i]), String(given[i + 1]));
  } else if (typeof given === "object" && given !== null) {
    for (const [name, value] of Object.entries(given)) response.setHeader(name, value);
  }
}

function swallow<T>(args: unknown[], result: T): T {
  const done = args.find((arg) => typeof arg === "function");
  if (typeof done === "function") process.nextTick(() => done());
  return result;
}
