import { escaped } from "@/lib/escape";

/** What XML 1.0 (2.2, Char) cannot hold in any form. */
const unspeakable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text for the content of an XML element or attribute: without what XML 1.0 cannot hold, the rest escaped. */
function xmlText(text: string): string {
  return escaped(text.toWellFormed().replace(unspeakable, ""));
}

interface XmlElement {
  name: string;
  attributes?: Record<string, string>;
  /** Text, which is escaped, or elements; absent ones are left out. */
  content?: string | (XmlElement | null)[];
}

/** An element of our own names and anybody's text. */
export function element(
  name: string,
  content?: XmlElement["content"],
  attributes?: Record<string, string>,
): XmlElement {
  return { name, content, attributes };
}

function written({ name, attributes = {}, content = "" }: XmlElement): string {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
  const inner =
    typeof content === "string" ? xmlText(content) : content.map((child) => (child ? written(child) : "")).join("");
  return inner === "" ? `<${name}${start.join("")}/>` : `<${name}${start.join("")}>${inner}</${name}>`;
}

/** A whole XML document. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${written(root)}\n`;
}
