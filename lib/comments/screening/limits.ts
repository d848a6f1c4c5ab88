/** Code points, lines and entries of a document of rules. */
export const maxDocument = 2_000_000;
export const maxLines = 100_000;
export const maxEntries = 60_000;
/** Rules that hold words, domains or addresses, each with a list under it. */
export const maxLists = 200;
/** Patterns cost more than words: each that may match is tried on every word of the comment. */
export const maxPatterns = 1_000;
/** Code points of one entry, words in it, and code points of the note that goes with a version. */
export const maxEntry = 100;
export const maxEntryWords = 12;
export const maxWhy = 500;
/** Bytes of a request that carries a document: in a form each character may take nine. */
export const maxRulesBytes = 8 * 1024 * 1024;

/** Matches that are kept with a comment, and code points shown on either side of each. */
export const maxMatches = 10;
export const matchMargin = 40;

/** Minutes that a count may look back: of one person, and of one thread. */
export const maxPersonWindow = 1_440;
export const maxThreadWindow = 10;

/** Writers with fewer published comments are new, unless the rules say otherwise. */
export const newBelow = 3;

/** Days that a played-back rule looks back, and comments read at a time. */
export const playbackDays = 90;
export const playbackBatch = 1_000;
/** Playbacks of one moderator that run at a time. */
export const maxPlaybacks = 3;
/** Examples shown of each outcome. */
export const maxExamples = 10;
