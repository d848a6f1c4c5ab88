import { isNumber, isText, orAbsent, shapeOf } from "@/components/elements/shapes";
import { store, storedUnder } from "@/components/elements/storage";
import { tabsWriting, thisTab } from "@/components/elements/this-tab";

/** Words that were typed and not posted, on this device. `key`: under which they may have been sent already. */
export interface Kept {
  words: string;
  at: number;
  key?: string | undefined;
}

const isKept = shapeOf<Kept>({ words: isText, at: isNumber, key: orAbsent(isText) });

export interface Found extends Kept {
  name: string;
  /** Whether a tab that is open still has them. */
  open: boolean;
}

const longestKept = 60 * 86_400_000;
const nameOf = (place: string, tab: string) => `words ${tab} ${place}`;
const partsOf = (name: string) => /^words (\S+) (.*)$/s.exec(name) ?? [];

/** Keeps what is being written at a place (the address of its form, and what it answers), for each tab apart; nothing forgets it. */
export function keepWords(place: string, words: string, key?: string) {
  const kept: Kept = { words, at: Date.now(), key };
  store(nameOf(place, thisTab()), words === "" ? null : JSON.stringify(kept));
}

/** Keeps words for a place apart from what is being written there, as an earlier visit would have; gives the name to forget them by. */
export function setAside(place: string, words: string, mark: string, key?: string): string {
  const kept: Kept = { words, at: Date.now(), key };
  const name = nameOf(place, mark);
  store(name, JSON.stringify(kept));
  return name;
}

/** Forgets what another tab, or an earlier visit, kept. */
export const forgetWords = (name: string) => store(name, null);

/** Forgets these very words wherever they were kept for a place: they were posted. */
export function forgetPosted(place: string, posted: string) {
  for (const [name, { words }] of storedUnder("words ", isKept))
    if (words === posted && partsOf(name)[2] === place) forgetWords(name);
}

/** What was kept at a place: by this tab, and by others, the newest first. */
export async function keptWords(place: string): Promise<{ own: Kept | undefined; others: Found[] }> {
  const all = storedUnder("words ", isKept);
  for (const [name, { at }] of all) if (!(Date.now() - at < longestKept)) forgetWords(name);
  const here = all.filter(([name]) => partsOf(name)[2] === place);
  const own = here.find(([name]) => partsOf(name)[1] === thisTab())?.[1];
  const open = here.length > 0 ? await tabsWriting() : null;
  const others = here
    .filter(([name, { words }]) => partsOf(name)[1] !== thisTab() && words !== own?.words)
    .map(([name, kept]) => ({ ...kept, name, open: !open || open.has(partsOf(name)[1] ?? "") }))
    .sort((one, other) => other.at - one.at);
  return { own, others };
}
