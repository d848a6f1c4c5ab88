import { maxEntryWords } from "@/lib/comments/screening/limits";
import { fold } from "@/lib/comments/screening/spelling";
import type { Word } from "@/lib/comments/screening/spread";
import { t } from "@/lib/messages";

/**
 * A pattern of words: `*` is any run of letters and figures within a word, `?` one of them, `…` up to five other words.
 * It is followed through the words of a text in one pass, without going back: the time is words × parts of the pattern, whatever anybody writes.
 */
export interface Pattern {
  parts: readonly (string | typeof gap)[];
  /** A piece of it without wildcards, which every text that it fits contains. */
  anchor: string;
}

const gap = Symbol("any word, or none");
const gapWords = 5;
/** Letters that a pattern names in a row at least: two where a letter is a syllable or a word. */
const anchored = (piece: string) => piece.length >= (/[\u0530-\uffff]/.test(piece) ? 2 : 3);

export const isPattern = (entry: string) => /[*?]|…|\.\.\./.test(entry);

/** The pattern in an entry, or what is wrong with it. */
export function patternOf(entry: string): Pattern | string {
  const written = entry.replaceAll("...", "…").split(/\s+/);
  if (written[0] === "…" || written.at(-1) === "…") return t("screening.fault.rule.gap");
  const parts = written.flatMap((part) => (part === "…" ? Array(gapWords).fill(gap) : pieces(part)));
  if (written.length > maxEntryWords) return t("screening.fault.rule.patternLong", { max: maxEntryWords });
  const anchor = parts
    .flatMap((part) => (typeof part === "string" ? part.split(/[*?]+/) : []))
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
  if (!anchored(anchor)) return t("screening.fault.rule.patternWide");
  return { parts, anchor };
}

/** The words of one part, with their wildcards; what stands between words in a text parts them here too. */
const pieces = (part: string): string[] =>
  fold(part)
    .replace(/\*+/g, "*")
    .split(/[^\p{L}\p{N}\p{M}*?]+/u)
    .filter(Boolean);

/** Where the pattern first fits, from its first word to its last, or null. */
export function fits({ parts }: Pattern, words: readonly Word[]): { start: number; end: number } | null {
  // For each part: where a fit that got so far began, or -1.
  let reached = new Int32Array(parts.length + 1).fill(-1);
  let next = new Int32Array(parts.length + 1);
  for (const word of words) {
    next.fill(-1);
    reached[0] = word.start;
    for (let place = 0; place < parts.length; place++) {
      const began = reached[place] ?? -1;
      if (began < 0) continue;
      const part = parts[place] ?? gap;
      if (part === gap && (reached[place + 1] ?? -1) < 0) reached[place + 1] = began;
      if (fitsAny(part, word.forms)) next[place + 1] = began;
    }
    const found = next[parts.length] ?? -1;
    if (found >= 0) return { start: found, end: word.end };
    [reached, next] = [next, reached];
  }
  return null;
}

function fitsAny(part: string | typeof gap, forms: readonly string[]): boolean {
  if (part === gap) return true;
  for (const form of forms) if (fitsWord(part, form)) return true;
  return false;
}

/** Whether `*` and `?` can stand for the rest of a word. Goes back to the last `*` only: at most length × length steps, of words of bounded length. */
function fitsWord(part: string, word: string): boolean {
  let [at, star, mark, place] = [0, -1, 0, 0];
  while (at < word.length) {
    const sign = part[place];
    if (sign === "*") {
      star = place++;
      mark = at;
    } else if (sign === "?" || sign === word[at]) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++mark;
    } else return false;
  }
  while (part[place] === "*") place++;
  return place === part.length;
}
