import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { rowsOf } from "@/server/evaluation/csv";

/** A labelled comment and the file it came from. `text` is as its writer typed it, `raw` as it stands in the file. */
export interface Labelled {
  text: string;
  raw: string;
  bad: boolean;
  source: string;
}

const largest = 100 * 1024 * 1024;
const textNames = ["content", "text", "comment", "comment_text", "body", "message", "tweet"];
const labelNames = ["class", "label", "spam", "is_spam", "target", "bad", "toxic", "offensive", "category"];
const badLabels = new Set([
  "1",
  "1.0",
  "spam",
  "true",
  "yes",
  "bad",
  "toxic",
  "offense",
  "offensive",
  "hate",
  "reject",
  "remove",
]);
const goodLabels = new Set(["0", "0.0", "ham", "false", "no", "good", "other", "none", "not_spam", "clean", "approve"]);

/** Every labelled comment under a file or folder, and the files that hold none. Throws where there is no such place. */
export function readCorpus(place: string): { comments: Labelled[]; skipped: number } {
  const files = statSync(place).isDirectory() ? filesUnder(place) : [place];
  const found = files.map((file) => fromFile(file));
  return { comments: found.flat(), skipped: found.filter(({ length }) => length === 0).length };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|tsv|txt)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function fromFile(file: string): Labelled[] {
  if (statSync(file).size > largest) return [];
  const content = readFileSync(file, "utf8");
  const first = content.slice(0, content.indexOf("\n", 3));
  const separator = first.includes("\t") ? "\t" : first.includes(";") && !first.includes(",") ? ";" : ",";
  return fromRows(rowsOf(content, separator), basename(file).replace(/\.[^.]+$/, ""));
}

/** With a heading that names a text and a label; or without one, where the second of the columns holds labels. */
export function fromRows(rows: readonly string[][], source: string): Labelled[] {
  const [heading = [], ...rest] = rows;
  const names = heading.map((name) => name.trim().toLowerCase());
  const [text, label] = [textNames, labelNames].map((known) => names.findIndex((name) => known.includes(name)));
  if (text === undefined || label === undefined) return [];
  if (text >= 0 && label >= 0) return labelled(rest, text, label, source);
  const bare = labelled(rows, 0, 1, source);
  return rows.length > 1 && bare.length >= 0.99 * rows.length ? bare : [];
}

function labelled(rows: readonly string[][], text: number, label: number, source: string): Labelled[] {
  return rows.flatMap((row) => {
    const [raw, said] = [row[text] ?? "", (row[label] ?? "").trim().toLowerCase()];
    if (raw.trim() === "" || (!badLabels.has(said) && !goodLabels.has(said))) return [];
    return [{ raw, text: asTyped(raw), bad: badLabels.has(said), source }];
  });
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/**
 * YouTube's interface hands out some comments as HTML, in which it has made links of typed times, addresses and hashtags, and breaks of line ends.
 * Nobody can type a link there, so what stands between the tags is what was typed.
 */
export function asTyped(raw: string): string {
  return raw
    .replace(/<br ?\/?>/g, "\n")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
}
