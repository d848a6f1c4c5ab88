import MarkdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";
import { marginNotes } from "@/lib/margin-notes";
import { markdownInHtml } from "@/lib/markdown-in-html";
import { mentionMarks, mentionsIn } from "@/lib/mention-marks";
import { pullQuotes } from "@/lib/pull-quotes";

/** What a comment's Markdown came to: the counts that limits are put on, whom it names, and its HTML. */
export interface ReadComment {
  links: number;
  /** The deepest nesting of quotations and lists. */
  nesting: number;
  /** The handles that it names with an `@`, each once, in the order of the words; `quoted`: only within a quotation. */
  mentions: { handle: string; quoted: boolean }[];
  /** The finished HTML. The handles of `people` become links to them; the rest stays plain text. */
  html(people?: ReadonlySet<string>): string;
}

const commentParser = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 40 })
  .disable(["heading", "lheading", "table", "image", "reference"])
  .use(mentionMarks);
commentParser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

const commentRules: sanitizeHtml.IOptions = {
  allowedTags: ["p", "br", "em", "strong", "s", "a", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "bdi"],
  allowedAttributes: { a: ["href", "rel"], ol: ["start"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  transformTags: {
    a: (_tag, { href }): sanitizeHtml.Tag => ({
      tagName: "a",
      attribs: absolute(href) ? { href, rel: "ugc nofollow noopener" } : toPerson(href) ? { href } : {},
    }),
  },
};

function absolute(href: string | undefined): href is string {
  return href !== undefined && /^(https?:\/\/[^/]|mailto:)/i.test(href);
}

const toPerson = (href: string | undefined): href is string => /^\/people\/[a-z0-9_-]{1,30}$/.test(href ?? "");

/**
 * A comment's Markdown, read: no raw HTML, no pictures, no headings, links to http, https, mailto and the people whom it names only.
 * Rendered once, when written; sanitised after rendering.
 */
export function readComment(markdown: string): ReadComment {
  const tokens = commentParser.parse(markdown, {});
  let links = 0;
  let open = 0;
  let nesting = 0;
  for (const token of tokens) {
    if (/^(blockquote|bullet_list|ordered_list)_/.test(token.type)) {
      open += token.nesting;
      nesting = Math.max(nesting, open);
    }
    for (const child of token.children ?? []) if (child.type === "link_open") links++;
  }
  return {
    ...{ links, nesting, mentions: mentionsIn(tokens) },
    html: (people) =>
      sanitizeHtml(commentParser.renderer.render(tokens, commentParser.options, { people }), commentRules).trim(),
  };
}

/** A comment's Markdown as HTML that names nobody. */
export const commentHtml = (markdown: string): string => readComment(markdown).html();

const articleParser = new MarkdownIt({ html: true, linkify: true, typographer: false, maxNesting: 60 })
  .use(markdownInHtml)
  .use(marginNotes)
  .use(pullQuotes);
articleParser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

articleParser.renderer.rules.table_open = () =>
  '<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>';
articleParser.renderer.rules.table_close = () => "</table></div>";
// A header that says nothing heads nothing.
articleParser.core.ruler.push("empty_headers", ({ tokens }) => {
  for (const [place, open] of tokens.entries()) {
    const close = tokens[place + 2];
    if (open.type === "th_open" && tokens[place + 1]?.content === "" && close) open.tag = close.tag = "td";
  }
});
for (const cell of ["th_open", "td_open"]) {
  articleParser.renderer.rules[cell] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    const aligned = /right|center/.exec(String(token?.attrGet("style")))?.[0];
    if (token) token.attrs = aligned ? [["class", aligned === "right" ? "figures" : "middle"]] : null;
    return self.renderToken(tokens, index, options);
  };
}

const direction = ["dir", "lang"];
const articleRules: sanitizeHtml.IOptions = {
  allowedTags: [
    ...[
      "p",
      "br",
      "hr",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "em",
      "strong",
      "b",
      "i",
      "s",
      "del",
      "ins",
      "mark",
      "small",
      "u",
      "kbd",
      "code",
      "pre",
    ],
    ...[
      "a",
      "img",
      "blockquote",
      "cite",
      "q",
      "footer",
      "ul",
      "ol",
      "li",
      "dl",
      "dt",
      "dd",
      "figure",
      "figcaption",
      "aside",
      "sup",
      "sub",
    ],
    ...[
      "abbr",
      "details",
      "summary",
      "div",
      "span",
      "bdi",
      "table",
      "caption",
      "thead",
      "tbody",
      "tfoot",
      "tr",
      "th",
      "td",
    ],
  ],
  allowedAttributes: {
    a: ["href", "rel", "id", ...direction],
    pre: ["class", "tabindex"],
    img: ["src", "alt", "width", "height", "loading"],
    ol: ["start"],
    abbr: ["title"],
    aside: ["id", "class", ...direction],
    div: ["class", "role", "tabindex", "aria-label", ...direction],
    span: ["class", ...direction],
    sup: ["class"],
    th: ["class", "colspan", "rowspan", "scope"],
    td: ["class", "colspan", "rowspan"],
    "*": direction,
  },
  allowedClasses: {
    a: ["away"],
    aside: ["note", "up*"],
    blockquote: ["pull"],
    div: ["scroll"],
    pre: ["scroll"],
    span: ["opening"],
    sup: ["ref"],
    th: ["figures", "middle"],
    td: ["figures", "middle"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  transformTags: {
    h1: "h2",
    center: "div",
    strike: "s",
    a: (_tag, attribs) => ({ tagName: "a", attribs: articleLink(attribs) }),
    // What scrolls sideways has to be reached from the keyboard.
    pre: () => ({ tagName: "pre", attribs: { class: "scroll", tabindex: "0" } }),
    aside: (_tag, attribs) => ({ tagName: "aside", attribs: keepOurId(attribs) }),
    div: (_tag, attribs) => ({
      tagName: "div",
      attribs: attribs.class === "scroll" ? tableFrame : onlyDirection(attribs),
    }),
    img: (_tag, { src = "", alt = "", width, height }): sanitizeHtml.Tag => picture(src, alt, width, height),
  },
  nestingLimit: 40,
};

const tableFrame = { class: "scroll", role: "group", tabindex: "0", "aria-label": "Table" };

function onlyDirection({ dir, lang }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return { ...(dir && { dir }), ...(lang && { lang }) };
}

function keepOurId({ id, ...rest }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return id && /^(note|ref)-\d{1,4}$/.test(id) ? { ...rest, id } : rest;
}

function articleLink(attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const { href = "", ...rest } = keepOurId(attribs);
  const own = /^(#|\/(?![/\\]))/.test(href);
  if (own) return { ...rest, href };
  return absolute(href) ? { ...rest, href, rel: "noopener" } : onlyDirection(rest);
}

/** Pictures come from here only (`img-src 'self'`); one from elsewhere becomes a link to it. */
function picture(src: string, alt: string, width?: string, height?: string): sanitizeHtml.Tag {
  if (/^\/media\/[0-9a-f]{64}\.[a-z0-9]{1,5}$/.test(src)) {
    return {
      tagName: "img",
      attribs: { src, alt, loading: "lazy", ...(width && { width }), ...(height && { height }) },
    };
  }
  return absolute(src)
    ? { tagName: "a", attribs: { href: src, rel: "noopener", class: "away" }, text: alt || src }
    : { tagName: "em", attribs: {}, text: alt };
}

/**
 * An article's Markdown as HTML: CommonMark, tables, footnotes as margin notes after the paragraph that refers to them,
 * and a sanitised subset of raw HTML. Rendered once, when written; sanitised after rendering.
 */
export function articleHtml(markdown: string): string {
  articleParser.set({ html: !nestsTooDeep(markdown) });
  return withoutInnerLinks(sanitizeHtml(articleParser.render(markdown), articleRules)).trim();
}

/** Tags that stand open inside one another before raw HTML is shown as text: what closes them takes time that grows with the square. */
const deepest = 1_000;

function nestsTooDeep(markdown: string): boolean {
  let depth = 0;
  for (const [, close] of markdown.matchAll(
    /<(\/)?(?!(?:p|li|dt|dd|t[rdh]|br|hr|img|wbr|input|source|col)\b)[a-z]/gi,
  )) {
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** A linked picture from elsewhere would be a link in a link, which no browser keeps: the outer one stays. */
function withoutInnerLinks(html: string): string {
  let open = 0;
  return html.replace(/<a\b[^>]*>|<\/a>/g, (tag) => {
    const outermost = tag === "</a>" ? --open === 0 : open++ === 0;
    return outermost ? tag : "";
  });
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** The first words of finished HTML, in one line of at most `max` code points. */
export function excerptOf(html: string, max: number): string {
  const words = [...plainText(html).replace(/\s+/g, " ")];
  return words.length > max ? `${words.slice(0, max - 1).join("")}…` : words.join("");
}

/** The words of finished HTML, one line a block, for search, feeds and descriptions. */
export function plainText(html: string): string {
  const spaced = html.replace(
    /<(br|\/(p|h\d|li|dd|dt|tr|td|th|blockquote|figcaption|pre|summary|caption))\b[^>]*>/g,
    "\n$&",
  );
  return sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} })
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/[ \t]*\n\s*/g, "\n")
    .trim();
}
