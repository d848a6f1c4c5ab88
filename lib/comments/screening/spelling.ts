/** Letters of other scripts that pass for a Latin one; after NFKC, in lower case, without marks (Unicode UTS 39, reduced to what spells words). */
const passesFor = new Map<string, string>(
  Object.entries({
    a: "аαɑ",
    b: "ьƅ",
    c: "сϲᴄ",
    d: "ԁɗ",
    e: "еєεɛҽ",
    f: "ғƒ",
    g: "ɡց",
    h: "һհ",
    i: "іιıɩї",
    j: "јϳ",
    k: "кκᴋ",
    l: "ӏłⅼ",
    m: "мᴍ",
    n: "пηոռ",
    o: "оοσօøᴏ",
    p: "рρ",
    q: "ԛգ",
    r: "гᴦ",
    s: "ѕꜱ",
    t: "тτ",
    u: "υսμц",
    v: "νѵᴠ",
    w: "ԝωшᴡ",
    x: "хχ",
    y: "уγүʏ",
    z: "ᴢ",
  }).flatMap(([latin, others]) => [...others].map((other): [string, string] => [other, latin])),
);

/** Figures and signs that pass for a letter. `1`, `!` and `|` pass for two: the second is tried as well. */
const figures = new Map(
  Object.entries({
    0: "o",
    1: "i",
    3: "e",
    4: "a",
    5: "s",
    7: "t",
    8: "b",
    9: "g",
    "@": "a",
    $: "s",
    "!": "i",
    "|": "i",
    "€": "e",
    "£": "l",
    "+": "t",
  }),
);

/** Accents of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic; vowel signs that make other words stay. */
const accents =
  /[\u0300-\u036f\u0483-\u0487]|[\u0591-\u05bd]|[\u05bf-\u05c7]|[\u064b-\u065f]|\u0670|\u0640|[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
const ligatures = new Map(Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l" }));

/** A word without case, accents, widths, fonts and what cannot be seen: two words that fold alike are the same word. */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase();
  return word
    .replace(invisible, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(accents, "")
    .normalize("NFC")
    .replace(/[ßæœøđðþł]/g, (letter) => ligatures.get(letter) ?? letter);
}

const foreign = /\P{ASCII}/u;
const disguised = /[0-9@$!|€£+]/;
const letter = /\p{L}/u;
export const stretchedRun = /(.)\1\1/u;

/** Every run of one letter as one: `loooook` and `look` are alike. */
export const squeezed = (word: string): string => word.replace(/(.)\1+/gu, "$1");

/** The word in Latin letters, if all its letters pass for some. */
function inLatin(folded: string): string | null {
  const letters = [...folded].map((each) => (each < "\x7f" ? each : passesFor.get(each)));
  return letters.includes(undefined) ? null : letters.join("");
}

/** Whether the text has letters of a script of look-alikes that pass for no Latin one: then it is written in that script, not disguised in it. */
export function isWrittenOtherwise(text: string): boolean {
  for (const [each] of text.matchAll(/[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}]/gu))
    if (!passesFor.has(fold(each))) return true;
  return false;
}

/** What a folded word may stand for: itself first, then without the disguises that it wears. */
export function readings(folded: string, otherwise: boolean): string[] {
  if (!foreign.test(folded) && !disguised.test(folded)) return [folded];
  const plain = folded.replace(/^[@$!|€£+]+|[@$!|€£+]+$/g, "");
  const all = new Set([plain]);
  const latin = foreign.test(folded) && (!otherwise || /[a-z]/.test(folded)) ? inLatin(folded) : folded;
  if (latin !== null && latin !== folded) all.add(latin);
  if (latin !== null && disguised.test(latin) && letter.test(latin)) {
    const read = [...latin].map((each) => figures.get(each) ?? each).join("");
    all.add(read).add(read.replace(/i+$/, ""));
    if (/[1!|]/.test(latin))
      all.add([...latin].map((each) => ("1!|".includes(each) ? "l" : (figures.get(each) ?? each))).join(""));
  }
  all.delete("");
  return [...all];
}
