import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { ownWordsHeader } from "@/lib/lost-words";
import { addressKey } from "@/lib/rate-limit";
import type { DocumentServer } from "@/server/documents/document-server";
import type { Handler } from "@/server/documents/render";
import { clientAddress } from "@/server/front/address";
import { receive } from "@/server/front/body";
import type { Contract } from "@/server/front/contract";
import type { Elements } from "@/server/front/elements";
import { errorPage, errorProblem, type Refusal, type StaticAnswer } from "@/server/front/error-pages";
import { guard } from "@/server/front/guard";
import type { Hosts } from "@/server/front/hosts";
import { innerRequest, scrubbed } from "@/server/front/inner-request";
import { bodyLimit, keyOf } from "@/server/front/paths";
import { dataPolicy, deskPolicy, documentPolicy } from "@/server/front/policy-headers";
import { methodsFor, refusalFor, refusalOfStatus } from "@/server/front/refusal";
import { sendResponse } from "@/server/front/send-response";
import { sendStatic, setAll } from "@/server/front/static-answer";
import { asksForFlight, type Visit, visitOf, wantsFresh } from "@/server/front/visit";
import type { Live } from "@/server/live/live";
import { openStream } from "@/server/live/open-stream";

interface FrontOptions {
  hosts: Hosts;
  hops: number;
  dev: boolean;
  /** On every answer, flat. */
  headers: readonly string[];
  handler: Handler;
  documents: DocumentServer;
  elements: Elements;
  live: Live;
  /** Absent in development, where routes change under the server: Next then calls them. */
  contract?: Contract;
}

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
    if (page && this.isOurs(request.headers.host ?? "") && !wantsFresh(request) && !asksForFlight(request)) {
      this.options.documents.send(page, request, response, id);
      return;
    }
    const visit = visitOf(request, response, id, this.options.dev);
    this.receive(visit).catch((error: unknown) => {
      log.error({ requestId: id, err: error }, "the front failed");
      this.refuse(visit, "internal");
    });
  };

  private readonly isOurs = (host: string): boolean => {
    if (this.knownHosts.has(host)) return true;
    if (!this.options.hosts.isOurs(host)) return false;
    if (this.knownHosts.size < 100) this.knownHosts.add(host);
    return true;
  };

  private async receive(visit: Visit): Promise<void> {
    const refusal = refusalFor(visit, this.isOurs);
    if (refusal) return this.refuse(visit, refusal);
    if (visit.kind === "element") return this.element(visit);
    if (visit.kind === "stream") return this.stream(visit);
    if (visit.kind === "kept" || visit.kind === "visitor") return this.document(visit);
    const body = await receive(visit.request, bodyLimit(visit.path));
    if (body.kind === "whole") {
      const done = visit.kind === "api" && (await this.call(visit, body.bytes));
      return done ? undefined : this.pass(visit, body.bytes);
    }
    if (body.kind !== "broken off") this.refuse(visit, body.kind === "busy" ? "unavailable" : "too_large");
  }

  private async document(visit: Visit): Promise<void> {
    const { request, response, path, query, kind, id } = visit;
    const { documents } = this.options;
    const given =
      kind === "kept"
        ? await documents.page(keyOf(path, query), wantsFresh(request))
        : await documents.forVisitor(request.url ?? "/", this.inwardHeaders(visit));
    if (given.kind === "failed") this.refuse(visit, "internal");
    else if (given.kind === "unavailable") this.refuse(visit, "unavailable");
    else if (given.kind === "page") documents.send(given.page, request, response, id, given.age);
    else {
      setAll(response, this.headersOf(id));
      documents.sendOutcome(given, request, response);
    }
  }

  /** Calls a route of the contract itself, or refuses a method that it does not take. False where there is none. */
  private async call(visit: Visit, body: Buffer<ArrayBuffer>): Promise<boolean> {
    const { request, response, path, query, id } = visit;
    const { method = "GET" } = request;
    const { contract } = this.options;
    const reply = await contract?.reply({ method, path, query, headers: this.inwardHeaders(visit), body });
    const allowed = reply || method === "OPTIONS" ? [] : (contract?.methodsAt(path) ?? []);
    if (allowed.length > 0) this.refuse(visit, "method_not_allowed", allowed);
    if (!reply) return allowed.length > 0;
    const { [ownWordsHeader]: _ownWords, ...own } = reply.headers;
    const common = [...this.headersOf(id), "Content-Security-Policy", dataPolicy];
    await sendResponse(request, response, { ...reply, headers: own }, common);
    return true;
  }

  /** Hands a request on to Next, which writes the answer itself. */
  private async pass(visit: Visit, body: Buffer): Promise<void> {
    const { request, response, kind, id } = visit;
    const headers = this.inwardHeaders(visit);
    const nonce = kind === "desk" ? randomBytes(16).toString("base64") : undefined;
    const policy = nonce ? deskPolicy(nonce, this.options.dev) : kind === "built" ? documentPolicy : dataPolicy;
    if (nonce) headers["content-security-policy"] = policy;
    const own = kind === "desk" || kind === "api";
    guard(response, {
      headers: this.headersOf(id),
      defaults: [
        ["Content-Security-Policy", policy],
        ["Cache-Control", own ? "private, no-store" : "public, max-age=0, must-revalidate"],
      ],
      instead: (answer) => {
        if (kind === "desk") answer.setHeader("Cache-Control", "private, no-store");
        return instead(visit, answer);
      },
    });
    const { method = "GET", url = "/" } = request;
    const sends = method !== "GET" && method !== "HEAD";
    const inner = innerRequest({ method, url, headers, body: sends ? body : undefined });
    response.once("close", () => inner.destroy());
    await this.options.handler(inner, response);
  }

  private stream(visit: Visit): Promise<void> {
    const address = addressKey(this.addressOf(visit.request));
    return openStream(this.options.live, visit, { address, headers: this.headersOf(visit.id) });
  }

  private addressOf({ headers, socket }: IncomingMessage): string {
    const forwarded = headers["x-forwarded-for"];
    const seen = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
    return clientAddress(socket.remoteAddress, seen, this.options.hops);
  }

  private inwardHeaders({ request, id, received }: Visit): IncomingHttpHeaders {
    const { hosts } = this.options;
    const address = this.addressOf(request);
    return {
      ...scrubbed(request.headers),
      "x-request-id": id,
      "x-rejoinder-received": String(received),
      "x-rejoinder-address": address,
      "x-forwarded-for": address,
      "x-forwarded-host": request.headers.host ?? hosts.own,
      "x-forwarded-proto": hosts.secure ? "https" : "http",
    };
  }

  private element(visit: Visit): void {
    const file = this.options.elements.find(visit.path);
    if (!file) {
      this.refuse(visit, "not_found");
      return;
    }
    setAll(visit.response, this.headersOf(visit.id));
    this.options.elements.send(file, visit.request, visit.response);
  }

  private refuse(visit: Visit, refusal: Refusal, allowed: readonly string[] = methodsFor(visit)): void {
    const { request, response, path, id } = visit;
    const answer = path.startsWith("/api/") ? errorProblem(refusal, id) : errorPage(refusal, id);
    if (refusal === "method_not_allowed") answer.headers.push(["Allow", allowed.join(", ")]);
    sendStatic(request, response, answer, this.headersOf(id));
  }

  private headersOf(id: string): string[] {
    return [...this.options.headers, "X-Request-Id", id];
  }
}

/** Next's own words for what went wrong are for nobody's eyes. */
function instead({ kind, id }: Visit, answer: ServerResponse): StaticAnswer | undefined {
  const status = answer.statusCode;
  const prerendered = answer.hasHeader("x-nextjs-prerender");
  for (const name of answer.getHeaderNames()) if (name.startsWith("x-nextjs-")) answer.removeHeader(name);
  const ownWords = answer.hasHeader(ownWordsHeader);
  answer.removeHeader(ownWordsHeader);
  if (status < 400 || ownWords) return undefined;
  const type = String(answer.getHeader("content-type") ?? "");
  if (kind === "api") return type.includes("json") ? undefined : errorProblem(refusalOfStatus(status), id);
  // What was made at build time (Next's "nothing here") carries no nonce, so its scripts would be refused.
  if (kind === "desk" && prerendered) return errorPage("not_found", id);
  if (kind === "desk") return status >= 500 ? errorPage("internal", id) : undefined;
  return type === "" || /^text\/(?:html|plain)/.test(type) ? errorPage(refusalOfStatus(status), id) : undefined;
}
