/** Maxima of a comment (docs/api.md, Maxima): code points, links, blocks within blocks. */
export const maxBody = 10_000;
export const maxLinks = 20;
export const maxNesting = 8;
/** People whom one comment names, and distinct handles among which they are sought. */
export const maxNamed = 20;
export const maxSought = 100;
/** People proposed while one types a name. */
export const peopleProposed = 8;
/** Changes of a comment on one page of its history. */
export const changesShown = 10;

/** Levels of replies shown below a comment before a link goes on to its own page. */
export const shownLevels = 3;
/** Replies shown under each comment before they are folded. */
export const repliesAParent = 5;
/** People named of those whose replies are folded, and folded replies looked at for them. */
export const foldedNamed = 2;
export const foldedLookedAt = 50;
/** Comments in the first HTML of an article. */
export const commentsOnAPage = 100;
/** Comments in one JSON answer, nested ones included; the page ends after the top-level comment that fits. */
export const commentsInAnAnswer = 500;

/** Minutes in which the same words under the same parent are one submission. */
export const sameWordsMinutes = 10;
/** Hours in which the same words elsewhere are held, and how many code points make words worth it. */
export const repeatedWithinHours = 24;
export const repeatedFrom = 40;

/** Waiting comments of one reader that an answer carries. */
export const ownWaitingShown = 10;

export const sorts = ["best", "newest", "oldest", "controversial"] as const;
export type Sort = (typeof sorts)[number];
/** The order of an article's page; the API lists oldest first. */
export const pageSort: Sort = "best";

/** How often a vote is tried while other requests of the same reader change it. */
export const votingAttempts = 20;

/** Seconds in which one's own comment can be taken back before anybody is told of it. */
export const toldAfter = 10;
/** Seconds in which a moderator may take a decision back; nobody is told of it before. */
export const undoSeconds = 30;
