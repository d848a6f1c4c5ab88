import { expect, test } from "vitest";
import { differences } from "@/lib/articles/differences";

test("two versions differ by the words that one of them lacks", () => {
  expect(differences("the old bridge stands", "the new bridge stands")).toEqual([
    { kind: "same", words: "the " },
    { kind: "first", words: "old" },
    { kind: "second", words: "new" },
    { kind: "same", words: " bridge stands" },
  ]);
});

test("long stretches that are the same are shortened", () => {
  const [same] = differences(`${"word ".repeat(1_000)}old`, `${"word ".repeat(1_000)}new`);
  expect(same?.words.length).toBeLessThan(600);
});

test("texts with nothing in common are compared in bounded time", () => {
  const random = (seed: number) =>
    Array.from({ length: 30_000 }, (_, at) => ((at * 7_919 + seed) % 10_007).toString(36)).join(" ");
  const began = performance.now();
  const found = differences(random(1), random(5_000));
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(found.length).toBeGreaterThan(1);
});
