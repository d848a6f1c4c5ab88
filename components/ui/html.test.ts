import { expect, test } from "vitest";
import { html, trusted } from "@/components/ui/html";

test("every value is escaped, in text and in attributes", () => {
  const name = `<img src=x onerror="alert('1')"> & co`;
  expect(html`<a title="${name}">${name}</a>`.markup).toBe(
    '<a title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co</a>',
  );
});

test("markup made by the template, or trusted by name, stands as it is", () => {
  const items = ["a<b", "c"].map((item) => html`<li>${item}</li>`);
  expect(html`<ol>${items}${trusted("<hr>")}</ol>`.markup).toBe("<ol><li>a&lt;b</li><li>c</li><hr></ol>");
});

test("nothing is written for what is not there; a number is, zero too", () => {
  expect(html`${null}${undefined}${false}${0}`.markup).toBe("0");
});
