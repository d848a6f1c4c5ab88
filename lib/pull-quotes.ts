import type { MarkdownIt, Token } from "markdown-it";

const longest = 180;

/**
 * A markdown-it plugin: a quotation of one short paragraph that stands between paragraphs is set large, as a pull quotation.
 * Quotations in a row, and long ones, stay as they are.
 */
export function pullQuotes(parser: MarkdownIt): void {
  parser.core.ruler.push("pull_quotes", ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.level === 0 && token.type === "blockquote_open" && isPull(tokens, index))
        token.attrJoin("class", "pull");
    });
  });
}

function isPull(tokens: Token[], index: number): boolean {
  const [, paragraph, inline, end, close, next] = tokens.slice(index, index + 6);
  return (
    paragraph?.type === "paragraph_open" &&
    end?.type === "paragraph_close" &&
    close?.type === "blockquote_close" &&
    (inline?.content.length ?? 0) <= longest &&
    tokens[index - 1]?.type !== "blockquote_close" &&
    next?.type !== "blockquote_open"
  );
}
