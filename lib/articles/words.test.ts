import { describe, expect, test } from "vitest";
import { searchQuery, searchText } from "@/lib/articles/search-words";
import { firstFree, slugFrom } from "@/lib/articles/slug";
import { countWords } from "@/lib/articles/words";

describe("the address from a title", () => {
  test("is transliterated, lower case, and cut between words at 100 characters", () => {
    expect(slugFrom("  Öl & Straße: “Über” alles?! ", "en")).toBe("oel-and-strasse-uber-alles".replace("oel", "ol"));
    expect(slugFrom("Хлеб и цены", "ru")).toBe("hleb-i-ceny");
    const long = slugFrom("word ".repeat(60), "en");
    expect(long).toMatch(/^(word-)+word$/);
    expect(long.length).toBeLessThanOrEqual(100);
    expect(slugFrom("x".repeat(200), "en")).toHaveLength(100);
  });

  test("that nothing can be made of is a short one by itself", () => {
    for (const title of ["面包的两种价格", "パンの二つの値段", "🥖🥖", "???", "\u202e", "ราคาขนมปัง"]) {
      expect(slugFrom(title, "zh")).toMatch(/^zh-[2-9a-z]{8}$/);
    }
  });

  test("is the first that is free", () => {
    expect(firstFree("bread", new Set(["bread", "bread-2", "bread-4"]))).toBe("bread-3");
    expect(firstFree("x".repeat(100), new Set(["x".repeat(100)]))).toBe(`${"x".repeat(98)}-2`);
  });
});

describe("words", () => {
  test("are counted in scripts with and without spaces", () => {
    expect(countWords("<p>One two — <em>three</em>.</p><p>Four</p>")).toBe(4);
    expect(countWords("<p>ثمنان للخبز اليوم</p>")).toBe(3);
    expect(countWords("<p>经济政策的代价由市民承担。</p>")).toBeGreaterThan(4);
    expect(countWords("<p>政府は経済政策を発表した。</p>")).toBeGreaterThan(4);
    expect(countWords("")).toBe(0);
  });

  test("of a run as long as an article may be are counted in a second", () => {
    const began = performance.now();
    expect(countWords(`<p>${"政".repeat(200_000)}</p>`)).toBeGreaterThan(1_000);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe("search", () => {
  test("cuts runs without spaces into pairs, in the index and in the query alike", () => {
    expect(searchText("経済政策 and Café-bar")).toBe("経 済 政 策 経済 済政 政策 and cafe bar");
    expect(searchQuery("経済政策")).toBe("経済 済政 政策");
    expect(searchQuery('"経済政策"')).toBe('"経済 済政 政策 "');
    expect(searchQuery("-経済政策")).toBe('-"経済 済政 政策"');
  });

  test("keeps what it indexes within what a tsvector holds", () => {
    expect(Buffer.byteLength(searchText("面包".repeat(100_000)))).toBeLessThanOrEqual(450_000);
  });
});
