import type { Chunk } from "@/lib/comments/screening/learned/words";

/** A comment as the helper knows it. What is not known is left out, and counts for nothing. */
export interface Example {
  /** What was typed, Markdown and all. */
  text: string;
  /** The writer's other comments that are published. */
  published?: number | undefined;
  /** Days since the writer signed up. */
  accountDays?: number | undefined;
}

export type Trait =
  | "links"
  | "length"
  | "capitals"
  | "exclamation"
  | "stretched"
  | "digits"
  | "words"
  | "first"
  | "young";

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
const endings = "com|org|net|info|biz|tv|me|ly|co|io|ru|pl|in|uk|de|fr|cn|tk|xyz|top|site|online|shop|club|app|link|gg";
const address = new RegExp(
  `(?:https?:\\/\\/|www\\.)\\S+|\\b[a-z0-9-]{2,40}[ ]{0,2}\\.[ ]{0,2}(?:${endings})\\b\\S*|\\b[a-z0-9-]{2,40}\\.[a-z]{2,12}\\/\\S*`,
  "g",
);

/** Addresses in the words as read, also those typed apart ("example . com"). */
export function addressesIn(chunks: readonly Chunk[]): string[] {
  return (
    chunks
      .map(({ read }) => read)
      .join(" ")
      .match(address) ?? []
  );
}

export function hostOf(found: string): string {
  return found
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/ /g, "")
    .replace(/[/?#:].*$/s, "");
}

/** How a comment is written and by whom, each between 0 and about 1. */
export function traitsOf(
  { text, published, accountDays }: Example,
  chunks: readonly Chunk[],
  links: number,
): [Trait, number][] {
  const shown = chunks.map(({ typed }) => typed).join(" ");
  return [
    ["links", Math.min(links, 3) / 2],
    ["length", Math.log1p(text.length) / 6],
    ["capitals", count(shown, /\p{Lu}/gu) / (count(shown, /\p{L}/gu) + 3)],
    ["exclamation", Math.min(count(shown, /!/g), 6) / 6],
    ["stretched", /(.)\1{3}/u.test(shown) ? 0.5 : 0],
    ["digits", count(shown, /\d/g) / (shown.length + 5)],
    ["words", Math.min(chunks.length, 40) / 40],
    ["first", published === 0 ? 0.5 : 0],
    ["young", accountDays === undefined ? 0 : 0.5 * Math.exp(-Math.max(0, accountDays) / 7)],
  ];
}
