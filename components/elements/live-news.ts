import { actsOf, arrived, attend, itemOf, listUnder, wordsOf } from "@/components/elements/comment-dom";
import { keepPlace } from "@/components/elements/keep-place";
import { insertTop, insertUnder } from "@/components/elements/live-items";

/** Milliseconds. What one posted oneself comes by another way, a little later or earlier. */
const patience = 400;
const sayEvery = 3_000;

/** So many of something, in the words that the server gave the element. */
export function countIn({ dataset }: HTMLElement, what: "all" | "comment" | "reply" | "under", count: number): string {
  const { [count === 1 ? what : `${what}Many`]: words = "" } = dataset;
  return words.replace("{n}", count.toLocaleString(document.documentElement.lang));
}

/** New comments that are not shown yet: says how many there are, where they belong, and lets them in when asked to. */
export class LiveNews {
  /** What each of them answers. */
  private readonly waiting = new Map<string, string | null>();
  private readonly own = new Set<string>();
  private readonly lettingIn = new Set<string>();
  private soon: ReturnType<typeof setTimeout> | undefined;
  private saying: ReturnType<typeof setTimeout> | undefined;

  /** `host` has the words, the button for the thread itself and the line for screen readers. */
  constructor(
    private readonly host: HTMLElement,
    private readonly thread: HTMLElement,
  ) {
    host.querySelector(".live-new")?.addEventListener("click", () => void this.letIn(""));
    thread.addEventListener("comment-posted", (event) => {
      if (event instanceof CustomEvent) this.own.add(event.detail.id);
    });
    thread.addEventListener("comments-arrived", () => this.showSoon());
  }

  add(id: string, parentId: string | null) {
    this.waiting.set(id, parentId);
    this.showSoon();
  }

  drop(id: string) {
    if (this.waiting.delete(id)) this.showSoon();
  }

  private showSoon() {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.show();
    }, patience);
  }

  /** By the comment of this page under which they hang, or "" for the thread itself. */
  private places(): Map<string, Set<string>> {
    const places = new Map<string, Set<string>>();
    for (const [id, parentId] of this.waiting) {
      if (this.own.has(id) || itemOf(this.thread, id)) {
        this.waiting.delete(id);
        continue;
      }
      let above = parentId;
      while (above && !itemOf(this.thread, above) && this.waiting.has(above)) above = this.waiting.get(above) ?? null;
      // What hangs under something that is on another page, or folded, is new in the thread.
      const place = above && itemOf(this.thread, above) ? above : "";
      if (place || this.host.dataset.count) places.set(place, (places.get(place) ?? new Set()).add(id));
    }
    return places;
  }

  private show() {
    const places = this.places();
    const count = places.get("")?.size ?? 0;
    const top = this.host.querySelector<HTMLButtonElement>(".live-new");
    if (top) {
      top.hidden = count === 0;
      top.textContent = countIn(this.host, "comment", count);
    }
    this.host.querySelector(".live-idle")?.toggleAttribute("hidden", count > 0);
    const known = new Map(this.buttons().map((button) => [button.dataset.of ?? "", button]));
    const missing = [...places.keys()].filter((id) => id && !known.has(id));
    const over = [...known].filter(([id]) => !places.has(id));
    if (missing.length + over.length > 0)
      keepPlace(this.thread, () => {
        for (const [, button] of over) button.remove();
        for (const id of missing) this.addButton(id);
      });
    for (const button of this.buttons())
      button.textContent = countIn(this.host, "reply", places.get(button.dataset.of ?? "")?.size ?? 0);
    if (places.size > 0) this.say();
  }

  private buttons(): HTMLButtonElement[] {
    return [...this.thread.querySelectorAll<HTMLButtonElement>(".live-replies")];
  }

  /** Beside what else can be done with the comment, so that no line is added. */
  private addButton(id: string) {
    const item = itemOf(this.thread, id);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "live-replies";
    button.dataset.of = id;
    button.addEventListener("click", () => void this.letIn(id));
    const acts = actsOf(item);
    if (acts) acts.insertBefore(button, acts.querySelector(".report"));
    else (wordsOf(item) ?? item)?.append(button);
  }

  /** Says how much is new, once things have been quiet for a moment or every few seconds. */
  private say() {
    this.saying ??= setTimeout(() => {
      this.saying = undefined;
      const count = [...this.places().values()].reduce((sum, { size }) => sum + size, 0);
      const line = this.host.querySelector("[role=status]");
      if (line) line.textContent = count > 0 ? countIn(this.host, "comment", count) : "";
    }, sayEvery);
  }

  /** Lets in what belongs to one place. What stands above it stays where it is on the screen. */
  private async letIn(place: string) {
    if (this.lettingIn.has(place)) return;
    this.lettingIn.add(place);
    await this.fetchIn(place);
    this.lettingIn.delete(place);
  }

  private async fetchIn(place: string) {
    const { slug = "" } = this.host.dataset;
    const ids = this.places().get(place) ?? new Set();
    const list = place ? null : listUnder(this.thread, null);
    const insert = list ? await insertTop(list, slug, ids) : await insertUnder(this.thread, place, ids);
    if (!insert) {
      const elsewhere = place || [...ids].find((id) => this.waiting.get(id));
      location.assign(elsewhere ? `/comments/${elsewhere}` : `/articles/${slug}?sort=newest#comments`);
      return;
    }
    const anchor = wordsOf(itemOf(this.thread, place)) ?? this.host;
    keepPlace(
      this.thread,
      () => {
        const items = insert();
        for (const item of items) wordsOf(item)?.classList.add("new");
        this.thread.querySelector(".empty")?.remove();
        arrived(this.thread);
        this.show();
        attend(items[0] ?? null);
      },
      anchor,
    );
  }
}
