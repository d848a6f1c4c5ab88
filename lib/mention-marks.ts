import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** `@handle`, not within an e-mail address, a path or an address of another network. Handles are at most 30 long (lib/accounts/limits.ts). */
const mention = /(?<![\p{L}\p{N}_@./\\-])@([a-z0-9_-]{1,30})(?![\w@-]|\.[a-z0-9])/giu;

/**
 * A markdown-it plugin: `@handle` in the words becomes a mark, but not in code or within a link. It is rendered as a link to the person
 * if `env.people`, a set of handles, has it; else as it was written.
 */
export function mentionMarks(parser: MarkdownIt): void {
  // Before this rule an escaped sign is a token of its own, so that `\\@name` names nobody.
  parser.core.ruler.before("text_join", "mention_marks", (state) => {
    if (!state.src.includes("@")) return;
    for (const token of state.tokens) if (token.children) token.children = marked(token.children, state);
  });
  parser.renderer.rules.mention = (tokens, index, _options, env) => {
    const people: unknown = env?.people;
    const written = parser.utils.escapeHtml(tokens[index]?.content ?? "");
    const handle = handleIn(tokens[index]);
    return people instanceof Set && people.has(handle)
      ? `<a href="/people/${handle}"><bdi>${written}</bdi></a>`
      : written;
  };
}

const handleIn = (token: Token | undefined) => (token?.content ?? "").slice(1).toLowerCase();

function marked(children: Token[], state: StateCore): Token[] {
  let within = 0;
  return children.flatMap((child) => {
    if (child.type === "link_open") within++;
    if (child.type === "link_close") within--;
    return child.type === "text" && within === 0 && child.content.includes("@") ? split(child, state) : [child];
  });
}

function split(text: Token, state: StateCore): Token[] {
  const parts: Token[] = [];
  const add = (type: string, content: string) => {
    if (content === "") return;
    const token = new state.Token(type, "", 0);
    token.content = content;
    token.level = text.level;
    parts.push(token);
  };
  let from = 0;
  for (const { 0: written, index } of text.content.matchAll(mention)) {
    add("text", text.content.slice(from, index));
    add("mention", written);
    from = index + written.length;
  }
  add("text", text.content.slice(from));
  return parts;
}

/** The handles that parsed words name, each once, in their order; `quoted`: only within a quotation. */
export function mentionsIn(tokens: readonly Token[]): { handle: string; quoted: boolean }[] {
  const found = new Map<string, boolean>();
  let quotes = 0;
  for (const { type, nesting, children } of tokens) {
    if (type.startsWith("blockquote_")) quotes += nesting;
    for (const child of children ?? []) {
      if (child.type !== "mention") continue;
      const handle = handleIn(child);
      found.set(handle, (found.get(handle) ?? true) && quotes > 0);
    }
  }
  return [...found].map(([handle, quoted]) => ({ handle, quoted }));
}
