/** Code units of a comment that are read: its beginning and its end. What is longer costs no more. */
const readFirst = 2_500;
const readLast = 500;

/** A run of text between spaces, as it stands in the comment and as it is read. */
export interface Chunk {
  /** As its writer typed it. */
  typed: string;
  /** In lower case, composed, without invisible characters, accents of Latin and letters that only look alike. */
  read: string;
}

const marks = /[\u0300-\u036f]|\p{Default_Ignorable_Code_Point}/gu;
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const ascii = /^[\x21-\x7e]*$/;
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Cyrillic and Greek letters that pass for Latin ones beside them (Unicode's confusables, the common few). */
const lookalikes: Record<string, string> = Object.fromEntries(
  [..."аеорсухіјѕһԁѵԛԝαορνικτ"].map((letter, at) => [letter, [..."aeopcyxijshdvqwaopvikt"][at] ?? letter]),
);
const mixed = /[a-z].*[\p{sc=Cyrl}\p{sc=Grek}]|[\p{sc=Cyrl}\p{sc=Grek}].*[a-z]/u;

function asRead(typed: string): string {
  if (ascii.test(typed)) return typed.toLowerCase();
  const plain = typed.normalize("NFKD").replace(marks, "").normalize("NFC").toLowerCase();
  return mixed.test(plain)
    ? plain.replace(/[\p{sc=Cyrl}\p{sc=Grek}]/gu, (letter) => lookalikes[letter] ?? letter)
    : plain;
}

function cut(text: string): string {
  if (text.length <= readFirst + readLast) return text;
  return `${text.slice(0, readFirst)} ${text.slice(-readLast)}`;
}

/** The text in chunks; scripts written without spaces are cut where Unicode sees words. Reads at most 3,000 code units. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const [run] of cut(text).matchAll(/\S+/gu)) {
    const pieces = unspaced.test(run) ? Array.from(segmenter.segment(run), ({ segment }) => segment) : [run];
    for (const typed of pieces) {
      const read = asRead(typed);
      if (read !== "") chunks.push({ typed, read });
    }
  }
  return chunks;
}
