import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The words of files, by their paths. */
export type Sources = ReadonlyMap<string, string>;

export const root = join(import.meta.dirname, "..");
const places = ["app", "components", "lib", "server", "prisma", "e2e", "messages"];

/** Every source of ours, the catalogue included, but tests and what was generated. */
export function ourSources(): Sources {
  const found = new Map<string, string>();
  for (const place of places) {
    for (const entry of readdirSync(join(root, place), { recursive: true, withFileTypes: true })) {
      const path = posix.join(entry.parentPath.slice(root.length + 1), entry.name);
      if (!/\.(ts|tsx)$|^messages\/.*\.json$/.test(path)) continue;
      if (/(\.test|-testing)\.tsx?$|prisma\/generated\//.test(path)) continue;
      found.set(path, readFileSync(join(root, path), "utf8"));
    }
  }
  return found;
}

interface Import {
  from: string;
  /** A path of ours without its ending, or the name of a package. */
  to: string;
  typeOnly: boolean;
}

const importing =
  /\b(?:import|export)\s+(type\s)?([^"';]*?)\s*from\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;

/** What one file imports and exports from elsewhere. */
export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(importing)].map(([, type, names, named, bare]) => {
    const target = named ?? bare ?? "";
    const inner = names?.trim().match(/^\{(.*)\}$/s)?.[1];
    const allTypes = inner?.split(",").every((name) => /^\s*(type\s.*)?$/s.test(name)) ?? false;
    return { from: path, to: resolved(path, target), typeOnly: Boolean(type) || allTypes };
  });
}

function resolved(path: string, target: string): string {
  if (target.startsWith("@/")) return target.slice(2);
  return target.startsWith(".") ? posix.join(posix.dirname(path), target) : target;
}

/** Every import of every file. */
export const everyImport = (sources: Sources) => [...sources].flatMap(([path, text]) => importsOf(path, text));
/** The files whose path is such. */
export const paths = (sources: Sources, where: (path: string) => boolean) => [...sources.keys()].filter(where);
/** Those of them whose code has such words. */
export const withText = (sources: Sources, where: (path: string) => boolean, what: RegExp) =>
  [...sources].filter(([path, text]) => where(path) && what.test(code(text))).map(([path]) => path);
/** An import, as a failed test tells it. */
export const told = ({ from, to }: Import) => `${from} → ${to}`;

/** Without comments, so that a law's own words in one break nothing. */
export function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

/** Everything that the given files import, directly or not, types aside. */
export function reached(sources: Sources, starts: readonly string[]): Set<string> {
  const seen = new Set(starts);
  for (const path of seen) {
    for (const { to, typeOnly } of importsOf(path, sources.get(path) ?? "")) {
      if (!typeOnly) seen.add([to, `${to}.ts`, `${to}.tsx`].find((each) => sources.has(each)) ?? to);
    }
  }
  return seen;
}
