import { describe, expect, test } from "vitest";
import { readComment } from "@/lib/markdown";

const everybody = new Set(["anna", "b_b", "c-3"]);
const html = (words: string) => readComment(words).html(everybody);
const named = (words: string) => readComment(words).mentions.map(({ handle }) => handle);
const anna = '<a href="/people/anna"><bdi>@anna</bdi></a>';

describe("a mention", () => {
  test("links to the person, however it is spelt, and leaves the words as they were", () => {
    expect(html("Hello @anna, and @b_b.")).toBe(`<p>Hello ${anna}, and <a href="/people/b_b"><bdi>@b_b</bdi></a>.</p>`);
    expect(html("**@Anna**!")).toBe('<p><strong><a href="/people/anna"><bdi>@Anna</bdi></a></strong>!</p>');
  });

  test("of somebody who is not there stays plain text", () => {
    expect(html("@nobody <@nobody>")).toBe("<p>@nobody &lt;@nobody&gt;</p>");
  });

  test.each([
    ["code", "`@anna` and\n\n    @anna"],
    ["a link", "[see @anna](https://example.org) https://example.org/@anna"],
    ["an e-mail address", "write to me@anna or post@anna.example"],
    ["an address of another network", "@anna@example.social example.org/@anna"],
    ["a word that goes on", "@annabel @anna.example x@anna"],
    ["words that escape it", "\\@anna"],
  ])("is none within %s", (_where, words) => {
    expect(html(words)).not.toContain("/people/anna");
  });

  test("counts once a person, and says whether it was only quoted", () => {
    expect(readComment("> @anna and @b_b\n\n@Anna @c-3").mentions).toEqual([
      { handle: "anna", quoted: false },
      { handle: "b_b", quoted: true },
      { handle: "c-3", quoted: false },
    ]);
  });

  test("does not make a link of a path that somebody typed", () => {
    expect(html("[x](/admin) [y](/people/../admin)")).not.toContain("href");
  });

  test("5,000 of them are read and rendered within 100 ms", () => {
    const words = "@anna ".repeat(1_666);
    const many = Array.from({ length: 2_000 }, (_, number) => `@${number.toString(36)}`).join(" ");
    // Of this process alone: a machine that is busy with other things is no slower rule.
    const took = (body: string) => {
      const before = process.cpuUsage();
      html(body);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    };
    for (const body of [words, many, "@".repeat(10_000), "@a".repeat(5_000)])
      expect(Math.min(...Array.from({ length: 5 }, () => took(body)))).toBeLessThan(100);
    expect(named(many)).toHaveLength(2_000);
  });
});
