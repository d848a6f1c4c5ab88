import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { textOf } from "@/lib/comments/screening/judge";
import { parseRules } from "@/lib/comments/screening/rule-document";
import { screen } from "@/lib/comments/screening/screen";
import type { Submission } from "@/lib/comments/screening/submission";
import { AppError } from "@/lib/errors";
import { commentHtml } from "@/lib/markdown";

// The corpora lie beside the project and are never copied into it.
const corpora = "../shared/corpora";
const absent = !existsSync(corpora);
const read = (path: string) => readFileSync(`${corpora}/${path}`, "utf8");
const lines = (path: string) =>
  read(path)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const everything = parseRules(
  "unicode: hold\nshouting: hold over 70 %\nstretched: hold over 8\nlinks: hold over 2\nlength: hold under 2\nwords: hold\n  casin*\n  buy … now\n  free money\ndomains: hold\n  spam.example",
);
const known = { role: "reader", status: "active", published: 0, level: "new", held: null } as const;

function screened(text: string) {
  const submission: Submission = {
    ...{ writer: known, policy: "open", open: true, repeated: false, learned: null },
    ...textOf(commentHtml(text)),
    recent: { byWriter: 0, underArticle: 0 },
  };
  return screen(submission, everything);
}

/** A document of one list with those of the entries that are taken, and how many are not. */
function listOf(kind: string, entries: readonly string[]) {
  const taken = entries.filter((entry) => {
    try {
      parseRules(`${kind}: hold\n  ${entry}`);
      return true;
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === "invalid") return false;
      throw thrown;
    }
  });
  return { taken, rules: parseRules(`${kind}: hold\n${taken.map((entry) => `  ${entry}`).join("\n")}`) };
}

describe.skipIf(absent)(`corpora${absent ? " (skipped: ../shared/corpora is not here)" : ""}`, () => {
  test("every hostile string is screened within a moment, and what is kept of it can be stored", () => {
    const strings: string[] = JSON.parse(read("unicode/blns.json"));
    const files = readdirSync(`${corpora}/unicode/fuzzdb`).flatMap((file) => lines(`unicode/fuzzdb/${file}`));
    for (const text of [...strings, ...files]) {
      const from = performance.now();
      const { held } = screened(text.replaceAll("\0", "").toWellFormed());
      expect(performance.now() - from, text.slice(0, 80)).toBeLessThan(250);
      expect(JSON.stringify(held)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    }
  });

  test("sources that turn the reading direction or hide what they say are held", () => {
    const files = readdirSync(`${corpora}/unicode/trojan-source`).filter((file) =>
      /^(?!.*(homoglyph|invisible)).*txt$/.test(file),
    );
    for (const file of files)
      expect(
        screened(read(`unicode/trojan-source/${file}`)).held.map(({ step }) => step),
        file,
      ).toContain("unicode");
  });

  test("plain text in Arabic, Chinese and Japanese is held for nothing", () => {
    for (const file of readdirSync(`${corpora}/unicode/lipsum`))
      expect(screened(read(`unicode/lipsum/${file}`).slice(0, 3_000)), file).toMatchObject({ status: "published" });
  });

  test("every language's list of bad words is read, and finds its own words", () => {
    for (const file of readdirSync(`${corpora}/spam/badwords`)) {
      const entries = lines(`spam/badwords/${file}`).filter((entry) => !/[*?#]/.test(entry));
      const { taken, rules } = listOf("words", entries);
      expect(taken.length, file).toBeGreaterThan(0.9 * entries.length);
      const missed = taken.filter((entry) => rules.words.search(`Well, ${entry}, indeed.`).length === 0);
      expect(missed, file).toEqual([]);
    }
  });

  test("a list of 60,000 entries finds spam in a time that nobody notices", () => {
    const entries = lines("spam/wp-comment-blocklist.txt").slice(0, 62_000);
    const { rules } = listOf(
      "words",
      entries.filter((entry) => /^[\p{L}\p{N} .-]{3,80}$/u.test(entry)).slice(0, 60_000),
    );
    const text = "The council has never explained why the bridge took four years, and nobody asked. ".repeat(5);
    const times = Array.from({ length: 50 }, () => {
      const from = performance.now();
      rules.words.search(text);
      return performance.now() - from;
    }).sort((a, b) => a - b);
    expect(times[25]).toBeLessThan(2);
  }, 60_000);

  test("lists of referrers and of addresses for ten minutes are read whole", () => {
    for (const [kind, path] of [
      ["domains", "spam/referrer-spammers.txt"],
      ["addresses", "unicode/disposable_email_blocklist.txt"],
    ] as const) {
      const entries = lines(path);
      expect(listOf(kind, entries).taken.length, path).toBeGreaterThan(0.99 * entries.length);
    }
  });
});
