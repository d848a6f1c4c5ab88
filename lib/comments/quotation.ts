/** Characters of a quotation; whoever wants more quotes it in parts. */
const longest = 2_000;

/** Somebody's Markdown as a quotation, with room under it for one's own words: whole lines, as many as 2,000 characters hold, the first in any case. */
export function quotation(body: string): string {
  let left = longest;
  const lines = body.split("\n").filter((line, place) => {
    left -= line.length + 1;
    return place === 0 || left >= 0;
  });
  return `${lines.map((line) => `> ${line}`.trimEnd()).join("\n")}\n\n`;
}
