import type { MarkdownIt, Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import { Margin } from "@/lib/margin";

/**
 * A markdown-it plugin: footnotes (`[^1]`) stand as `<aside class="note">` right after the top-level block that refers to them,
 * so that they can be set in the margin beside it, or read below it; and an article's first words open it in capitals.
 */
export function marginNotes(parser: MarkdownIt): void {
  parser.use(footnote);
  parser.core.ruler.after("footnote_tail", "margin_notes", (state) => {
    const tail = state.tokens.findIndex((token) => token.type === "footnote_block_open");
    if (tail === -1) return;
    const notes = notesByNumber(state.tokens.slice(tail));
    const body = state.tokens.slice(0, tail);
    state.tokens = beside(body, notes, (html) => {
      const token = new state.Token("html_block", "", 0);
      token.content = html;
      return token;
    });
  });
  parser.core.ruler.push("opening", (state) => {
    const [first, inline] = state.tokens;
    const start = first?.type === "paragraph_open" ? inline?.children?.[0] : undefined;
    const words = start?.type === "text" ? /^\p{Script=Latin}\S*(?:\s+\S+){2,3}(?=\s)/u.exec(start.content) : null;
    if (!start || !words || !inline?.children) return;
    const opening = new state.Token("html_inline", "", 0);
    opening.content = `<span class="opening">${parser.utils.escapeHtml(words[0])}</span>`;
    start.content = start.content.slice(words[0].length);
    inline.children.unshift(opening);
  });
  parser.renderer.rules.footnote_ref = (tokens, index) => {
    const number = numberOf(tokens[index]);
    const again = Number(tokens[index]?.meta?.subId ?? 0) > 0;
    return `<sup class="ref"><a href="#note-${number}"${again ? "" : ` id="ref-${number}"`}>${number}</a></sup>`;
  };
  parser.renderer.rules.footnote_anchor = () => "";
}

function numberOf(token: Token | undefined): number {
  return Number(token?.meta?.id ?? 0) + 1;
}

function notesByNumber(tail: Token[]): Map<number, Token[]> {
  const notes = new Map<number, Token[]>();
  let current: Token[] | undefined;
  for (const token of tail) {
    if (token.type === "footnote_open") {
      current = [];
      notes.set(numberOf(token), current);
    } else if (token.type !== "footnote_close") current?.push(token);
  }
  return notes;
}

function beside(body: Token[], notes: Map<number, Token[]>, html: (text: string) => Token): Token[] {
  const out: Token[] = [];
  const margin = new Margin();
  let waiting: number[] = [];
  for (const token of body) {
    out.push(token);
    for (const child of token.children ?? []) {
      margin.read(child.content);
      if (child.type !== "footnote_ref" || waiting.includes(numberOf(child))) continue;
      waiting.push(numberOf(child));
      margin.refer(numberOf(child));
    }
    if (token.level > 0 || token.nesting === 1) continue;
    margin.endBlock();
    for (const number of waiting) {
      const words = notes.get(number);
      if (!words) continue;
      notes.delete(number);
      out.push(
        html(
          `<aside class="note up${margin.place(number, words)}" id="note-${number}"><a href="#ref-${number}">${number}</a> `,
        ),
        ...words,
        html("</aside>"),
      );
    }
    waiting = [];
  }
  return out;
}
