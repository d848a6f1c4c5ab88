import { fits, isPattern, type Pattern, patternOf } from "@/lib/comments/screening/pattern";
import { squeezed } from "@/lib/comments/screening/spelling";
import { joinedIn, type Word, wordsIn } from "@/lib/comments/screening/spread";
import { t } from "@/lib/messages";

/** An entry of a list that stands in a text, and where (UTF-16 units). */
export interface Found {
  list: number;
  entry: string;
  start: number;
  end: number;
}

interface Listed {
  list: number;
  entry: string;
}

interface Step {
  ends: Listed[];
  /** Null until something follows: most of 50,000 words are followed by nothing. */
  next: Map<string, Step> | null;
}

/** Scripts that put no space between words: there an entry is sought within a run. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const plain = /^[a-z][a-z0-9]+$/i;
/** Entries found in one text: past them, one more tells nobody anything. */
const enough = 50;

const step = (): Step => ({ ends: [], next: null });

/**
 * Lists of words, phrases and patterns, sought together in one pass over the words of a text: the time does not grow with the lists.
 * Compiled once for a document of rules.
 */
export class WordIndex {
  private readonly phrases = step();
  private readonly runs = step();
  private readonly stretched = new Map<string, Listed[]>();
  private readonly anchors = new Map<string, (Listed & { pattern: Pattern })[]>();
  private readonly anchorLengths = new Set<number>();
  size = 0;

  /** Adds an entry, or says what is wrong with it. */
  add(list: number, entry: string): string | null {
    const listed = { list, entry };
    this.size++;
    if (isPattern(entry)) return this.addPattern(listed);
    if (plain.test(entry)) return this.addWord(listed, entry.toLowerCase());
    const words = wordsIn(entry).map(({ forms }) => forms[0] ?? "");
    if (words.join("").length < 2) return t("screening.fault.rule.wordShort");
    if (words.length === 1) return this.addWord(listed, words[0] ?? "");
    follow(this.phrases, words).ends.push(listed);
    return null;
  }

  private addWord(listed: Listed, word: string): null {
    if (unspaced.test(word)) follow(this.runs, [...word]).ends.push(listed);
    else {
      follow(this.phrases, [word]).ends.push(listed);
      put(this.stretched, squeezed(word), listed);
    }
    return null;
  }

  private addPattern(listed: Listed): string | null {
    const pattern = patternOf(listed.entry);
    if (typeof pattern === "string") return pattern;
    const key = pattern.anchor.slice(0, 3);
    this.anchorLengths.add(key.length);
    put(this.anchors, key, { ...listed, pattern });
    return null;
  }

  /** The entries that stand in the text, each once a place, in the order of the text; at most fifty. */
  search(text: string): Found[] {
    if (this.size === 0) return [];
    const words = wordsIn(text);
    const found: Found[] = [];
    const called = new Set<string>();
    for (const [place, word] of words.entries()) {
      this.seek(words, place, found);
      if (this.anchors.size > 0) this.call(word, called);
      if (found.length >= enough) break;
    }
    for (const word of joinedIn(text, words)) this.seek([word], 0, found);
    for (const key of called) {
      for (const { pattern, list, entry } of this.anchors.get(key) ?? []) {
        const where = fits(pattern, words);
        if (where) found.push({ list, entry, ...where });
      }
    }
    return distinct(found);
  }

  /** Follows the phrases that begin at a word. */
  private seek(words: readonly Word[], place: number, found: Found[]): void {
    const first = words[place];
    if (!first) return;
    for (const form of first.forms) {
      let at = this.phrases.next?.get(form);
      for (let next = place; at; ) {
        for (const listed of at.ends) found.push({ ...listed, start: first.start, end: words[next]?.end ?? first.end });
        const word = words[++next];
        const here: Step = at;
        at = word && here.next ? firstOf(word.forms, here) : undefined;
      }
    }
    for (const listed of (first.squeezed && this.stretched.get(first.squeezed)) || [])
      found.push({ ...listed, start: first.start, end: first.end });
    if (this.runs.next && unspaced.test(first.forms[0] ?? "")) this.seekWithin(first, found);
  }

  private seekWithin({ start, end, forms }: Word, found: Found[]): void {
    const letters = [...(forms[0] ?? "")];
    for (let from = 0; from < letters.length; from++) {
      let at = this.runs.next?.get(letters[from] ?? "");
      for (let next = from + 1; at; next++) {
        for (const listed of at.ends) found.push({ ...listed, start, end });
        at = at.next?.get(letters[next] ?? "");
      }
    }
  }

  /** Notes the beginnings of anchors that stand in a word: only patterns with one of them can fit. */
  private call({ forms }: Word, called: Set<string>): void {
    for (const form of forms)
      for (const length of this.anchorLengths)
        for (let from = 0; from + length <= form.length; from++) {
          const key = form.slice(from, from + length);
          if (this.anchors.has(key)) called.add(key);
        }
  }
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function follow(from: Step, keys: readonly string[]): Step {
  return keys.reduce((at, key) => {
    at.next ??= new Map();
    const known = at.next.get(key);
    if (known) return known;
    const made = step();
    at.next.set(key, made);
    return made;
  }, from);
}

const firstOf = (forms: readonly string[], { next }: Step) => {
  for (const form of forms) {
    const found = next?.get(form);
    if (found) return found;
  }
  return undefined;
};

function distinct(found: Found[]): Found[] {
  const seen = new Set<string>();
  return found
    .filter(({ list, entry, start }) => {
      const key = `${list} ${start} ${entry}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => a.start - b.start)
    .slice(0, enough);
}
