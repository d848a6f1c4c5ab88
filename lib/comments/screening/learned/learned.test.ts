import { describe, expect, it } from "vitest";
import { fromBytes, toBytes } from "@/lib/comments/screening/learned/bytes";
import { explain } from "@/lib/comments/screening/learned/explanation";
import { marginOf, scoreOf } from "@/lib/comments/screening/learned/model";
import { type Decided, train } from "@/lib/comments/screening/learned/training";

const bridges = ["the old bridge", "a toll on the bridge", "the river under it", "the town council", "our ferry"];
const good = ["I think that", "Nobody asked why", "It was said before that", "My grandfather built"];
const sold = ["cheap watches", "free followers", "casino bonus", "easy money"];

const decided: Decided[] = Array.from({ length: 120 }, (_, at) => {
  const bridge = bridges[at % 5];
  return at % 3 === 0
    ? { text: `Get ${sold[at % 4]} at http://deal${at}.example.com now, number ${at}`, bad: true, published: 0 }
    : { text: `${good[at % 4]} ${bridge} cost ${at} pounds`, bad: false, published: at };
});
const model = train(decided);

describe("what was learned", () => {
  it("scores what is like the comments turned away higher", () => {
    expect(scoreOf(model, { text: "free casino followers http://deal.example.com" })).toBeGreaterThan(0.9);
    expect(scoreOf(model, { text: "The council asked about the ferry" })).toBeLessThan(0.1);
  });

  it("is not deceived by letters that look alike, accents and invisible characters", () => {
    const plain = marginOf(model, { text: "free casino" });
    expect(marginOf(model, { text: "frее саsino" })).toBeCloseTo(plain, 6);
    expect(marginOf(model, { text: "fr\u200bee ca\u0301sino" })).toBeCloseTo(plain, 1);
  });

  it("comes out the same each time", () => {
    expect(Buffer.from(toBytes(train(decided))).equals(Buffer.from(toBytes(model)))).toBe(true);
  });

  it("answers for any text at all", () => {
    for (const text of ["", "\ud800", "\u0000\uffff", "a".repeat(1e6), "́".repeat(5e4), "ひらがなとカタカナの文章"])
      expect(scoreOf(model, { text })).toSatisfy((score: number) => score >= 0 && score <= 1);
  });
});

describe("an explanation", () => {
  const example = { text: "The council sells CASINO followers", published: 0 };

  it("says the score that the model says", () => {
    expect(explain(model, example).score).toBeCloseTo(scoreOf(model, example), 9);
  });

  it("names the words as typed, those that moved it most first, either way", () => {
    const { words } = explain(model, example);
    const by = new Map(words.map((each) => [each.word, each.by]));
    expect(by.get("CASINO")).toBeGreaterThan(0);
    expect(by.get("council")).toBeLessThan(0);
    expect(words.map((each) => Math.abs(each.by))).toEqual(
      words.map((each) => Math.abs(each.by)).sort((a, b) => b - a),
    );
  });
});

describe("a stored model", () => {
  const bytes = toBytes(model);

  it("scores as the one that was trained, nearly", () => {
    const read = fromBytes(bytes);
    if (!read) throw new Error("It was not read.");
    for (const each of decided) expect(scoreOf(read, each)).toBeCloseTo(scoreOf(model, each), 2);
    expect(read).toMatchObject({ decisions: 120, bad: 40 });
  });

  it("is refused when it was cut, changed in form, or is of another version", () => {
    for (const end of [0, 3, 20, 50, bytes.length - 1]) expect(fromBytes(bytes.slice(0, end))).toBeNull();
    expect(fromBytes(Uint8Array.from([...bytes, 0]))).toBeNull();
    expect(fromBytes(bytes.with(4, 99))).toBeNull();
    expect(fromBytes(new Uint8Array(1_000).fill(255))).toBeNull();
  });
});
