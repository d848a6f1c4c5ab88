import { actsOf, arrived, itemOf, wordsOf } from "@/components/elements/comment-dom";
import { keepPlace } from "@/components/elements/keep-place";
import { isInUse, itemFrom, showGone, showReplies, showScore, showWords } from "@/components/elements/live-items";
import { countIn, LiveNews } from "@/components/elements/live-news";
import { type LiveEvent, LiveStream, type Told } from "@/components/elements/live-stream";
import { fromPage } from "@/components/elements/server-html";
import { store, stored } from "@/components/elements/storage";

/** Milliseconds. */
const tryAgain = 4_000;
const mayLag = 1_200;
const lookWithin = 2_000;
const fresh = 5_000;
/** Comments that one page does not show any more, of which so many are asked after. */
const askedAfter = 30;
const paused = "live-paused";

/** Keeps the thread around it as it is at this moment, and tells what is new in it. Nothing that is being read moves. */
export class LiveThread extends HTMLElement {
  private thread: HTMLElement = this;
  private news: LiveNews | undefined;
  private stream: LiveStream | undefined;
  private greeted = false;
  /** When the newest comment was written that the page came with. */
  private newest = "";
  private readonly opened = new Date(performance.timeOrigin).toISOString();

  connectedCallback() {
    if (this.stream) return;
    this.thread = this.closest<HTMLElement>("comment-thread") ?? this;
    this.newest = [...this.thread.querySelectorAll("li[id]")].map(timeOf).sort().at(-1) ?? "";
    this.news = new LiveNews(this, this.thread);
    this.stream = new LiveStream(`/api/v1/articles/${this.dataset.slug}/stream`, (event) => this.hear(event));
    this.querySelector(".live-pause")?.addEventListener("click", () => {
      store(paused, stored(paused) ? null : "yes");
      this.watch();
    });
    document.addEventListener("visibilitychange", () => this.watch());
    addEventListener("pageshow", () => this.watch());
    addEventListener("pagehide", () => this.stream?.close());
    this.watch();
  }

  /** Listens only while it is seen and not paused. */
  private watch() {
    const isPaused = stored(paused) !== null;
    this.querySelector(".live-pause")?.setAttribute("aria-pressed", String(isPaused));
    const idle = this.querySelector(".live-idle");
    if (idle) idle.textContent = (isPaused ? this.dataset.paused : this.dataset.idle) ?? "";
    if (document.visibilityState === "visible" && !isPaused) this.stream?.open();
    else this.stream?.close();
  }

  private hear({ name, data }: LiveEvent) {
    if (name === "hello") this.greet(data);
    else if (name === "resync") setTimeout(() => this.lookTwice(), Math.random() * lookWithin);
    if (data.count !== undefined) this.showCount(data.count);
    for (const comment of data.comments ?? []) this.change(comment);
  }

  private showCount(count: number) {
    const heading = this.thread.querySelector("#thread-head");
    heading?.replaceChildren(countIn(this, "all", count));
    heading?.classList.add("mark");
  }

  /** What changed between the page and the stream, or while there was none, the page knows. */
  private greet({ count, resumed }: LiveEvent["data"]) {
    // A page without a count cannot tell, nor one that was opened a while ago: words change, and one may come for another.
    const unsure = Number(this.dataset.count ?? -1) !== count || performance.now() > fresh;
    if (resumed === false || (!this.greeted && unsure)) this.lookTwice();
    this.greeted = true;
  }

  private change(comment: Told) {
    const item = itemOf(this.thread, comment.id);
    if (comment.state === "gone") {
      this.news?.drop(comment.id);
      if (item) keepPlace(this.thread, () => showGone(item, this.dataset.gone ?? ""));
    } else if (item) {
      showScore(item, comment.score);
      if (comment.replyCount > 0) showReplies(item, countIn(this, "under", comment.replyCount));
      const other = wordsOf(item)?.matches(".gone") !== (comment.state === "tombstone");
      if (comment.changed || other) void this.renew(comment.id);
    } else if (comment.came) this.news?.add(comment.id, comment.parentId);
  }

  /** Shows a comment as it looks now, once nobody writes in it. */
  private async renew(id: string) {
    const item = itemOf(this.thread, id);
    const now = item && !isInUse(item) && (await itemFrom(id));
    if (item && isInUse(item)) setTimeout(() => void this.renew(id), tryAgain);
    else if (item && now) this.show(item, now);
  }

  private show(item: Element, now: Element) {
    keepPlace(this.thread, () => {
      if (wordsOf(item)) showWords(item, now);
      // One's own, which waited until now.
      else item.replaceChildren(...now.children);
      arrived(this.thread);
    });
  }

  /** The page of a busy article may lag by a second (docs/decisions/0014). */
  private lookTwice() {
    void this.lookAgain();
    setTimeout(() => void this.lookAgain(), mayLag);
  }

  /** Compares with the page as it is now: what is not here is new, what looks otherwise is shown as it is, what is not there may be gone. */
  private async lookAgain() {
    const now = await commentsOn(location.pathname + location.search);
    // Where this is but a part of the thread, older ones may have moved into it, and newer ones stand elsewhere.
    const whole = !this.thread.querySelector('a[rel="next"]');
    for (const item of now) this.compare(item, whole ? "" : this.newest);
    if (!whole)
      for (const item of await commentsOn(`/articles/${this.dataset.slug}?sort=newest`))
        this.compare(item, this.opened);
    const there = new Set(now.map(({ id }) => id));
    const missing = [...this.thread.querySelectorAll("li[id]:has(> article > .c:not(.gone))")].filter(
      ({ id }) => !there.has(id),
    );
    for (const item of missing.slice(-askedAfter)) await this.askAfter(item);
  }

  /** `since`: it is new if it was written later. */
  private compare(item: Element, since: string) {
    const id = idOf(item);
    const here = itemOf(this.thread, id);
    if (here) {
      showScore(here, Number.parseInt(actsOf(item)?.querySelector(".vote b")?.textContent ?? "", 10));
      if (textOf(here) !== textOf(item)) void this.renew(id);
    } else if (timeOf(item) > since) this.news?.add(id, idOf(item.parentElement?.closest("li")) || null);
  }

  private async askAfter(item: Element) {
    const answer = await fetch(`/comments/${idOf(item)}`, { method: "HEAD" }).catch(() => null);
    if (answer?.status === 404) keepPlace(this.thread, () => showGone(item, this.dataset.gone ?? ""));
  }
}

async function commentsOn(path: string): Promise<Element[]> {
  const page = await fromPage(path, ".thread");
  return [...(page?.querySelectorAll("li[id]") ?? [])];
}

/** ISO 8601, so that the later is the greater. */
const timeOf = (item: Element) => wordsOf(item)?.querySelector("time")?.dateTime ?? "";

const idOf = (item: Element | null | undefined) => item?.id.replace("comment-", "") ?? "";

/** The words of a comment, or of what stands in their place. */
const textOf = (item: Element) => (wordsOf(item)?.querySelector(".text") ?? wordsOf(item))?.textContent;
