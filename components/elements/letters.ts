import { setAside } from "@/components/elements/kept-words";
import { store, stored, storedUnder } from "@/components/elements/storage";

/** A comment on its way: kept on this device from the press of the button until an answer came. Its key never changes, nor do its words. */
export interface Letter {
  key: string;
  /** Where it is posted to. */
  path: string;
  parentId: string | null;
  body: string;
  /** The handle of who wrote it, null if nobody was signed in. */
  by: string | null;
  at: number;
}

const nameOf = ({ key }: { key: string }) => `letter ${key}`;

/** Where its words are kept when it is no letter: the address of its form, and what it answers. */
export const placeOf = ({ path, parentId }: Pick<Letter, "path" | "parentId">) => `${path} ${parentId ?? ""}`;
/** Every letter in this browser. */
export const letters = () => storedUnder<Letter>("letter ").map(([, letter]) => letter);

export const isLetter = (letter: Letter) => stored(nameOf(letter)) !== null;

/** Keeps a letter until it is forgotten. */
export const keepLetter = (letter: Letter) => store(nameOf(letter), JSON.stringify(letter));

/** A letter no more. */
export const forgetLetter = (letter: Letter) => store(nameOf(letter), null);

/** Takes a letter back: its words are kept for their form again. */
export function takeBack(letter: Letter) {
  if (isLetter(letter)) setAside(placeOf(letter), letter.body, letter.key, letter.key);
  forgetLetter(letter);
}
