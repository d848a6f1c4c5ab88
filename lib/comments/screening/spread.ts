import { fold, isWrittenOtherwise, readings, squeezed, stretchedRun } from "@/lib/comments/screening/spelling";

/** A word where it stands, in UTF-16 units, with what it may stand for. `joined`: made of pieces that stand apart. */
export interface Word {
  start: number;
  end: number;
  /** Folded; the first as it is written, then without disguise. */
  forms: string[];
  /** With every run of a letter as one, if it is stretched. */
  squeezed: string | null;
}

const word = /[\p{L}\p{N}\p{M}\p{Cf}\u24b6-\u24e9@$!|€£+]+(?:['’][\p{L}\p{M}\p{Cf}]+)*/gu;
const between = /^[-_*~`.·•]{1,4}$/;
/** A longer word is looked at up to here: no entry is longer. */
const longest = 200;

/** The words of a text, in order. */
export function wordsIn(text: string): Word[] {
  const otherwise = /[\u0370-\uffff]/.test(text) && isWrittenOtherwise(text);
  return [...text.matchAll(word)].flatMap(({ 0: written, index }) => {
    const one = wordAt(written, index, otherwise);
    return one ? [one] : [];
  });
}

function wordAt(written: string, start: number, otherwise: boolean): Word | null {
  const folded = fold(written.slice(0, longest)).replace(/['’]/g, "");
  const forms = readings(folded, otherwise);
  if (forms.length === 0) return null;
  const last = forms.at(-1) ?? folded;
  return { start, end: start + written.length, forms, squeezed: stretchedRun.test(last) ? squeezed(last) : null };
}

/** Words made of what stands apart: `v i a g r a`, `v.i.a.g.r.a`, `via-gra`. They are sought as single words only. */
export function joinedIn(text: string, words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  let from = 0;
  for (let place = 1; place <= words.length; place++) {
    if (place < words.length && belongs(text, words, place)) continue;
    if (place - from > 1) joined.push(joinedOf(words.slice(from, place)));
    from = place;
  }
  return joined.filter(({ forms }) => (forms[0]?.length ?? 0) > 2);
}

function belongs(text: string, words: readonly Word[], place: number): boolean {
  const [before, here] = [words[place - 1], words[place]];
  if (!before || !here) return false;
  const gap = text.slice(before.end, here.start);
  const single = isSingle(before) && isSingle(here);
  if (single) return gap.length <= 4 && /^[\s\p{P}\p{S}]+$/u.test(gap);
  return between.test(gap) && !gap.includes(".");
}

const isSingle = ({ forms }: Word) => [...(forms[0] ?? "")].length === 1;

function joinedOf(words: readonly Word[]): Word {
  const plain = words
    .map(({ forms }) => forms[0] ?? "")
    .join("")
    .slice(0, longest);
  const undisguised = words
    .map(({ forms }) => forms[1] ?? forms[0] ?? "")
    .join("")
    .slice(0, longest);
  return {
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    forms: [...new Set([plain, ...readings(undisguised, false)])],
    squeezed: stretchedRun.test(plain) ? squeezed(plain) : null,
  };
}
