import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import { clientAddress } from "@/server/address";
import { receive } from "@/server/body";
import type { DocumentDesk } from "@/server/document-desk";
import type { Elements } from "@/server/elements";
import { errorPage, errorProblem, type Refusal, type StaticAnswer } from "@/server/error-pages";
import { guard } from "@/server/guard";
import type { Hosts } from "@/server/hosts";
import { inwardRequest, scrubbed } from "@/server/inward";
import { bodyLimit, type Kind, keyOf, kindOf } from "@/server/paths";
import { dataPolicy, deskPolicy, documentPolicy } from "@/server/policy-headers";
import type { Handler } from "@/server/render";

export interface FrontOptions {
  hosts: Hosts;
  hops: number;
  dev: boolean;
  /** On every answer, flat. */
  headers: readonly string[];
  handler: Handler;
  documents: DocumentDesk;
  elements: Elements;
}

interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  query: string;
  kind: Kind;
  id: string;
}

const reading = new Set(["GET", "HEAD"]);
const apiMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const freshCookie = "rejoinder-fresh=";

/** The door: everything that is asked of this process comes in here. */
export class Front {
  private readonly boot = randomBytes(5).toString("base64url");
  private count = 0;
  private readonly knownHosts = new Set<string>();

  constructor(private readonly options: FrontOptions) {}

  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    const id = `${this.boot}-${(++this.count).toString(36)}`;
    // A page that is kept, asked for plainly: nothing else is looked at.
    const page = request.method === "GET" ? this.options.documents.kept(request.url ?? "") : undefined;
    if (page && this.isPlain(request)) {
      this.options.documents.send(page, request, response, id);
      return;
    }
    this.receive(request, response, id).catch((error: unknown) => {
      log.error({ requestId: id, err: error }, "the front failed");
      this.answer(response, errorPage("internal", id), id);
    });
  };

  private isPlain({ headers }: IncomingMessage): boolean {
    if (headers.host === undefined || !this.isOurs(headers.host)) return false;
    if (headers.cookie?.includes(freshCookie)) return false;
    return headers.rsc === undefined && !asksForFlight(headers);
  }

  private isOurs(host: string): boolean {
    if (this.knownHosts.has(host)) return true;
    if (!this.options.hosts.isOurs(host)) return false;
    if (this.knownHosts.size < 100) this.knownHosts.add(host);
    return true;
  }

  private async receive(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const url = request.url ?? "/";
    const mark = url.indexOf("?");
    const path = mark < 0 ? url : url.slice(0, mark);
    const query = mark < 0 ? "" : url.slice(mark + 1);
    const kind = this.options.dev && /^\/(?:_next|__next)/.test(path) ? "built" : kindOf(path);
    const visit: Visit = { request, response, path, query, kind, id };
    const refusal = this.refusal(visit);
    if (refusal) return this.refuse(visit, refusal);
    if (kind === "element") return this.element(visit);
    if (kind === "kept" || kind === "visitor") return this.document(visit);
    const body = await receive(request, bodyLimit(path));
    if (body.kind === "broken off") return;
    if (body.kind !== "whole") return this.refuse(visit, body.kind === "busy" ? "unavailable" : "too_large");
    await this.pass(visit, body.bytes);
  }

  private refusal({ request, path, query, kind }: Visit): Refusal | undefined {
    const { method = "", headers } = request;
    if (!this.isOurs(headers.host ?? "") && !path.startsWith("/api/health/")) return "wrong_host";
    if (kind === "none" || path.length > 2_000) return "not_found";
    if (kind === "api" ? !apiMethods.has(method) : !reading.has(method)) return "method_not_allowed";
    if (headers["next-action"] !== undefined || headers["next-resume"] !== undefined) return "not_found";
    if (/(?:^|&)(?:nxtP|nxtI|__next)/.test(query)) return "not_found";
    const flight = headers.rsc !== undefined || asksForFlight(headers) || /(?:^|&)_rsc(?:=|&|$)/.test(query);
    return flight && kind !== "desk" && kind !== "built" ? "not_found" : undefined;
  }

  private async document(visit: Visit): Promise<void> {
    const { request, response, path, query, kind, id } = visit;
    const { documents } = this.options;
    if (kind === "kept") {
      const fresh = request.headers.cookie?.includes(freshCookie) ?? false;
      const result = await documents.page(keyOf(path, query), fresh);
      if (result.kind === "page") return documents.send(result.page, request, response, id, result.age);
      return this.outcome(visit, result);
    }
    return this.outcome(visit, await documents.forVisitor(request.url ?? "/", this.inwardHeaders(visit)));
  }

  private outcome(visit: Visit, outcome: Awaited<ReturnType<DocumentDesk["forVisitor"]>>): void {
    const { response, id } = visit;
    if (outcome.kind === "failed") this.refuse(visit, "internal");
    else if (outcome.kind === "unavailable") this.refuse(visit, "unavailable");
    else {
      this.dress(response, id);
      this.options.documents.sendOutcome(outcome, visit.request, response);
    }
  }

  private async pass(visit: Visit, body: Buffer): Promise<void> {
    const { request, response, kind, id } = visit;
    const headers = this.inwardHeaders(visit);
    const nonce = kind === "desk" ? randomBytes(16).toString("base64") : undefined;
    const policy = nonce ? deskPolicy(nonce, this.options.dev) : dataPolicy;
    if (nonce) headers["content-security-policy"] = policy;
    guard(response, {
      headers: [...this.options.headers, "X-Request-Id", id],
      defaults: [
        ["Content-Security-Policy", kind === "built" ? documentPolicy : policy],
        [
          "Cache-Control",
          kind === "desk" || kind === "api" ? "private, no-store" : "public, max-age=0, must-revalidate",
        ],
      ],
      instead: (answer) => {
        if (nonce) answer.setHeader("Cache-Control", "private, no-store");
        return this.instead(visit, answer);
      },
    });
    const { method = "GET", url = "/" } = request;
    const sends = method !== "GET" && method !== "HEAD";
    const inner = inwardRequest(request.socket, { method, url, headers, body: sends ? body : undefined });
    response.once("close", () => inner.destroy());
    await this.options.handler(inner, response);
  }

  /** Next's own words for what went wrong are for nobody's eyes. */
  private instead({ kind, id }: Visit, answer: ServerResponse): StaticAnswer | undefined {
    const status = answer.statusCode;
    const prerendered = answer.hasHeader("x-nextjs-prerender");
    for (const name of answer.getHeaderNames()) if (name.startsWith("x-nextjs-")) answer.removeHeader(name);
    if (status < 400) return undefined;
    const type = String(answer.getHeader("content-type") ?? "");
    if (kind === "api") return type.includes("json") ? undefined : errorProblem(refusalOf(status), id);
    // What was made at build time (Next's "nothing here") carries no nonce, so its scripts would be refused.
    if (kind === "desk" && prerendered) return errorPage("not_found", id);
    if (kind === "desk") return status >= 500 ? errorPage("internal", id) : undefined;
    return type === "" || type.startsWith("text/html") || type.startsWith("text/plain")
      ? errorPage(refusalOf(status), id)
      : undefined;
  }

  private inwardHeaders({ request, id }: Visit): IncomingMessage["headers"] {
    const { hosts, hops } = this.options;
    const forwarded = request.headers["x-forwarded-for"];
    const address = clientAddress(
      request.socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
      hops,
    );
    return {
      ...scrubbed(request.headers),
      "x-request-id": id,
      "x-rejoinder-address": address,
      "x-rejoinder-received": String(now().getTime()),
      "x-forwarded-for": address,
      "x-forwarded-host": request.headers.host ?? hosts.own,
      "x-forwarded-proto": hosts.secure ? "https" : "http",
    };
  }

  private element(visit: Visit): void {
    const file = this.options.elements.find(visit.path);
    if (file) {
      this.dress(visit.response, visit.id);
      this.options.elements.send(file, visit.request, visit.response);
    } else this.refuse(visit, "not_found");
  }

  private refuse({ request, response, path, kind, id }: Visit, refusal: Refusal): void {
    const forPrograms = kind === "api" || path.startsWith("/api/");
    const answer = forPrograms ? errorProblem(refusal, id) : errorPage(refusal, id);
    if (refusal === "method_not_allowed")
      answer.headers.push(["Allow", forPrograms ? [...apiMethods].join(", ") : "GET, HEAD"]);
    this.answer(response, answer, id, request.method === "HEAD");
    // What is still being sent will not be read: the connection is closed, a moment later, so that the answer arrives.
    if (!request.complete && refusal === "too_large") setTimeout(() => request.destroy(), 500).unref();
  }

  private answer(
    response: ServerResponse,
    { status, type, body, headers }: StaticAnswer,
    id: string,
    headOnly = false,
  ): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    this.dress(response, id);
    response.setHeader("Content-Security-Policy", documentPolicy);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Type", type);
    response.setHeader("Content-Length", body.length);
    for (const [name, value] of headers) response.setHeader(name, value);
    response.writeHead(status);
    response.end(headOnly ? undefined : body);
  }

  private dress(response: ServerResponse, id: string): void {
    const { headers } = this.options;
    for (let i = 0; i + 1 < headers.length; i += 2) response.setHeader(headers[i] ?? "", headers[i + 1] ?? "");
    response.setHeader("X-Request-Id", id);
  }
}

function asksForFlight(headers: IncomingMessage["headers"]): boolean {
  return (
    headers["next-router-state-tree"] !== undefined ||
    headers["next-router-prefetch"] !== undefined ||
    headers["next-router-segment-prefetch"] !== undefined ||
    headers["next-url"] !== undefined ||
    headers["next-action"] !== undefined
  );
}

function refusalOf(status: number): Refusal {
  if (status === 404) return "not_found";
  if (status === 405) return "method_not_allowed";
  if (status === 413) return "too_large";
  if (status === 503) return "unavailable";
  return status >= 500 ? "internal" : "unreadable";
}
