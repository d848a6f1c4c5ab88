import { type Said, send } from "@/components/elements/api";
import { forgetPosted } from "@/components/elements/kept-words";
import {
  forgetLetter,
  isLetter,
  keepLetter,
  type Letter,
  letters,
  placeOf,
  takeBack,
} from "@/components/elements/letters";
import { askWho } from "@/components/elements/who";

/** What became of a letter. `before`: the same words were posted already; `stranger`: nobody who may send it is signed in; `back`: it was taken back; `unsent`: nothing is known, or the server could not; it is tried again after so many seconds at least. */
export type Outcome =
  | { kind: "posted" | "refused"; said: Said }
  | { kind: "before"; location: string }
  | { kind: "stranger" | "back" }
  | { kind: "unsent"; said: Said | null };

/** Keys are remembered by the server for a day; the words of an older letter go back to their form. */
const longestTried = 12 * 3_600_000;
const firstPause = 1_000;
const longestPause = 60_000;

const underWay = new Set<string>();

/** What the document hears as `letter`. */
export interface LetterNews {
  letter: Letter;
  outcome: Outcome;
}

export const isUnderWay = ({ key }: Letter) => underWay.has(key);

/** Stores a letter and tries once to send it. It stays one unless it is known to have arrived, or not to be wanted. */
export async function deliver(letter: Letter): Promise<Outcome> {
  const { key, path, parentId, body } = letter;
  keepLetter(letter);
  underWay.add(key);
  const said = await send(path, { body, ...(parentId && { parentId }) }, { "idempotency-key": key });
  underWay.delete(key);
  const outcome = outcomeOf(said);
  if (outcome.kind === "posted" || outcome.kind === "before") {
    forgetLetter(letter);
    forgetPosted(placeOf(letter), body);
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

/** Tells the document what became of a letter. */
export const tell = (detail: LetterNews) => document.dispatchEvent(new CustomEvent("letter", { detail }));

/** Hears what becomes of letters for as long as `by` is in the document. */
export function onLetter(by: Element, hear: (news: LetterNews) => void) {
  const listener = (event: Event) => {
    if (!by.isConnected) document.removeEventListener("letter", listener);
    else if (event instanceof CustomEvent) hear(event.detail);
  };
  document.addEventListener("letter", listener);
}

/** Tries to send whatever waits, under the name of who wrote it only. The document hears as `letter` what became of each. */
async function deliverAll() {
  const waiting = letters().filter((letter) => !isUnderWay(letter));
  if (waiting.length === 0) return;
  const viewer = await askWho();
  if (viewer === undefined) return retryLater();
  for (const letter of waiting) {
    if (isUnderWay(letter) || !isLetter(letter)) continue;
    const outcome = await attempt(letter, viewer?.handle);
    if (outcome?.kind === "unsent") retryLater(outcome.said);
    else pause = firstPause;
    if (outcome) tell({ letter, outcome });
  }
}

async function attempt(letter: Letter, handle: string | undefined): Promise<Outcome | null> {
  if (handle && letter.by && letter.by !== handle) return null;
  const timely = letter.by === handle && Date.now() - letter.at < longestTried;
  const outcome: Outcome = timely ? await deliver(letter) : { kind: "stranger" };
  if (outcome.kind === "refused" || outcome.kind === "stranger") takeBack(letter);
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
