import { describe, expect, test } from "vitest";
import { WordIndex } from "@/lib/comments/screening/word-index";

function indexOf(...entries: string[]): WordIndex {
  const index = new WordIndex();
  for (const entry of entries) expect(index.add(0, entry), entry).toBeNull();
  return index;
}

const foundIn = (text: string, ...entries: string[]) =>
  indexOf(...entries)
    .search(text)
    .map(({ start, end }) => text.slice(start, end));

describe("a listed word is found", () => {
  const cases: [what: string, entry: string, text: string, found: string][] = [
    ["as it is", "casino", "The casino by the river.", "casino"],
    ["in capitals", "casino", "CASINO!", "CASINO!"],
    ["with accents", "casino", "Un cásíno", "cásíno"],
    ["without the accents that the list has", "café", "A CAFE here", "CAFE"],
    ["in full width", "casino", "ｃａｓｉｎｏ", "ｃａｓｉｎｏ"],
    ["in mathematical letters", "casino", "𝓬𝓪𝓼𝓲𝓷𝓸 now", "𝓬𝓪𝓼𝓲𝓷𝓸"],
    ["in circles", "casino", "ⓒⓐⓢⓘⓝⓞ", "ⓒⓐⓢⓘⓝⓞ"],
    ["with figures for letters", "casino", "c4s1n0", "c4s1n0"],
    ["with signs for letters", "sales", "$@le$", "$@le$"],
    ["with an exclamation mark for an i", "casino", "cas!no", "cas!no"],
    ["with a one for an l", "sale", "sa1e", "sa1e"],
    ["with Cyrillic look-alikes", "casino", "саsіnо", "саsіnо"],
    ["all in Cyrillic look-alikes among English", "cop", "The сор said", "сор"],
    ["with Greek look-alikes", "viagra", "νiαgrα", "νiαgrα"],
    ["with a zero-width space inside", "casino", "cas\u200bino", "cas\u200bino"],
    ["with a soft hyphen inside", "casino", "cas\u00adino", "cas\u00adino"],
    ["stretched", "casino", "caaasinoooo", "caaasinoooo"],
    ["stretched where the word has a double letter", "book", "booooook", "booooook"],
    ["in letters with stops between", "viagra", "Get v.i.a.g.r.a here", "v.i.a.g.r.a"],
    ["cut by hyphens", "casino", "cas-ino", "cas-ino"],
    ["with an apostrophe of either kind", "don't", "I don’t", "don’t"],
    ["in Russian", "казино", "Лучшее Казино города", "Казино"],
    ["in Chinese, within a run", "赌场", "在线赌场游戏", "在线赌场游戏"],
    ["in Thai, within a run", "คาสิโน", "เล่นคาสิโนออนไลน์", "เล่นคาสิโนออนไลน์"],
    ["in Arabic with points", "كازينو", "كَازِينُو", "كَازِينُو"],
  ];
  for (const [what, entry, text, found] of cases) test(what, () => expect(foundIn(text, entry)).toContain(found));

  test("in letters that stand apart", () =>
    expect(foundIn("Try: c a s i n o. Now", "casino")).toEqual(["c a s i n o"]));
});

describe("a listed word is not found", () => {
  const cases: [what: string, entry: string, text: string][] = [
    ["within another word", "ass", "The class assesses the passage"],
    ["in a town's name", "cunt", "Scunthorpe"],
    ["in Russian that happens to look Latin", "pot", "Открыл рот и закрыл"],
    ["across two words", "casino", "cas ino"],
    ["across a full stop", "penis", "my pen.Is it here"],
    ["in figures", "is", "In 15 days"],
  ];
  for (const [what, entry, text] of cases) test(what, () => expect(foundIn(text, entry)).toEqual([]));
});

describe("phrases", () => {
  test("are found across spaces, lines and signs, each word in any disguise", () => {
    expect(foundIn("Get fr33,\n M0NEY here", "free money")).toEqual(["fr33,\n M0NEY"]);
  });
  test("are not found with a word between", () => expect(foundIn("free for money", "free money")).toEqual([]));
  test("that begin alike are told apart", () => {
    expect(foundIn("free money now", "free", "free money", "free money later")).toEqual(["free", "free money"]);
  });
});

describe("patterns", () => {
  const cases: [entry: string, text: string, found: string[]][] = [
    ["casin*", "Two casinos", ["casinos"]],
    ["*coin", "a shitcoin", ["shitcoin"]],
    ["b?tch", "You bitch", ["bitch"]],
    ["b?tch", "You batches", []],
    ["buy … now", "buy it all right now, friend", ["buy it all right now"]],
    ["buy … now", "buy now", ["buy now"]],
    ["buy … now", "buy one two three four five six now", []],
    ["earn * dollars", "earn 5000 dollars", ["earn 5000 dollars"]],
    ["casin*", "in Oregon", []],
    ["赌*", "赌场游戏", []],
  ];
  for (const [entry, text, found] of cases)
    test(`${entry} in "${text}"`, () => {
      if (entry === "赌*") expect(new WordIndex().add(0, entry)).toMatch(/almost everything/);
      else expect(foundIn(text, entry)).toEqual(found);
    });

  for (const entry of ["*", "**", "?", "a*", "*a*", "… money", "??? *", "* … *"])
    test(`${entry} is refused`, () => expect(new WordIndex().add(0, entry)).toEqual(expect.any(String)));
});

describe("time", () => {
  const spent = (work: () => void) => {
    const from = performance.now();
    work();
    return performance.now() - from;
  };

  // An engine that goes back would take years.
  test("grows with the text, not with its cube, for patterns made to blow up", () => {
    const index = indexOf("*aaa*aaa*aaa*b", "aaa … aaa … aaa … b", "a?a?a?aaa*c", "*x*x*xxx*y");
    const shapes = [
      "a".repeat(10_000),
      "aaa ".repeat(2_500),
      "a a ".repeat(2_500),
      "xxx".repeat(3_333),
      "@!".repeat(5_000),
    ];
    const time = (shape: string) => Math.min(...[1, 2, 3].map(() => spent(() => index.search(shape))));
    for (const shape of shapes) expect(time(shape)).toBeLessThan(500);
  });

  test("does not grow with 50,000 listed words", () => {
    const index = new WordIndex();
    for (let word = 0; word < 50_000; word++) index.add(0, `spam${word.toString(36)}word`);
    const text = "The council has never explained why the bridge took four years, and nobody asked. ".repeat(5);
    for (let warm = 0; warm < 200; warm++) index.search(text);
    expect(
      spent(() => {
        for (let time = 0; time < 100; time++) index.search(text);
      }) / 100,
    ).toBeLessThan(1);
  });
});
