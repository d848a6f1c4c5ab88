import { describe, expect, it } from "vitest";
import { codePoints, line, text } from "@/lib/text";

const words = text({ max: 10, min: 1 });

describe("text from outside", () => {
  it.each([
    ["composed", "e\u0301", "é"],
    ["with our line ends", "a\r\nb\rc", "a\nb\nc"],
    ["without control characters", "a\u0007b\u0085c\uFFFEd", "abcd"],
    ["with its tabs and its right-to-left marks", "a\t\u202Eb", "a\t\u202Eb"],
    ["with ten characters outside the first plane", "😀".repeat(10), "😀".repeat(10)],
  ])("is stored %s", (_how, given, stored) => {
    expect(words.parse(given)).toBe(stored);
  });

  it.each([
    ["a NUL", "a\0"],
    ["half a character", "a\ud800"],
    ["nothing", ""],
    ["white space only", " \n "],
    ["one character too many", "a".repeat(11)],
    ["a megabyte", "a".repeat(1_000_000)],
    ["a number", 7],
  ])("is refused with %s", (_what, given) => {
    expect(words.safeParse(given).success).toBe(false);
  });

  it("is one line where a line is asked for", () => {
    expect(line({ max: 20 }).parse("  a\n\u2028 b\t c ")).toBe("a b c");
  });

  it("is counted in code points", () => {
    expect(codePoints("a😀é")).toBe(3);
  });
});
