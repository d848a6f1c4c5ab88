import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** As tight as 1.5 ms for 100 KB can be (measured); the tightest brotli takes 126 ms. */
const compressors = {
  br: (bytes: Buffer) =>
    compressBrotli(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => compressGzip(bytes, { level: 6 }),
};

export type Encoding = "identity" | "gzip" | "br";

export interface Form {
  etag: string;
  bytes: Buffer;
  /** Flat, ready for `writeHead`; the value after the last name is the request's id. */
  headers: string[];
}

/** A finished page. Its compressed forms are made when they are first asked for. */
export interface Kept {
  key: string;
  tags: ReadonlySet<string>;
  /** Milliseconds since 1970; the page is not served past it. */
  until: number;
  /** Milliseconds since 1970: more of what it shows came then, and it is to be replaced soon. */
  outdated: number | undefined;
  forms: Partial<Record<Encoding, Form>> & { identity: Form };
  compressing: Partial<Record<Encoding, Promise<Form>>>;
  size: number;
  /** How often it was asked for. */
  asked: number;
  /** Served since the sweep last came by. */
  used: boolean;
}

/** A page just rendered and finished. */
export interface Fresh {
  html: Buffer;
  tags: ReadonlySet<string>;
  until: number;
}

export interface DocumentsOptions {
  /** Bytes of all kept pages together. */
  capacity: number;
  /** Headers that every kept page carries, flat. */
  headers: readonly string[];
  now: () => number;
}

const perPage = 1_000;
/** Milliseconds after a change was heard of: so long a page of a busy article may lack it. With the hearing it is never older than a second. */
export const mayLag = 900;

/**
 * The finished pages of this process. What keeps them true: every change in the database names the tags of what it touched
 * (`drop`), and a page that was being rendered while one of its tags was dropped is not kept.
 */
export class Documents {
  private readonly pages = new Map<string, Kept>();
  private readonly byTag = new Map<string, Set<Kept>>();
  private readonly dropped = new Map<string, number>();
  private readonly outdated = new Map<string, number>();
  private droppedAll = 0;
  private lastDrop = 0;
  private moment = 0;
  private bytes = 0;

  constructor(private readonly options: DocumentsOptions) {}

  get size(): number {
    return this.bytes;
  }

  get count(): number {
    return this.pages.size;
  }

  /** Advances with every change that was heard of. */
  get changes(): number {
    return this.moment;
  }

  /** How many changes had been heard of when a page was last dropped at once. */
  get drops(): number {
    return this.lastDrop;
  }

  get(key: string): Kept | undefined {
    const page = this.pages.get(key);
    if (page === undefined) return undefined;
    if (page.until !== Number.POSITIVE_INFINITY && page.until <= this.options.now()) {
      this.forget(page);
      return undefined;
    }
    page.used = true;
    page.asked++;
    return page;
  }

  /** Drops every page that showed what the tag names. */
  drop(tag: string): void {
    this.lastDrop = ++this.moment;
    this.dropped.set(tag, this.moment);
    for (const page of this.byTag.get(tag) ?? []) this.forget(page);
    // The marks only matter to renderings under way; a forgotten mark is replaced by a stricter one.
    if (this.dropped.size + this.outdated.size > 10_000) {
      this.droppedAll = this.moment;
      this.dropped.clear();
      this.outdated.clear();
    }
  }

  /** More of what the tag names came: pages that show it may be served for `mayLag` yet, and no longer. */
  outdate(tag: string): void {
    const now = this.options.now();
    this.outdated.set(tag, ++this.moment);
    for (const page of this.byTag.get(tag) ?? []) {
      page.until = Math.min(page.until, now + mayLag);
      page.outdated ??= now;
    }
  }

  dropAll(): void {
    this.droppedAll = this.lastDrop = ++this.moment;
    this.dropped.clear();
    this.outdated.clear();
    this.pages.clear();
    this.byTag.clear();
    this.bytes = 0;
  }

  /** Whether a page that was rendered from the state at `since` is out of date already. */
  changedSince(since: number, tags: ReadonlySet<string>): boolean {
    if (this.droppedAll > since) return true;
    for (const tag of tags) if ((this.dropped.get(tag) ?? 0) > since) return true;
    return false;
  }

  /**
   * Keeps a page that was made, if nothing that it shows has changed `since` its rendering began.
   * Where only more came since, it is kept until it lags: `began` is when that was, in milliseconds since 1970.
   */
  keep(page: Kept, since: number, began = this.options.now()): void {
    const lags = [...page.tags].some((tag) => (this.outdated.get(tag) ?? 0) > since);
    if (lags) Object.assign(page, { until: Math.min(page.until, began + mayLag), outdated: began });
    if (page.until > this.options.now() && !this.changedSince(since, page.tags)) this.store(page);
  }

  /** Makes a page that can be served. */
  made(key: string, { html, tags, until }: Fresh): Kept {
    const etag = createHash("sha1").update(html).digest("base64url").slice(0, 20);
    const identity = this.form(html, `"${etag}"`, []);
    return {
      key,
      tags,
      until,
      outdated: undefined,
      forms: { identity },
      compressing: {},
      size: html.length + key.length + perPage,
      asked: 0,
      used: true,
    };
  }

  private form(bytes: Buffer, etag: string, encoding: string[]): Form {
    const headers = [
      "Content-Type",
      "text/html; charset=utf-8",
      "Content-Length",
      String(bytes.length),
      ...encoding,
      "ETag",
      etag,
      // Any cache may keep it, and asks whether it is still true before using it.
      "Cache-Control",
      "public, max-age=0, must-revalidate",
      "Vary",
      "Accept-Encoding",
      ...this.options.headers,
      "X-Request-Id",
      "",
    ];
    return { etag, bytes, headers };
  }

  private store(page: Kept): void {
    const old = this.pages.get(page.key);
    if (old) this.forget(old);
    this.pages.set(page.key, page);
    for (const tag of page.tags) {
      const pages = this.byTag.get(tag);
      if (pages) pages.add(page);
      else this.byTag.set(tag, new Set([page]));
    }
    this.grow(page.size);
  }

  private forget(page: Kept): void {
    if (this.pages.get(page.key) !== page) return;
    this.pages.delete(page.key);
    this.bytes -= page.size;
    for (const tag of page.tags) {
      const pages = this.byTag.get(tag);
      pages?.delete(page);
      if (pages?.size === 0) this.byTag.delete(tag);
    }
  }

  /** Past the capacity the oldest goes, unless it was served since the sweep last passed: then it is spared once. */
  private grow(by: number): void {
    this.bytes += by;
    for (const page of this.pages.values()) {
      if (this.bytes <= this.options.capacity) return;
      if (page.used && this.pages.size > 1) {
        page.used = false;
        this.pages.delete(page.key);
        this.pages.set(page.key, page);
      } else this.forget(page);
    }
  }

  /** The page in that encoding: compressed when first asked for, once, and by whoever asked first waited for. */
  encoded(page: Kept, encoding: Exclude<Encoding, "identity">): Promise<Form> {
    const under = page.compressing[encoding];
    if (under) return under;
    const form = this.compress(page, encoding).catch(() => page.forms.identity);
    page.compressing[encoding] = form;
    return form;
  }

  /** Compresses a page as another is, so that nobody waits for that. */
  async encodeLike(page: Kept, { forms }: Kept): Promise<void> {
    await Promise.all([forms.br && this.encoded(page, "br"), forms.gzip && this.encoded(page, "gzip")]);
  }

  private async compress(page: Kept, encoding: Exclude<Encoding, "identity">): Promise<Form> {
    const { bytes, etag } = page.forms.identity;
    const packed = await compressors[encoding](bytes);
    const form = this.form(packed, `"${etag.slice(1, -1)}-${encoding}"`, ["Content-Encoding", encoding]);
    page.forms[encoding] = form;
    page.size += packed.length;
    if (this.pages.get(page.key) === page) this.grow(packed.length);
    return form;
  }
}
