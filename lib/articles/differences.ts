import { diffLines, diffWordsWithSpace } from "diff";

/** A run of words: in both texts, in the first alone, or in the second alone. */
export interface Stretch {
  kind: "same" | "first" | "second";
  words: string;
}

/** How far a comparison may go before a coarser one is tried: milliseconds, or words and lines that differ. */
type Patience = { timeout: number } | { maxEditLength: number };
const usualPatience: Patience = { timeout: 400 };
/** Longer unchanged stretches are cut in their middle to this many characters on either side. */
const context = 240;

/**
 * What differs between two texts, by words; by lines where that would take too long; as two whole texts where that would, too.
 * Long stretches that are the same are shortened.
 */
export function differences(first: string, second: string, patience: Patience = usualPatience): Stretch[] {
  const changes = diffWordsWithSpace(first, second, patience) ?? diffLines(first, second, patience);
  if (!changes)
    return [
      { kind: "first", words: first },
      { kind: "second", words: second },
    ];
  return changes.map(({ added, removed, value }) => {
    if (added) return { kind: "second", words: value };
    return removed ? { kind: "first", words: value } : { kind: "same", words: shortened(value) };
  });
}

function shortened(words: string): string {
  if (words.length <= 2 * context + 40) return words;
  return `${words.slice(0, context).toWellFormed()} […] ${words.slice(-context).toWellFormed()}`;
}
