/** Open streams of one process, and of one address in it: an office, a school, a mobile network's gateway. */
export const streamsAtMost = 5_000;
export const streamsAnAddress = 200;
/** Milliseconds. Changes are collected for so long, then asked for and told together. */
export const collectFor = 150;
/** Votes of an article are told at most so often. */
export const votesEvery = 1_000;
/** Of more comments at once one does not tell: everybody looks at the page. */
export const toldAtOnce = 200;
/** What was told last, for who was away for a moment: so many events, of so many bytes together. */
export const remembered = 64;
export const rememberedBytes = 64 * 1024;
/** Bytes that may wait for a client that does not read. */
export const backlog = 128 * 1024;
/** Proxies cut what is silent for a minute; a client that took nothing for two beats is cut off. */
export const beatEvery = 20_000;
/** Threads without readers that are remembered until something changes there. */
export const quietRooms = 1_000;
