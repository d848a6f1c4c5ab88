import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The corpora lie beside a clone of the project, and only where it is worked on. */
export const corpora = join(import.meta.dirname, "../../../shared/corpora");
export const present = existsSync(join(corpora, "xss/ALL.jsonl"));

/** One in so many is enough for a day's work; `npm test -- --thorough` takes every one. */
const oneIn = process.env.THOROUGH ? 1 : 6;

/** The strings of the two corpora, as they are. */
export function hostileStrings(folder: string): string[] {
  const lines = readFileSync(join(folder, "xss/ALL.jsonl"), "utf8").trim().split("\n");
  const payloads = lines.map((line): string => JSON.parse(line).payload);
  const naughty: string[] = JSON.parse(readFileSync(join(folder, "unicode/blns.json"), "utf8"));
  return [...payloads, ...naughty].filter((_, place) => place % oneIn === 0);
}
