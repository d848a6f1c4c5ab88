import { wordsOf } from "@/components/elements/comment-dom";
import { jump } from "@/components/elements/jumps";
import { kept } from "@/components/elements/kept";

interface Visit {
  slug: string;
  /** When the visit before ended (ms): what was written later is new. */
  since: number;
  /** When the thread was last looked at (ms). */
  at: number;
}

/** Threads remembered, the latest ones. */
const remembered = 200;
/** Who comes back later than that (ms) comes anew. */
const pause = 30 * 60_000;

const isVisits = (value: unknown): value is Visit[] =>
  Array.isArray(value) && value.every(({ slug, since, at }) => slug && since >= 0 && at >= 0);

/** Marks what was written since one was last here, and says how much. Known to this browser only; a first visit marks nothing. */
export function markNew(thread: HTMLElement) {
  const { slug = "" } = thread.dataset;
  // A part of the thread on a page of its own is no look at all of it.
  const whole = thread.querySelector("#thread-head") !== null;
  const since = visit(slug, Date.now(), whole);
  if (whole) addEventListener("pagehide", () => visit(slug, Date.now(), true));
  const mark = () => markSince(thread, since);
  mark();
  thread.addEventListener("comments-arrived", mark);
  const next = thread.querySelector(".next-new");
  next?.addEventListener("click", () => jump(thread, "n"));
  // The focus stays where one is, for the next press to go on from.
  next?.addEventListener("mousedown", (event) => event.preventDefault());
}

/** Notes a look at a thread, where it is to be noted, and tells since when things are new in it. */
function visit(slug: string, now: number, noted: boolean): number {
  const visits = kept(() => localStorage, "visits", [], isVisits);
  const all = visits.read();
  const last = all.find((one) => one.slug === slug);
  const since = !last ? now : now - last.at > pause ? last.at : last.since;
  if (noted) visits.keep([...all.filter((one) => one !== last), { slug, since, at: now }].slice(-remembered));
  return since;
}

function markSince(thread: HTMLElement, since: number) {
  const template = thread.querySelector<HTMLTemplateElement>("template.new-mark");
  const fresh = [...thread.querySelectorAll<HTMLTimeElement>("li > article > .c > .by time")].flatMap((time) => {
    const item = time.closest("li");
    const words = wordsOf(item);
    const own = words?.querySelector(".own");
    if (own) words?.querySelector(".new-mark")?.remove();
    return item && !own && Date.parse(time.dateTime) > since ? [item] : [];
  });
  for (const [place, item] of fresh.entries()) {
    const by = wordsOf(item)?.querySelector(".by");
    if (template && by && !by.querySelector(".new-mark"))
      by.insertBefore(document.importNode(template.content, true), by.querySelector(".re"));
    const next = fresh[place + 1] ?? fresh[0];
    by?.querySelector(".new-mark")?.setAttribute("href", `#${next?.id}`);
  }
  thread.querySelector(".next-new")?.toggleAttribute("hidden", fresh.length === 0);
  const line = thread.querySelector<HTMLAnchorElement>("a.since");
  const count = line?.querySelector("b");
  if (!line || !count) return;
  line.hidden = fresh.length === 0;
  line.href = `#${fresh[0]?.id}`;
  count.textContent = String(fresh.length);
}
