import { describe, expect, test } from "vitest";
import { textOf } from "@/lib/comments/screening/judge";
import { parseRules } from "@/lib/comments/screening/rule-document";
import { screen } from "@/lib/comments/screening/screen";
import type { Submission } from "@/lib/comments/screening/submission";
import { commentHtml } from "@/lib/markdown";

const plain: Submission = {
  writer: { role: "reader", status: "active", published: 0, level: "new", held: null },
  ...{ policy: "open", open: true, text: "Words.", hosts: [], links: 0, repeated: false, learned: null },
  recent: { byWriter: 0, underArticle: 0 },
};
const known = { writer: { ...plain.writer, published: 3, level: "known" as const } };
const staff = { writer: { ...plain.writer, role: "author" as const } };
const said = (markdown: string) => textOf(commentHtml(markdown));

/** What comes out, in short: `published`, or `pending` or `refused` with its steps. */
function outcome(rules: string, given: Partial<Submission>): string {
  const verdict = screen({ ...plain, ...given }, parseRules(rules));
  if (verdict.status === "published") return "published";
  if (verdict.status === "refused") return `refused: ${verdict.refusal.step}`;
  return `pending: ${verdict.held.map(({ step }) => step).join(" ")}`;
}

type Row = [what: string, rules: string, given: Partial<Submission>, outcome: string];
const table: Row[] = [
  ["a plain comment, without rules", "", {}, "published"],
  ["a closed thread", "", { open: false }, "refused: closed"],
  ["a closed thread, by staff", "", { ...staff, open: false }, "refused: closed"],
  ["a suspended writer", "", { writer: { ...plain.writer, status: "suspended" } }, "refused: writer"],
  ["a banned writer", "", { writer: { ...plain.writer, status: "banned" } }, "refused: writer"],
  ["too long", "length: refuse over 100", { text: "x".repeat(101) }, "refused: length"],
  ["just long enough", "length: refuse over 100", { text: "😀".repeat(100) }, "published"],
  ["too short", "length: hold under 3", { text: "Ok" }, "pending: length"],
  ["repeated", "repeated: hold", { repeated: true }, "pending: repeated"],
  ["repeated, where that is refused", "repeated: refuse", { repeated: true }, "refused: repeated"],
  ["repeated, where nobody minds", "", { repeated: true }, "published"],
  [
    "the fifth in a row",
    "flood: hold after 4 in 10 minutes",
    { recent: { byWriter: 4, underArticle: 0 } },
    "pending: flood",
  ],
  [
    "the fourth in a row",
    "flood: hold after 4 in 10 minutes",
    { recent: { byWriter: 3, underArticle: 0 } },
    "published",
  ],
  [
    "a known reader's pace",
    "flood: refuse after 1 in 10 minutes",
    { ...known, recent: { byWriter: 99, underArticle: 9_999 } },
    "published",
  ],
  [
    "a newcomer in a flooded thread",
    "thread flood: refuse after 30 in 1 minute",
    { recent: { byWriter: 0, underArticle: 30 } },
    "refused: flood",
  ],
  [
    "staff in a flooded thread",
    "thread flood: refuse after 30 in 1 minute",
    { ...staff, recent: { byWriter: 0, underArticle: 30 } },
    "published",
  ],
  ["a listed word", "words: hold\n  casino", { text: "The casino." }, "pending: words"],
  ["a listed word, refused", 'words: refuse "Ads"\n  casino', { text: "The casino." }, "refused: words"],
  ["a listed word, by staff", "words: refuse\n  casino", { ...staff, text: "The casino." }, "published"],
  ["a listed word, half bold", "words: hold\n  casino", said("cas**ino**"), "pending: words"],
  ["a listed word, as entities", "words: hold\n  casino", said("&#99;asino"), "pending: words"],
  [
    "two lists, one that refuses last",
    "words: hold\n  casino\nwords: refuse\n  poker",
    { text: "casino poker" },
    "refused: words",
  ],
  ["a listed domain", "domains: hold\n  spam.example", said("[x](https://spam.example/a)"), "pending: domains"],
  ["a domain below it", "domains: hold\n  spam.example", said("<https://a.b.spam.example:8080/a>"), "pending: domains"],
  ["a domain beside it", "domains: hold\n  spam.example", said("<https://notspam.example/>"), "published"],
  ["its name in plain words", "domains: hold\n  spam.example", said("Visit SPAM.example today."), "pending: domains"],
  [
    "its name in full width",
    "domains: hold\n  spam.example",
    said("Visit ｓｐａｍ。example today."),
    "pending: domains",
  ],
  [
    "in punycode, listed in Unicode",
    "domains: hold\n  bücher.example",
    said("<https://xn--bcher-kva.example/>"),
    "pending: domains",
  ],
  [
    "in Unicode, listed in punycode",
    "domains: hold\n  xn--bcher-kva.example",
    said("<https://BÜCHER.example/>"),
    "pending: domains",
  ],
  ["a mail address there", "domains: hold\n  spam.example", said("<me@spam.example>"), "pending: domains"],
  [
    "with a name before it",
    "domains: hold\n  spam.example",
    said("<https://good.example@spam.example/>"),
    "pending: domains",
  ],
  [
    "three links",
    "links: hold over 2",
    said("https://a.example https://b.example https://c.example"),
    "pending: links",
  ],
  ["two links", "links: hold over 2", said("https://a.example https://b.example"), "published"],
  [
    "a known reader's links",
    "links: hold over 0 by new writers",
    { ...known, ...said("https://a.example") },
    "published",
  ],
  ["a new reader's links", "links: hold over 0 by new writers", said("https://a.example"), "pending: links"],
  ["an override", "unicode: hold", { text: "abc\u202edef" }, "pending: unicode"],
  ["an isolate", "unicode: hold", { text: "abc\u2067def" }, "pending: unicode"],
  ["marks on marks", "unicode: hold", { text: `Z${"\u0301".repeat(8)}algo` }, "pending: unicode"],
  ["what cannot be seen", "unicode: refuse", { text: `a${"\u200b".repeat(4)}b` }, "refused: unicode"],
  ["tags that cannot be seen", "unicode: hold", { text: "a\u{e0041}\u{e0042}b" }, "pending: unicode"],
  ["the flag of Wales", "unicode: hold", { text: "🏴󠁧󠁢󠁷󠁬󠁳󠁿 and 👩‍👩‍👧‍👦 ❤️" }, "published"],
  ["Arabic, Hebrew with points and Thai", "unicode: hold", { text: "مرحبا \u200fשָׁלוֹם\u200e น้ำที่นี่ क्षेत्र" }, "published"],
  ["shouting", "shouting: hold over 70 %", { text: "THIS IS NOT RIGHT AT ALL, PEOPLE" }, "pending: shouting"],
  ["an abbreviation", "shouting: hold over 70 %", { text: "NATO, UNESCO" }, "published"],
  ["loud Chinese", "shouting: hold over 70 %", { text: "这".repeat(100) }, "published"],
  ["stretched", "stretched: hold over 6", { text: "Noooooooo" }, "pending: stretched"],
  ["stretched signs", "stretched: hold over 6", { text: "What!!!!!!!!!" }, "pending: stretched"],
  [
    "a rule of Markdown, and a number",
    "stretched: hold over 6",
    { text: "----------\n1000000000 ..........." },
    "published",
  ],
  [
    "a first comment",
    "first comments: hold 2",
    { writer: { ...plain.writer, published: 1, level: "known" } },
    "pending: first",
  ],
  [
    "a third comment",
    "first comments: hold 2",
    { writer: { ...plain.writer, published: 2, level: "known" } },
    "published",
  ],
  [
    "what was learned",
    "learned: hold over 90 %",
    { learned: { score: 0.95, because: ["casino"] } },
    "pending: learned",
  ],
  [
    "what was learned, below the bound",
    "learned: hold over 90 %",
    { learned: { score: 0.9, because: [] } },
    "published",
  ],
  ["nothing learned yet", "learned: hold over 90 %", {}, "published"],
  ["what was learned, without a rule", "", { learned: { score: 1, because: [] } }, "published"],
  ["a piece that holds all", "", { policy: "all_held" }, "pending: all_held"],
  ["a piece that holds all, by staff", "", { ...staff, policy: "all_held" }, "published"],
  ["a piece that holds first ones", "", { policy: "first_held" }, "pending: first_held"],
  ["a piece that holds first ones, by a known reader", "", { ...known, policy: "first_held" }, "published"],
  [
    "many reasons, in order",
    "stretched: hold over 6\nrepeated: hold\nwords: hold\n  casino",
    { repeated: true, text: "Casinoooooooo" },
    "pending: repeated words stretched",
  ],
];

describe("screening", () => {
  for (const [what, rules, given, expected] of table)
    test(`${what}: ${expected}`, () => expect(outcome(rules, given)).toBe(expected));

  test("keeps the word that it found, and those around it", () => {
    const rules = parseRules('words: hold "Gambling"\n  casin*');
    const verdict = screen({ ...plain, text: "Our best CASINOS are open, all night." }, rules);
    expect(verdict.held).toEqual([
      {
        step: "words",
        detail: "Gambling",
        matched: [{ entry: "casin*", before: "Our best ", found: "CASINOS", after: " are open, all night." }],
      },
    ]);
  });

  test("tells a refused writer what to change", () => {
    const verdict = screen({ ...plain, text: "A casino." }, parseRules("words: refuse\n  casino"));
    expect(verdict).toMatchObject({
      refusal: { code: "invalid", detail: "This is not taken here: “casino”. Change that and send it again." },
    });
  });
});
