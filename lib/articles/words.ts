import { plainText } from "@/lib/markdown";

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * How many words finished HTML holds. Where a script writes no spaces, the words that ICU's dictionaries find
 * (Unicode Standard Annex 29) are counted.
 */
export function countWords(html: string): number {
  let count = 0;
  for (const chunk of plainText(html).split(/\s+/u)) {
    if (!unspaced.test(chunk)) {
      if (/[\p{L}\p{N}]/u.test(chunk)) count++;
      continue;
    }
    for (const { isWordLike } of segmenter.segment(chunk)) if (isWordLike) count++;
  }
  return count;
}
