import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { minute, second } from "@/lib/clock";
import type { Documents } from "@/server/documents/documents";
import type { Form, Kept } from "@/server/documents/kept-page";
import type { Outcome, ReaderPages } from "@/server/documents/reader-pages";
import type { Rendered } from "@/server/documents/render";
import { compressors, encodingFor, worthGzip } from "@/server/front/encoding";
import { documentPolicy } from "@/server/front/policy-headers";

interface DocumentServerOptions {
  documents: Documents;
  pages: ReaderPages;
  /** Whether every change is heard of, and when that was last proved. */
  listener: { readonly trusted: boolean; readonly lastHeard: number };
  /** Whether Postgres answers. */
  pulse: { answers(): Promise<boolean> };
  render(url: string, headers: IncomingHttpHeaders): Promise<Rendered>;
  /** Told of a page that many ask for. */
  onCrowd?(key: string): void;
}

export type Given =
  | { kind: "page"; page: Kept; age?: number }
  | Exclude<Outcome, { kind: "page" }>
  | { kind: "unavailable" };
type ForVisitor = Exclude<Given, { kind: "page" }>;

/** A page that was asked for so often since it was rendered is one that may become busy. */
const crowd = 100;
/** How long a page that nobody can vouch for any more is still served while Postgres is away. */
const lastResort = 10 * minute;
/** A rendering that takes longer makes us ask whether the database is there. */
const askAgain = 2 * second;

/** Hands out documents: kept ones, newly rendered ones, and while Postgres is away the last ones that were true. */
export class DocumentServer {
  constructor(private readonly options: DocumentServerOptions) {}

  /** A page that is known to be true at this moment. */
  kept(key: string): Kept | undefined {
    const page = this.options.listener.trusted ? this.options.documents.get(key) : undefined;
    if (page === undefined) return undefined;
    if (page.outdated !== undefined) this.options.pages.replace(page);
    if (page.asked === crowd) this.options.onCrowd?.(page.key);
    return page;
  }

  async page(key: string, fresh: boolean): Promise<Given> {
    const { pages, pulse } = this.options;
    const kept = fresh ? undefined : this.kept(key);
    if (kept) return { kind: "page", page: kept };
    if (!this.options.listener.trusted && !(await pulse.answers())) return this.last(key);
    const outcome = await this.unlessDatabaseHangs(fresh ? pages.renderAnew(key) : pages.page(key));
    if (outcome.kind === "failed" && !(await pulse.answers())) return this.last(key);
    return outcome;
  }

  /** A rendering that waits for a database that does not answer is not waited for. */
  private async unlessDatabaseHangs(outcome: Promise<Outcome>): Promise<Outcome> {
    let over = false;
    const hangs = async (): Promise<Outcome> => {
      do await pause(askAgain, undefined, { ref: false });
      while (!over && (await this.options.pulse.answers()));
      return { kind: "failed" };
    };
    try {
      return await Promise.race([outcome, hangs()]);
    } finally {
      over = true;
    }
  }

  private last(key: string): Given {
    const { documents, listener } = this.options;
    const page = documents.get(key);
    const age = performance.now() - listener.lastHeard;
    if (page && age <= lastResort) return { kind: "page", page, age: Math.max(1, Math.round(age / 1000)) };
    return { kind: "unavailable" };
  }

  /** A page with what belongs to one visitor in it: finished, never kept. */
  async forVisitor(url: string, headers: IncomingHttpHeaders): Promise<ForVisitor> {
    const { pages, pulse } = this.options;
    const rendering = this.options.render(url, headers).then((rendered) => pages.finished(rendered, url));
    const outcome = await this.unlessDatabaseHangs(rendering);
    if (outcome.kind === "page") return { kind: "failed" };
    return outcome.kind === "failed" && !(await pulse.answers()) ? { kind: "unavailable" } : outcome;
  }

  /** Sends a page. Nothing is computed here that could be computed once a page. */
  send(page: Kept, request: IncomingMessage, response: ServerResponse, id: string, age?: number): void {
    const encoding = encodingFor(request.headers["accept-encoding"]);
    const form = page.forms[encoding];
    if (form) this.sendForm(form, request, response, id, age);
    else if (encoding !== "identity") {
      void this.options.documents
        .encoded(page, encoding)
        .then((made) => this.sendForm(made, request, response, id, age));
    }
  }

  private sendForm(form: Form, request: IncomingMessage, response: ServerResponse, id: string, age?: number): void {
    const { headers } = form;
    headers[headers.length - 1] = id;
    const said = age === undefined ? headers : [...headers, "Age", String(age)];
    const condition = request.headers["if-none-match"];
    if (condition !== undefined && matches(condition, form)) {
      response.writeHead(304, withoutBody(said));
      response.end();
      return;
    }
    response.writeHead(200, said);
    response.end(request.method === "HEAD" ? undefined : form.bytes);
  }

  sendOutcome(outcome: ForVisitor, request: IncomingMessage, response: ServerResponse): void {
    if (outcome.kind === "redirect") {
      response.writeHead(outcome.status, {
        Location: outcome.location,
        "Cache-Control": "private, no-store",
        "Content-Length": 0,
      });
      response.end();
    } else if (outcome.kind === "file") sendFile(outcome.rendered, request, response);
    else if (outcome.kind === "other") void sendHtml(outcome.status, outcome.html, request, response);
  }
}

/** RFC 9110, 13.1.2: compared weakly, so an intermediary that weakened our tag still gets its 304. */
function matches(condition: string, { etag }: Form): boolean {
  return (
    condition === etag ||
    condition.split(",").some((each) => each.trim().replace(/^W\//, "") === etag || each.trim() === "*")
  );
}

function withoutBody(headers: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = headers[i] ?? "";
    if (name !== "Content-Length" && name !== "Content-Type") kept.push(name, headers[i + 1] ?? "");
  }
  return kept;
}

async function sendHtml(
  status: number,
  html: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("Content-Security-Policy", documentPolicy);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  const packed = worthGzip(html.length, request.headers["accept-encoding"]);
  const body = packed ? await compressors.gzip(html) : html;
  if (packed) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : body);
}

function sendFile({ status, headers, body }: Rendered, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.setHeader("Content-Security-Policy", documentPolicy);
  response.setHeader("Content-Length", body.length);
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : body);
}
