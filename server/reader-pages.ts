import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import type { Documents, Kept } from "@/server/documents";
import { finish } from "@/server/finish";
import type { Rendered } from "@/server/render";

export const compressed = promisify(gzip);

/** What a reader page came to. `Kept` is a page of 200, which may serve others too. */
export type Outcome =
  | { kind: "page"; page: Kept }
  | { kind: "other"; status: number; html: Buffer }
  | { kind: "redirect"; status: number; location: string }
  | { kind: "file"; rendered: Rendered }
  | { kind: "failed" };

export interface ReaderPagesOptions {
  documents: Documents;
  render(url: string): Promise<Rendered>;
  /** Whether every change is heard of at the moment; if not, nothing is kept. */
  trusted(): boolean;
  /** Told of the stylesheets of a page, so that error pages can look alike. */
  onStyles(styles: string[]): void;
  /** Added before `</head>`; for development. */
  addition?: string;
}

interface Flight {
  /** How many changes had been heard of when it took off. */
  since: number;
  outcome: Promise<Outcome>;
}

/** Renders reader pages: one rendering at a time for a page, kept if all went well. */
export class ReaderPages {
  private readonly flights = new Map<string, Flight>();

  constructor(private readonly options: ReaderPagesOptions) {}

  /** The page as it is now. A rendering under way is joined only if nothing has changed since it began. */
  page(key: string): Promise<Outcome> {
    const { documents } = this.options;
    const under = this.flights.get(key);
    if (under && under.since === documents.changes && this.options.trusted()) return under.outcome;
    return this.renderAnew(key);
  }

  /** The page rendered from now on, whatever is under way. */
  renderAnew(key: string): Promise<Outcome> {
    const since = this.options.documents.changes;
    const trustedBefore = this.options.trusted();
    const flight: Flight = { since, outcome: this.outcome(key, since, trustedBefore) };
    this.flights.set(key, flight);
    void flight.outcome.finally(() => {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    });
    return flight.outcome;
  }

  private async outcome(key: string, since: number, trustedBefore: boolean): Promise<Outcome> {
    const { documents, trusted } = this.options;
    const rendered = await this.options.render(key);
    const result = this.finished(rendered, key);
    if (result.kind !== "other" || result.status !== 200) return result;
    const { tags, freshUntil } = rendered.notes;
    const fresh = { html: result.html, tags, until: freshUntil?.getTime() ?? Number.POSITIVE_INFINITY };
    // A page that says nothing of what it showed could never be dropped.
    const keep = trustedBefore && trusted() && tags.size > 0;
    return { kind: "page", page: keep ? documents.add(key, fresh, since) : documents.made(key, fresh) };
  }

  /** What Next answered, without its scripts. */
  finished(rendered: Rendered, url: string): Outcome {
    const { status, headers, body } = rendered;
    if (status >= 500) return { kind: "failed" };
    if (status >= 300 && status < 400 && headers.location) {
      return { kind: "redirect", status, location: String(headers.location) };
    }
    if (!String(headers["content-type"] ?? "").startsWith("text/html")) return { kind: "file", rendered };
    const { html, waiting, styles } = finish(body.toString());
    if (waiting) {
      log.error({ path: url.split("?")[0] }, "a reader page waits for a script: it has Suspense or loading.tsx");
      return { kind: "failed" };
    }
    this.options.onStyles(styles);
    const { addition } = this.options;
    return {
      kind: "other",
      status,
      html: Buffer.from(addition ? html.replace("</head>", `${addition}</head>`) : html),
    };
  }
}

export const clockNow = (): number => now().getTime();
