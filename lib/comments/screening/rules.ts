import type { WordIndex } from "@/lib/comments/screening/word-index";

export type Verb = "hold" | "refuse";

/** A list of entries under one rule. `title` is what moderators call it. */
interface ListRule {
  verb: Verb;
  title: string;
}
interface Bound {
  verb: Verb;
  bound: "over" | "under";
  count: number;
}
/** More than `count` comments within so many minutes. */
export interface Flood {
  verb: Verb;
  count: number;
  minutes: number;
}
interface Links {
  verb: Verb;
  count: number;
  newOnly: boolean;
}
interface Above {
  verb: Verb;
  above: number;
}

/** What a document of rules says, compiled. A step without a rule finds nothing. */
export interface Rules {
  /** Writers with fewer published comments are new. */
  newBelow: number;
  length: Bound[];
  repeated: Verb | null;
  flood: Flood | null;
  threadFlood: Flood | null;
  links: Links[];
  wordLists: ListRule[];
  /** Entries of all `wordLists`, by the place of their list. */
  words: WordIndex;
  domainLists: ListRule[];
  /** Host, in ASCII → places of the lists that name it or a domain above it. */
  domains: Map<string, number[]>;
  unicode: Verb | null;
  shouting: Above | null;
  stretched: Above | null;
  first: number;
  learned: number | null;
  /** Domains of mail that nobody keeps; refused at sign-up. */
  addresses: Set<string>;
}
