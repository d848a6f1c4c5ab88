import { type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { type DocumentNotes, processState } from "@/lib/process-state";
import type { Finished } from "@/server/documents/finish";
import { innerRequest } from "@/server/front/inner-request";

/** Next's request handler. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Rendered {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  notes: DocumentNotes;
  /** Told of a page whose body is made into a document already. */
  finished?: Omit<Finished, "html">;
}

/** Renders a page by a request of our own, so that nothing of any client's reaches a page that is kept. */
export async function render(handler: Handler, url: string, asked: IncomingHttpHeaders): Promise<Rendered> {
  // Compressed once it is finished: what Next compressed could not be. Without a user agent `htmlLimitedBots` matches none, and
  // Next now and then sends the metadata after the page, to be put in place by a script.
  const { "accept-encoding": _encoding, ...client } = asked;
  const headers = { ...client, "user-agent": "rejoinder" };
  const notes: DocumentNotes = { status: 200, tags: new Set(), freshUntil: null };
  const request = innerRequest({ method: "GET", url, headers });
  const { response, finished } = caught(request);
  await processState().notes.run(notes, () => handler(request, response));
  const body = await finished;
  const status = response.statusCode === 200 ? notes.status : response.statusCode;
  return { status, headers: response.getHeaders(), body, notes };
}

/** A response that goes nowhere: what is written to it is collected. */
function caught(request: IncomingMessage): { response: ServerResponse; finished: Promise<Buffer> } {
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  const collect = (chunk: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const finished = new Promise<Buffer>((resolve) => {
    const end = (...args: unknown[]): ServerResponse => {
      collect(args[0]);
      resolve(Buffer.concat(chunks));
      const done = args.find((arg) => typeof arg === "function");
      // `after()` and Next's own bookkeeping wait for these.
      process.nextTick(() => {
        if (typeof done === "function") done();
        response.emit("finish");
        response.emit("close");
        request.emit("close");
      });
      return response;
    };
    const write = (...args: unknown[]): boolean => {
      collect(args[0]);
      const done = args.find((arg) => typeof arg === "function");
      if (typeof done === "function") process.nextTick(() => done());
      return true;
    };
    const writeHead = (status: number, ...rest: unknown[]): ServerResponse => {
      response.statusCode = status;
      const given = rest.at(-1);
      if (Array.isArray(given))
        for (let i = 0; i + 1 < given.length; i += 2) response.appendHeader(String(given[i]), String(given[i + 1]));
      else if (typeof given === "object" && given !== null)
        for (const [name, value] of Object.entries(given)) response.setHeader(name, value);
      return response;
    };
    Object.assign(response, { end, write, writeHead, flushHeaders: () => undefined });
  });
  return { response, finished };
}
