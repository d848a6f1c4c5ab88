import { describe, expect, test } from "vitest";
import { quoted } from "@/components/elements/quoted-words";
import { maxNesting } from "@/lib/comments/limits";
import { readComment } from "@/lib/markdown";

const text = (markdown: string) =>
  readComment(markdown)
    .html()
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();

describe("words that are quoted", () => {
  test("stand as a quotation, paragraph by paragraph", () => {
    expect(
      quoted([
        { words: "One.", depth: 0 },
        { words: " Two\nlines. ", depth: 0 },
      ]),
    ).toBe("> One.\n>\n> Two\n> lines.");
  });

  test("of quotations go no deeper than three, far within what a comment may hold", () => {
    const deep = quoted(Array.from({ length: 8 }, (_, depth) => ({ words: `Level ${depth}.`, depth })));
    expect(readComment(deep).nesting).toBe(3);
    expect(maxNesting).toBeGreaterThan(3);
    const again = quoted([{ words: "Once more.", depth: 3 }]);
    expect(readComment(again).nesting).toBe(3);
  });

  test.each([
    "*not bold*",
    "_nor this_",
    "[no](link)",
    "`no code`",
    "1. no list",
    "- none here",
    "# no heading",
    "> none",
    "+ no",
    "a <b> tag",
    "back\\slash",
    "***",
  ])("mean what they say: %s", (words) => {
    const html = readComment(quoted([{ words, depth: 0 }])).html();
    expect(html).not.toMatch(/<(em|strong|a|code|ul|ol|hr)\b|<blockquote>\s*<blockquote>/);
    expect(text(quoted([{ words, depth: 0 }]))).toBe(words.replace(/</g, "&lt;").replace(/>/g, "&gt;"));
  });

  test("are at most 2,000 characters", () => {
    expect(
      quoted([
        { words: "a".repeat(5_000), depth: 0 },
        { words: "b", depth: 0 },
      ]),
    ).toBe(`> ${"a".repeat(2_000)}`);
  });
});
