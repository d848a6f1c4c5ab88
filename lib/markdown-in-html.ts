import type { MarkdownIt } from "markdown-it";

const fence = /^ {0,3}(`{3,}|~{3,})/;
const opening = /^\s*<(aside|blockquote|details|div|figure|p|section)\b[^>]*\bmarkdown="?(?:1|block)"?[^>]*>\s*$/;
const closing = /^\s*<\/(aside|blockquote|details|div|figure|p|section)>\s*$/;

/**
 * A markdown-it plugin: Markdown within raw HTML that asks for it with `markdown="1"`, as kramdown and PHP Markdown Extra read it,
 * where the opening and the closing tag stand on lines of their own. Such a `<p>` is dropped, since the words make paragraphs themselves.
 */
export function markdownInHtml(parser: MarkdownIt): void {
  parser.core.ruler.after("normalize", "markdown_in_html", (state) => {
    if (state.src.includes("markdown=")) state.src = setApart(state.src);
  });
}

/** CommonMark ends raw HTML at an empty line: with one on both sides of each tag, what is between them is Markdown. */
function setApart(source: string): string {
  const open: string[] = [];
  let fenced: string | undefined;
  const lines = source.split("\n").map((line) => {
    const mark = fence.exec(line)?.[1];
    if (mark && (fenced === undefined || mark.startsWith(fenced))) fenced = fenced === undefined ? mark : undefined;
    if (fenced !== undefined || mark) return line;
    const opened = opening.exec(line)?.[1];
    if (opened) open.push(opened);
    const closed = opened ? undefined : closing.exec(line)?.[1];
    if (!opened && (!closed || open.at(-1) !== closed)) return line;
    if (closed) open.pop();
    return (opened ?? closed) === "p" ? "" : `\n${line.trim()}\n`;
  });
  return lines.join("\n");
}
