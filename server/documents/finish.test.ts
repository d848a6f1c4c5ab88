import { expect, test } from "vitest";
import { finish } from "@/server/documents/finish";

const page = (head: string, body = "") => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test("Next's scripts and their preloads are gone, and every other byte is as it was", () => {
  const html = page(
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="modulepreload" href="/_next/b.js"/><title>A &amp; b</title>',
    '<p>one</p><script src="/_next/c.js" async=""></script><p>two</p><script>self.__next_f.push([1,"</p>"])</script >',
  );
  expect(finish(html).html).toBe(page("<title>A &amp; b</title>", "<p>one</p><p>two</p>"));
});

test("our module, JSON-LD, stylesheets and fonts stay", () => {
  const head =
    '<script type="module" src="/elements/main-AAAAAAAA.js"></script><script type="application/ld+json">{"@type":"Article"}</script>' +
    '<link rel="stylesheet" href="/_next/static/a.css"/><link rel="preload" as="font" href="/f.woff2"/>';
  expect(finish(page(head))).toEqual({ html: page(head), waiting: false, styles: ["/_next/static/a.css"] });
});

test("what is for browsers without scripts stays, and is nobody else's style", () => {
  const head = '<noscript><link rel="stylesheet" href="/own.css"/></noscript><link rel="stylesheet" href="/a.css"/>';
  expect(finish(page(head))).toEqual({ html: page(head), waiting: false, styles: ["/a.css"] });
});

test("a script that only calls itself JSON-LD is gone when it loads something", () => {
  expect(finish(page('<script type="application/ld+json" src="/x.js"></script>')).html).toBe(page(""));
});

test("a script that is never closed takes the rest with it", () => {
  expect(finish("<p>a</p><script>boom()<p>b</p>").html).toBe("<p>a</p>");
});

test("React's marks are gone, and words that look like scripts stay", () => {
  const words = "<p>a &lt;script&gt; and <code>&lt;!-- x --&gt;</code></p><textarea><script>words</script></textarea>";
  expect(finish(page("", `<!--$-->${words}<!--/$--><p>a<!-- -->b</p>`)).html).toBe(page("", `${words}<p>ab</p>`));
});

test("a page whose content waits for a script is told apart", () => {
  expect(finish(page("", '<template id="B:0"></template>')).waiting).toBe(true);
});
