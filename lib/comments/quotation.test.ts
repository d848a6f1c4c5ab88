import { expect, test } from "vitest";
import { quotation } from "@/lib/comments/quotation";
import { renderWords } from "@/lib/comments/words";

test("a quotation holds every paragraph and list of what it quotes, and room for one's own words", async () => {
  const quoted = quotation("One *thing*.\n\n- and\n- another");
  expect(quoted).toBe("> One *thing*.\n>\n> - and\n> - another\n\n");
  const { html } = await renderWords(`${quoted}No.`);
  expect(html).toContain("<em>thing</em>");
  expect(html).toMatch(/<\/ul>\s*<\/blockquote>\s*<p>No\.<\/p>/);
});

test("a long comment is quoted up to the line at which 2,000 characters end", () => {
  const lines = Array.from({ length: 100 }, (_, place) => `${place} ${"x".repeat(97)}`);
  const quoted = quotation(lines.join("\n"));
  expect(quoted.startsWith(`> ${lines[0]}\n> ${lines[1]}\n`)).toBe(true);
  expect(quoted.length).toBeLessThan(2_100);
  expect(lines.slice(0, 19).every((line) => quoted.includes(line))).toBe(true);
});
