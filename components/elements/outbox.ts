import { type Said, send } from "@/components/elements/api";
import { forgetPosted } from "@/components/elements/kept-words";
import {
  entries,
  forgetEntry,
  isQueued,
  keepEntry,
  type OutboxEntry,
  placeOf,
  takeBack,
} from "@/components/elements/outbox-entries";
import { askViewer } from "@/components/elements/viewer";

/** What became of an outbox entry. `before`: the same words were posted already; `stranger`: nobody who may send it is signed in; `back`: it was taken back; `unsent`: nothing is known, or the server could not; it is tried again after so many seconds at least. */
export type Outcome =
  | { kind: "posted" | "refused"; said: Said }
  | { kind: "before"; location: string }
  | { kind: "stranger" | "back" }
  | { kind: "unsent"; said: Said | null };

/** Keys are remembered by the server for a day; the words of an older entry go back to their form. */
const longestTried = 12 * 3_600_000;
const firstPause = 1_000;
const longestPause = 60_000;

const underWay = new Set<string>();

/** What the document hears as `outbox`. */
export interface OutboxNews {
  entry: OutboxEntry;
  outcome: Outcome;
}

export const isUnderWay = ({ key }: OutboxEntry) => underWay.has(key);

/** Stores an outbox entry and tries once to send it. It stays one unless it is known to have arrived, or not to be wanted. */
export async function deliver(entry: OutboxEntry): Promise<Outcome> {
  const { key, path, parentId, body } = entry;
  keepEntry(entry);
  underWay.add(key);
  const said = await send(path, { body, ...(parentId && { parentId }) }, { "idempotency-key": key });
  underWay.delete(key);
  const outcome = outcomeOf(said);
  if (outcome.kind === "posted" || outcome.kind === "before") {
    forgetEntry(entry);
    forgetPosted(placeOf(entry), body);
  }
  return outcome;
}

/** What an answer means for what was sent. */
export function outcomeOf(said: Said | null): Outcome {
  if (!said || said.status >= 500 || said.status === 429) return { kind: "unsent", said };
  const { status, location, retryAfter } = said;
  if (status === 201) return { kind: "posted", said };
  if (status === 401) return { kind: "stranger" };
  if (status === 409 && location) return { kind: "before", location };
  // Else the first attempt is still running.
  return status === 409 && retryAfter !== null ? { kind: "unsent", said } : { kind: "refused", said };
}

let pause = firstPause;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tries again later, each time after a longer pause; the line coming back makes it sooner (`keepDelivering`). */
export function retryLater(said: Said | null = null) {
  clearTimeout(timer);
  timer = setTimeout(deliverAll, Math.max(pause, (said?.retryAfter ?? 0) * 1_000));
  pause = Math.min(pause * 2, longestPause);
}

/** Tells the document what became of an outbox entry. */
export const tell = (detail: OutboxNews) => document.dispatchEvent(new CustomEvent("outbox", { detail }));

/** Hears what becomes of entries for as long as `by` is in the document. */
export function onOutbox(by: Element, hear: (news: OutboxNews) => void) {
  const listener = (event: Event) => {
    if (!by.isConnected) document.removeEventListener("outbox", listener);
    else if (event instanceof CustomEvent) hear(event.detail);
  };
  document.addEventListener("outbox", listener);
}

/** Tries to send whatever waits, under the name of who wrote it only. The document hears as `outbox` what became of each. */
async function deliverAll() {
  const waiting = entries().filter((entry) => !isUnderWay(entry));
  if (waiting.length === 0) return;
  const viewer = await askViewer();
  if (viewer === undefined) return retryLater();
  for (const entry of waiting) {
    if (isUnderWay(entry) || !isQueued(entry)) continue;
    const outcome = await attempt(entry, viewer?.handle);
    if (outcome?.kind === "unsent") retryLater(outcome.said);
    else pause = firstPause;
    if (outcome) tell({ entry, outcome });
  }
}

/** Tries again to send an outbox entry for who is signed in. Null if it waits for somebody else, whose handle may be another by now: so not for ever. */
export async function attempt(entry: OutboxEntry, handle: string | undefined): Promise<Outcome | null> {
  const timely = Date.now() - entry.at < longestTried;
  if (timely && handle && entry.by && entry.by !== handle) return null;
  const outcome: Outcome = timely && entry.by === handle ? await deliver(entry) : { kind: "stranger" };
  if (outcome.kind === "refused" || outcome.kind === "stranger") takeBack(entry);
  return outcome;
}

/** Goes on delivering: what an earlier visit left at once, the rest when the line is back or somebody looks again. */
export function keepDelivering() {
  const now = () => {
    pause = firstPause;
    void deliverAll();
  };
  addEventListener("online", now);
  document.addEventListener("visibilitychange", () => document.hidden || now());
  now();
}
