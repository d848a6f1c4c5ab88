import { posix } from "node:path";

/** Every key of a file of the catalogue, such as `comments.fault.late`. */
export function keysIn(path: string, text: string): string[] {
  const below = (at: string, value: unknown): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, each]) => below(`${at}.${name}`, each))
      : [at];
  return below(posix.basename(path, ".json"), JSON.parse(text));
}

/** What may be a key in a file: whole ones, and templates, of which each `${…}` stands for one name; a type of event has a dot in its own. */
export function keysReadBy(text: string): { whole: string[]; templates: RegExp[] } {
  const templates = [...text.matchAll(/`([a-z]\w*\.(?:[\w.]|\$\{(?:[^`{}]|\{[^`{}]*\})*\})+)`/g)].map(
    ([, key = ""]) => {
      const names = key.replaceAll(".", "\\.").replace(/\$\{type\}/, "\\w+\\.\\w+");
      return new RegExp(`^${names.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "\\w+")}$`);
    },
  );
  return { whole: [...text.matchAll(/"([a-z]\w*(?:\.\w+)+)"/g)].map(([, key = ""]) => key), templates };
}
