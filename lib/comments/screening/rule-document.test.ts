import { describe, expect, test } from "vitest";
import { firstDocument, parseRules } from "@/lib/comments/screening/rule-document";
import { lineKinds } from "@/lib/comments/screening/rule-lines";
import { listKinds } from "@/lib/comments/screening/rule-lists";
import { AppError } from "@/lib/errors";

function faultsOf(document: string): string[] {
  try {
    parseRules(document);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.extras.errors?.map(({ message }) => message) ?? [thrown.code];
    throw thrown;
  }
  return [];
}

describe("a document of rules", () => {
  test("that is the first one is read, with all its examples switched on too", () => {
    expect(parseRules(firstDocument)).toMatchObject({ repeated: "hold", flood: null, newBelow: 3 });
    const allOn = firstDocument.replace(/^# (?=[a-z ]+: (hold|refuse))/gm, "").replace(/^#(?= {3})/gm, "");
    expect(faultsOf(allOn)).toEqual([]);
    expect(parseRules(allOn)).toMatchObject({ flood: { count: 5, minutes: 10 }, unicode: "hold", first: 1 });
  });

  test("takes every example that it gives", () => {
    for (const { example } of [...Object.values(lineKinds), ...Object.values(listKinds)])
      expect(faultsOf(example)).toEqual([]);
  });

  const refused: [what: string, document: string, fault: RegExp][] = [
    ["an unknown rule", "colour: hold", /Line 1: There is no such rule/],
    ["a rule's prototype", "constructor: hold", /Line 1: There is no such rule/],
    ["a rule twice", "repeated: hold\n\nrepeated: refuse", /Line 3: This rule stands above/],
    ["a rule in other words", "flood: hold after many", /Line 1: Write it like this: flood: hold after 5/],
    ["an entry without a list", "repeated: hold\n  casino", /Line 2: An entry needs a list/],
    ["a word for everything", "words: hold\n  *", /Line 2: This would match almost everything/],
    ["the commonest word", "words: hold\n  the", /Line 2: This stands in almost every comment/],
    ["one letter", "words: hold\n  a", /Line 2: Write a word of at least two/],
    ["signs only", "words: hold\n  ...!", /Line 2: This would match almost everything/],
    ["a regular expression that blows up", "words: hold\n  (a+)+$", /Line 2: This looks like a regular expression/],
    ["a regular expression for everything", "words: hold\n  .*", /Line 2: This looks like a regular expression/],
    [
      "a regular expression with classes",
      "words: hold\n  \\bcas[a-z]no",
      /Line 2: This looks like a regular expression/,
    ],
    ["a length that all comments have", "length: refuse over 0", /Line 1: Choose a length/],
    ["a share that nobody stays under", "shouting: hold over 0 %", /Line 1: Choose a share/],
    ["a flood of none", "flood: refuse after 0 in 5 minutes", /Line 1: Choose a number/],
    ["a window of a year", "flood: hold after 5 in 9000 hours", /Line 1: Choose a time/],
    ["a top-level domain", "domains: refuse\n  com", /Line 2: Write a domain/],
    ["no domain", "domains: refuse\n  not a domain", /Line 2: Write a domain/],
    ["an entry that is too long", `words: hold\n  ${"x".repeat(101)}`, /Line 2: Keep an entry to 100/],
    ["a million lines", "x\n".repeat(1_000_000), /too_large/],
    ["too many entries", `words: hold\n${"  casino\n".repeat(60_001)}`, /too_large/],
    ["too many patterns", `words: hold\n${"  casin*\n".repeat(1_001)}`, /Line 1002: Keep it to 1,000 patterns/],
    ["too many lists", "words: hold\n".repeat(201), /Line 201: Keep it to 200 lists/],
  ];
  for (const [what, document, fault] of refused)
    test(`${what} is refused with its line`, () => expect(faultsOf(document)[0]).toMatch(fault));

  test("says all that is wrong with it, up to twenty lines", () => {
    expect(faultsOf("what: hold\n".repeat(50))).toHaveLength(20);
  });

  test("of 50,000 words is read within two seconds", () => {
    const from = performance.now();
    parseRules(
      `words: hold\n${Array.from({ length: 50_000 }, (_, place) => `  spam${place.toString(36)}`).join("\n")}`,
    );
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
