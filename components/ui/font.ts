/** The address of the roman of the text: the only face worth asking for before the style sheet is read. */
export const preloadedFont = new URL("./fonts/serif.woff2", import.meta.url).pathname;
