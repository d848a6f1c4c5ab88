import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpora } from "../hostile/strings";
import { declarations } from "./declarations";

const folder = join(corpora, "articles");
export const present = existsSync(folder);

/** A piece that an author has before them and copies into the desk. */
export interface Found {
  what: string;
  lang: string;
  title: string;
  standfirst: string;
  body: string;
}

const read = (path: string) => readFileSync(join(folder, path), "utf8");

/** The longest, one from right to left, one in Japanese, the one with most raw HTML, and one of tables. */
export function fiveArticles(): Found[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  const most = (measure: (path: string) => number) => [...files].sort((a, b) => measure(b) - measure(a))[0] ?? "";
  const longest = most((path) => [...read(path)].length);
  const fullest = most((path) => read(path).match(/<[a-z]+[ >]/g)?.length ?? 0);
  return [
    { what: "the longest piece", ...written(longest) },
    { what: "a piece in Arabic", ...written("fcc-contribute/ar.md") },
    { what: "a piece in Japanese", ...written("opensource-guide/ja/best-practices.md") },
    { what: "the piece with most raw HTML", ...written(fullest) },
    // No file of the corpus has a table: the same text in six languages is set as one.
    { what: "a piece of tables", ...declarations(join(folder, "udhr")) },
  ];
}

/** A Markdown file as somebody would copy it: what its front matter or first heading says goes into fields of its own. */
function written(path: string): Omit<Found, "what"> {
  const text = read(path);
  const [, front = "", rest = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, "m").exec(front)?.[1]?.trim() ?? "";
  const heading = /^# (.+)\n/m.exec(rest);
  return {
    lang: field("lang") || (/([a-z]{2})\.md$/.exec(path)?.[1] ?? "en"),
    title: field("title") || (heading?.[1] ?? path),
    standfirst: field("description"),
    body: (heading ? rest.replace(heading[0], "") : rest).trim(),
  };
}
