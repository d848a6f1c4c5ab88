import { describe, expect, it } from "vitest";
import { articleHtml, commentHtml, plainText, readComment } from "@/lib/markdown";

describe("a comment's Markdown", () => {
  it.each([
    ["raw HTML", "<img src=x onerror=alert(1)><script>alert(1)</script>"],
    ["a script address", "[a](javascript:alert(1)) <javascript:alert(1)> [b](data:text/html,x) [c](vbscript:x)"],
    ["an encoded script address", "[a](&#106;avascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java\tscript:alert(1))"],
    ["an address without a scheme", "[a](//evil.test) [b](/admin) [c](\\\\evil.test)"],
    ["a picture", "![x](https://evil.test/x.png)"],
  ])("never carries %s", (_what, markdown) => {
    expect(commentHtml(markdown)).not.toMatch(/<(img|script)|href="(?!https?:|mailto:)/i);
  });

  it("marks every link as written by a reader", () => {
    expect(commentHtml("see https://example.org/a")).toContain('rel="ugc nofollow noopener"');
  });

  it("counts links and nesting, so that limits can be put on them", () => {
    expect(readComment("> > - a\n\nhttps://a.example https://b.example")).toMatchObject({ links: 2, nesting: 3 });
  });

  it.each([
    "*",
    "[",
    "![",
    "<",
    "`",
    "> ",
    "- ",
    "a@b.com\n",
    "http://",
    "**a *b ",
    "[a](",
    "\u0301",
    "@a ",
    "@",
    "@-",
    "> @a\n",
  ])("is rendered in time that grows with its length: %j", (shape) => {
    const time = (length: number) => {
      const markdown = shape.repeat(length / shape.length);
      const runs = Array.from({ length: 5 }, () => {
        const start = performance.now();
        commentHtml(markdown);
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    time(10_000);
    expect(time(10_000)).toBeLessThan(100);
  });
});

describe("an article's Markdown", () => {
  it("sets a footnote right after the paragraph that refers to it", () => {
    const html = articleHtml("One.[^1]\n\nTwo.\n\n[^1]: The note.");
    expect(html.indexOf("The note.")).toBeLessThan(html.indexOf("Two."));
    expect(html).toContain('<aside class="note up1" id="note-1">');
  });

  it("raises a note to the line that refers to it, but never over the note before", () => {
    const long = "word ".repeat(100);
    const html = articleHtml(`A[^1] ${long}\n\nShort.[^2]\n\n[^1]: ${long}\n[^2]: Two.`);
    expect(html).toContain('<aside class="note up8" id="note-1">');
    expect(html).toContain('<aside class="note up0" id="note-2">');
  });

  it("sets a short quotation between paragraphs large, and quotations in a row as they are", () => {
    expect(articleHtml("a\n\n> Nobody lied.\n\nb")).toContain('<blockquote class="pull">');
    expect(articleHtml("a\n\n> One.\n\n> Two.")).not.toContain("pull");
    expect(articleHtml(`> ${"long ".repeat(60)}`)).not.toContain("pull");
  });

  it("keeps no script, style or handler", () => {
    const html = articleHtml(
      '<div style="x" onclick="y" class="z" id="q">a</div><script>b</script><style>c</style><iframe src="/x"></iframe>',
    );
    expect(html).not.toMatch(/style|onclick|class|id=|script|iframe/);
  });

  it("shows pictures from here only, and links to those from elsewhere", () => {
    const own = `/media/${"0".repeat(64)}.webp`;
    expect(articleHtml(`![a](${own})`)).toContain(`<img src="${own}" alt="a"`);
    expect(articleHtml("![a](https://evil.test/a.png)")).toContain(
      '<a href="https://evil.test/a.png" rel="noopener" class="away">a</a>',
    );
  });

  it("makes one link of a linked picture from elsewhere", () => {
    expect(articleHtml("[![built](https://a.test/b.svg)](https://c.test)")).toBe(
      '<p><a href="https://c.test" rel="noopener">built</a></p>',
    );
  });

  it("reads Markdown in raw HTML that asks for it, and in no other", () => {
    const raw = '<aside markdown="1">\n  *a*\n  <p markdown="1">\n— [b](https://b.test)\n  </p>\n</aside>';
    const html = articleHtml(raw);
    expect(html).toContain("<aside>");
    expect(html).toContain("<em>a</em>");
    expect(html).toContain('— <a href="https://b.test" rel="noopener">b</a>');
    expect(articleHtml("<div>\n*a*\n</div>")).toContain("*a*");
    expect(articleHtml(`\`\`\`\n${raw}\n\`\`\``)).toContain("*a*");
  });

  it("makes an empty header of a table a cell like any other", () => {
    expect(articleHtml("| | Tons |\n|---|---|\n| Rye | 4 |")).toContain("<tr>\n<td></td>\n<th>Tons</th>");
  });

  it("sets figures of a table to the right without inline style", () => {
    expect(articleHtml("| a | b |\n|---|--:|\n| x | 1 |")).toContain('<td class="figures">1</td>');
  });

  it("lets the keyboard reach code that scrolls", () => {
    expect(articleHtml("```\nx\n```")).toContain('<pre class="scroll" tabindex="0"><code>x');
  });

  it("keeps direction and language of a passage", () => {
    expect(articleHtml('<div dir="rtl" lang="he">שלום</div>')).toBe('<div dir="rtl" lang="he">שלום</div>');
  });
});

it.each(["<a>", "<q><i>", "<b>", "<div>\n"])(
  "an article of nothing but open tags is rendered without delay: %j",
  (shape) => {
    const start = performance.now();
    expect(articleHtml(shape.repeat(200_000 / shape.length))).toContain("&lt;");
    expect(performance.now() - start).toBeLessThan(5_000);
  },
);

it("plain text keeps words apart and decodes what was escaped", () => {
  expect(plainText("<p>a &amp; b</p><ul><li>c</li></ul>")).toBe("a & b\nc");
});
