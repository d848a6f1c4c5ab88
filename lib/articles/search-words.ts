import { articleLimits } from "@/lib/articles/limits";
import { codePoints } from "@/lib/text";

/** Bytes. A tsvector holds 1 MB, and twice this is the most that distinct words of such a text can take in one. */
const maxIndexed = 450_000;

const run = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〆ー]+/gu;
const words = /[\p{L}\p{N}\p{M}]+/gu;
const vowelMarks =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;

/** Small letters without accents, points and harakat, so that "Café" is found by "cafe". Kana keep theirs: が is not か. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(vowelMarks, "").normalize("NFKC").toLowerCase();
}

/** 経済政策 → 経済 済政 政策: Postgres finds nothing inside a run of characters without spaces. */
function bigrams(characters: readonly string[]): string[] {
  if (characters.length < 2) return [...characters];
  return characters.slice(1).map((character, place) => `${characters[place]}${character}`);
}

/**
 * The words of an article as Postgres full text indexes them (`articles."searchText"`): folded, Chinese, Japanese and Korean runs
 * as bigrams in their order and, once each, as single characters. At most 450,000 bytes: what lies beyond is not found.
 */
export function searchText(...texts: string[]): string {
  const singles = new Set<string>();
  const parts: string[] = [];
  for (const [word] of folded(texts.join("\n").slice(0, maxIndexed)).matchAll(words)) {
    let rest = 0;
    for (const match of word.matchAll(run)) {
      if (match.index > rest) parts.push(word.slice(rest, match.index));
      const characters = [...match[0]];
      if (characters.length > 1) for (const character of characters) singles.add(character);
      for (const pair of bigrams(characters)) parts.push(pair);
      rest = match.index + match[0].length;
    }
    if (rest < word.length) parts.push(word.slice(rest));
  }
  return withinBytes([...singles, ...parts]);
}

function withinBytes(parts: readonly string[]): string {
  const kept: string[] = [];
  let size = 0;
  for (const part of parts) {
    size += Buffer.byteLength(part) + 1;
    if (size > maxIndexed) break;
    kept.push(part);
  }
  return kept.join(" ");
}

/**
 * What a visitor typed, for `websearch_to_tsquery`: folded as the index is, runs of Chinese, Japanese and Korean as bigrams,
 * at most 200 code points. Quotation marks and the minus sign keep their meaning.
 */
export function searchQuery(typed: string): string {
  const clean = folded(typed.toWellFormed()).replace(/\p{Cc}+/gu, " ");
  const short = codePoints(clean) > articleLimits.search ? [...clean].slice(0, articleLimits.search).join("") : clean;
  return short
    .replace(run, (characters, place: number) => {
      const pairs = bigrams([...characters]).join(" ");
      const before = short[place - 1];
      if (before === "-") return `"${pairs}" `;
      return before === '"' ? `${pairs} ` : ` ${pairs} `;
    })
    .replace(/\s+/gu, " ")
    .trim();
}
