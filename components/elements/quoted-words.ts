/** A paragraph of words that somebody wrote, and how many quotations it stood in. */
export interface Spoken {
  words: string;
  depth: number;
}

/** A quotation of quotations goes no deeper: far within the nesting that a comment may have (lib/comments/limits.ts). */
const deepest = 3;
const longest = 2_000;

/** Words as a quotation in Markdown: what stood in quotations already stands one deeper, up to three. Signs of Markdown mean themselves. */
export function quoted(spoken: readonly Spoken[]): string {
  let left = longest;
  const paragraphs = spoken.flatMap(({ words, depth }) => {
    const plain = words.trim().slice(0, left);
    left -= plain.length;
    if (plain === "") return [];
    const sign = "> ".repeat(Math.min(depth + 1, deepest));
    const lines = plain.split(/\s*\n\s*/).map((line) => `${sign}${literally(line)}`);
    return [{ sign, lines: lines.join("\n") }];
  });
  return paragraphs
    .map(({ sign, lines }, at) => {
      const before = paragraphs[at - 1];
      if (!before) return lines;
      // An empty line of the shallower one parts two paragraphs of a quotation, and ends the deeper.
      const between = before.sign.length < sign.length ? before.sign : sign;
      return `${between.trimEnd()}\n${lines}`;
    })
    .join("\n");
}

/** Signs that would become formatting stand for themselves. */
function literally(line: string): string {
  return line.replace(/[\\`*_[\]<]/g, "\\$&").replace(/^(\s*\d*)([#>+.)-])/, "$1\\$2");
}
