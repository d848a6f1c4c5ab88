import { expect, test } from "vitest";
import { directionOf } from "@/lib/direction";

test.each([
  ["en", "ltr"],
  ["ar", "rtl"],
  ["AR-eg", "rtl"],
  ["he", "rtl"],
  ["zh-Hant", "ltr"],
  ["az-Arab", "rtl"],
  ["ar-Latn", "ltr"],
  ["", "ltr"],
])("%j is written %s", (lang, direction) => {
  expect(directionOf(lang)).toBe(direction);
});
