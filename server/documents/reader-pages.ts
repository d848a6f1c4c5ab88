import { nowMs } from "@/lib/clock";
import { log } from "@/lib/log";
import { type Documents, mayLag } from "@/server/documents/documents";
import { finish } from "@/server/documents/finish";
import type { Kept } from "@/server/documents/kept-page";
import type { Rendered } from "@/server/documents/render";

/** What a reader page came to. `Kept` is a page of 200, which may serve others too. */
export type Outcome =
  | { kind: "page"; page: Kept }
  | { kind: "other"; status: number; html: Buffer }
  | { kind: "redirect"; status: number; location: string }
  | { kind: "file"; rendered: Rendered }
  | { kind: "failed" };

interface ReaderPagesOptions {
  documents: Documents;
  render(url: string): Promise<Rendered>;
  /** The same for a page that nobody waits for. */
  renderApart?(url: string): Promise<Rendered>;
  /** Whether every change is heard of at the moment; if not, nothing is kept. */
  trusted(): boolean;
  /** Told of the stylesheets of a page, so that error pages can look alike. */
  onStyles(styles: string[]): void;
  /** Added before `</head>`; for development. */
  addition?: string;
}

/** Milliseconds. For so long after it took off a rendering may be joined though more came since. */
const mayJoin = 700;
/** A page that lags is rendered as late as renderings of late allow: three times the slowest, and this, are left of `mayLag`; never sooner than that after the change. */
const spare = 100;
const soonest = 300;

interface Rendering {
  /** How many changes had been heard of when it took off. */
  since: number;
  /** When, in milliseconds since 1970. */
  began: number;
  outcome: Promise<Outcome>;
}

interface RenderingStart {
  since: number;
  began: number;
  trustedBefore: boolean;
}

interface Manner {
  render(url: string): Promise<Rendered>;
  /** The page that is replaced: the new one is compressed as it was. */
  like?: Kept;
}

/** Renders reader pages: one rendering at a time for a page, kept if all went well. */
export class ReaderPages {
  private readonly renderings = new Map<string, Rendering>();
  private readonly replacing = new WeakSet<Kept>();
  /** Milliseconds that a rendering took, the slowest of late. */
  private slowest = 100;

  constructor(private readonly options: ReaderPagesOptions) {}

  /** The page as it is now. A rendering under way is joined only if nothing has changed since it began, or only a moment ago and only more came. */
  page(key: string, manner: Manner = this.options): Promise<Outcome> {
    const { documents, trusted } = this.options;
    const under = this.renderings.get(key);
    const same = under && under.since === documents.changes;
    const young = under && under.since >= documents.drops && nowMs() - under.began < mayJoin;
    if ((same || young) && trusted()) return under.outcome;
    return this.renderAnew(key, manner);
  }

  /** Renders a page that lags before anybody has to wait for it. Asked as often as it is served, done once. */
  replace(page: Kept): void {
    if (this.replacing.has(page)) return;
    this.replacing.add(page);
    const after = Math.max(soonest, mayLag - 3 * this.slowest - spare);
    const wait = (page.outdated ?? 0) + after - nowMs();
    const { render, renderApart = render } = this.options;
    const anew = () => this.page(page.key, { render: renderApart, like: page }).catch(() => undefined);
    setTimeout(() => void anew(), Math.max(0, wait)).unref();
  }

  /** The page rendered from now on, whatever is under way. */
  renderAnew(key: string, manner: Manner = this.options): Promise<Outcome> {
    const since = this.options.documents.changes;
    const trustedBefore = this.options.trusted();
    const began = nowMs();
    const outcome = this.outcome(key, { since, began, trustedBefore }, manner);
    const rendering: Rendering = { since, began, outcome };
    this.renderings.set(key, rendering);
    void rendering.outcome.finally(() => {
      if (this.renderings.get(key) === rendering) this.renderings.delete(key);
    });
    return rendering.outcome;
  }

  private async outcome(
    key: string,
    { since, began, trustedBefore }: RenderingStart,
    { render, like }: Manner,
  ): Promise<Outcome> {
    const { documents, trusted } = this.options;
    const rendered = await render(key);
    this.slowest = Math.max(nowMs() - began, this.slowest * 0.9);
    const result = this.finished(rendered, key);
    if (result.kind !== "other" || result.status !== 200) return result;
    const { tags, freshUntil } = rendered.notes;
    const fresh = { html: result.html, tags, until: freshUntil?.getTime() ?? Number.POSITIVE_INFINITY };
    const page = documents.made(key, fresh);
    if (like) await documents.encodeLike(page, like);
    // A page that says nothing of what it showed could never be dropped.
    if (trustedBefore && trusted() && tags.size > 0) documents.keep(page, since, began);
    return { kind: "page", page };
  }

  /** What Next answered, without its scripts. */
  finished(rendered: Rendered, url: string): Outcome {
    const { status, headers, body } = rendered;
    if (status >= 500) return { kind: "failed" };
    if (status >= 300 && status < 400 && headers.location) {
      return { kind: "redirect", status, location: String(headers.location) };
    }
    if (!String(headers["content-type"] ?? "").startsWith("text/html")) return { kind: "file", rendered };
    const { html, waiting, styles } = rendered.finished
      ? { html: body, ...rendered.finished }
      : finish(body.toString());
    if (waiting) {
      log.error({ path: url.split("?")[0] }, "a reader page waits for a script: it has Suspense or loading.tsx");
      return { kind: "failed" };
    }
    this.options.onStyles(styles);
    const { addition } = this.options;
    return {
      kind: "other",
      status,
      html: Buffer.from(addition ? html.toString().replace("</head>", `${addition}</head>`) : html),
    };
  }
}
