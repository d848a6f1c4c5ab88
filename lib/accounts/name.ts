/** Look-alike characters, by the Latin letter that they pass for; after NFKC, lower case and without marks (UTS 39, reduced to what can spell a staff name). */
const passesFor: Record<string, string> = {
  а: "a",
  α: "a",
  "@": "a",
  "4": "a",
  в: "b",
  β: "b",
  "8": "b",
  с: "c",
  ϲ: "c",
  ԁ: "d",
  е: "e",
  є: "e",
  ε: "e",
  "3": "e",
  "€": "e",
  ɡ: "g",
  "9": "g",
  һ: "h",
  н: "h",
  η: "n",
  і: "l",
  ι: "l",
  ı: "l",
  ɩ: "l",
  i: "l",
  "1": "l",
  "|": "l",
  "!": "l",
  ӏ: "l",
  ł: "l",
  ј: "j",
  к: "k",
  κ: "k",
  м: "m",
  μ: "u",
  п: "n",
  ո: "n",
  о: "o",
  ο: "o",
  "0": "o",
  σ: "o",
  օ: "o",
  ø: "o",
  р: "p",
  ρ: "p",
  ԛ: "q",
  г: "r",
  ѕ: "s",
  "5": "s",
  $: "s",
  т: "t",
  τ: "t",
  "7": "t",
  υ: "u",
  ս: "u",
  ν: "v",
  ѵ: "v",
  ԝ: "w",
  ω: "w",
  х: "x",
  χ: "x",
  у: "y",
  γ: "y",
  ү: "y",
  "2": "z",
};

/** What a name looks like at a glance: two names with one skeleton can be taken for one another. */
function skeleton(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}\p{Cf}]/gu, "");
  return [...plain]
    .map((character) => passesFor[character] ?? character)
    .join("")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const offices = new Set(["admin", "administrator", "moderator", "mod", "staff", "editor", "webmaster"].map(skeleton));
const houses = new Set(
  ["administration", "moderation", "editorial", "support", "system", "root", "official", "rejoinder"].map(skeleton),
);

/** True when a word of the name spells an office of the house, or all of it run together does. */
export function spellsStaff(name: string): boolean {
  const whole = skeleton(name);
  const words = name.split(/[^\p{L}\p{N}\p{M}@$|!]+/u).map(skeleton);
  return offices.has(whole) || houses.has(whole) || words.some((word) => offices.has(word));
}

/** True when `name` can be taken for one of `others`. */
export function looksLikeOneOf(name: string, others: readonly string[]): boolean {
  const shape = skeleton(name);
  return shape !== "" && others.some((other) => skeleton(other) === shape);
}

const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const visible = /(?![\u115f\u1160\u3164\uffa0])[\p{L}\p{N}\p{P}\p{S}]/u;

export const turnsText = (name: string): boolean => bidiControls.test(name);
export const canBeSeen = (name: string): boolean => visible.test(name);
