const inline = /^<\/?(?:a|em|strong|s|code|del|sup|sub|b|i)\b/;
const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: "\u00a0" };

/** The words of a comment as a reader sees them: what stands bold in the middle of a word, or is written as an entity, is read as it looks. */
export function visibleText(html: string): string {
  return html
    .replace(/<[^>]*>/g, (tag) => (inline.test(tag) ? "" : "\n"))
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity, name: string) => named[name] ?? entity)
    .trim();
}
