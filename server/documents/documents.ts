import { compressedForm, type Form, type Fresh, type Kept, madePage } from "@/server/documents/kept-page";
import type { Encoding } from "@/server/front/encoding";

interface DocumentsOptions {
  /** Bytes of all kept pages together. */
  capacity: number;
  /** Headers that every kept page carries, flat. */
  headers: readonly string[];
  now: () => number;
}

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
  made(key: string, fresh: Fresh): Kept {
    return madePage(key, fresh, this.options.headers);
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
    const form = await compressedForm(page, encoding, this.options.headers);
    page.forms[encoding] = form;
    page.size += form.bytes.length;
    if (this.pages.get(page.key) === page) this.grow(form.bytes.length);
    return form;
  }
}
