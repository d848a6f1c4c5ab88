import { maxEntries, maxEntry, maxLines, maxLists, maxPatterns, newBelow } from "@/lib/comments/screening/limits";
import { isPattern } from "@/lib/comments/screening/pattern";
import { lineKinds } from "@/lib/comments/screening/rule-lines";
import { type ListKind, listKinds } from "@/lib/comments/screening/rule-lists";
import type { Rules } from "@/lib/comments/screening/rules";
import { WordIndex } from "@/lib/comments/screening/word-index";
import { AppError, type FieldError, invalid } from "@/lib/errors";
import { t } from "@/lib/messages";
import { codePoints } from "@/lib/text";

/** The rules of a publication that has written none. */
export const firstDocument = `# What is asked of every comment before it is published, in this order. docs/operating.md explains each line.
# "hold" has a moderator look first, "refuse" does not take the comment; a step without a line is off.

new writers: fewer than 3 published

# length: refuse over 5000
repeated: hold
# flood: hold after 5 in 10 minutes
# thread flood: hold after 30 in 1 minute

# Words and phrases, a line each, with two spaces before them. * is any letters, ? one letter, … up to five words.
# words: hold "Advertising"
#   free money
#   casin*

# domains: refuse "Link farms"
#   spam.example

# links: hold over 2 by new writers
# unicode: hold
# shouting: hold over 70 %
# stretched: hold over 8
# first comments: hold 1

# Domains of mail that nobody keeps: refused at sign-up.
# addresses: refuse
#   ten-minutes.example
`;

/** What a line names is looked up among ours only: `constructor` is no rule. */
const own = <Kind>(kinds: Record<string, Kind>, name: string) => (Object.hasOwn(kinds, name) ? kinds[name] : undefined);

const shownFaults = 20;
const ruleLine = /^(?<name>[a-z][a-z ]{0,30}[a-z]):\s*(?<rest>.*)$/;
const listLine = /^(?<verb>hold|refuse)(?:\s+"(?<title>[^"]{1,80})")?$/;

/** Rules that find nothing. */
export function noRules(): Rules {
  return {
    newBelow,
    length: [],
    repeated: null,
    flood: null,
    threadFlood: null,
    links: [],
    wordLists: [],
    words: new WordIndex(),
    domainLists: [],
    domains: new Map(),
    unicode: null,
    shouting: null,
    stretched: null,
    first: 0,
    learned: null,
    addresses: new Set(),
  };
}

/**
 * Reads a document of rules: a rule a line (`name: what it does`), the entries of a list below it, indented; `#` begins a note.
 * Throws `invalid` with each line at fault and what to do about it (the first twenty), or `too_large` past 100,000 lines or 60,000 entries.
 */
export function parseRules(document: string): Rules {
  const lines = document.split("\n");
  if (lines.length > maxLines) throw tooLong(t("screening.fault.rule.lines", { count: lines.length, max: maxLines }));
  const reading = new Reading();
  for (const [place, line] of lines.entries()) {
    reading.take(line, place + 1);
    if (reading.faults.length >= shownFaults) break;
  }
  if (reading.faults.length > 0) throw faulty(reading.faults);
  return reading.rules;
}

const tooLong = (message: string) => new AppError("too_large", message);

function faulty(faults: readonly { line: number; message: string }[]): AppError {
  const errors: FieldError[] = faults.map(({ line, message }) => ({
    path: "document",
    message: t("screening.fault.rule.line", { line, message }),
  }));
  const [first] = errors;
  return first
    ? new AppError("invalid", first.message, { errors })
    : invalid("document", t("screening.fault.document"));
}

class Reading {
  readonly rules = noRules();
  readonly faults: { line: number; message: string }[] = [];
  private list: ListKind | null = null;
  private readonly seen = new Set<string>();
  private entries = 0;
  private patterns = 0;
  private lists = 0;

  take(written: string, line: number): void {
    const words = written.trim();
    if (words === "" || words.startsWith("#")) return;
    const message = /^\s/.test(written) ? this.entry(words) : this.rule(words);
    if (message) this.faults.push({ line, message });
  }

  private entry(entry: string): string | null {
    if (!this.list) return t("screening.fault.rule.entryAlone");
    if (codePoints(entry) > maxEntry) return t("screening.fault.rule.entryLong", { max: maxEntry });
    if (++this.entries > maxEntries) throw tooLong(t("screening.fault.rule.entries", { max: maxEntries }));
    if (isPattern(entry) && ++this.patterns > maxPatterns)
      return t("screening.fault.rule.patterns", { max: maxPatterns });
    return this.list.add(this.rules, entry);
  }

  private rule(words: string): string | null {
    const { name = "", rest = "" } = ruleLine.exec(words)?.groups ?? {};
    this.list = null;
    const list = own(listKinds, name);
    if (list) return this.open(list, rest.trim());
    const kind = own(lineKinds, name);
    if (!kind)
      return t("screening.fault.rule.unknown", {
        names: [...Object.keys(lineKinds), ...Object.keys(listKinds)].join(", "),
      });
    if (this.seen.has(name) && !kind.several) return t("screening.fault.rule.twice");
    this.seen.add(name);
    const parts = kind.form.exec(rest.trim())?.groups;
    return parts ? (kind.read(parts, this.rules) ?? null) : t("screening.fault.rule.form", { example: kind.example });
  }

  private open(list: ListKind, rest: string): string | null {
    const parts = listLine.exec(rest)?.groups;
    if (!parts) return t("screening.fault.rule.listForm", { example: list.example });
    if (++this.lists > maxLists) return t("screening.fault.rule.lists", { max: maxLists });
    this.list = list;
    list.open(this.rules, parts.verb === "refuse" ? "refuse" : "hold", parts.title ?? "");
    return null;
  }
}
