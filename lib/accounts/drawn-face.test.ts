import { expect, test } from "vitest";
import { drawnFace, grounds, mark } from "@/lib/accounts/drawn-face";

/** Relative luminance and contrast of WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test.each(grounds)("%s stands out from paper by day and by night, and the mark from it", (ground) => {
  for (const other of ["#fbfbf9", "#151917", mark]) expect(contrast(ground, other)).toBeGreaterThanOrEqual(3);
});

test("a handle has one face, another handle another", () => {
  expect(drawnFace("imogen-sale")).toBe(drawnFace("imogen-sale"));
  const faces = Array.from({ length: 500 }, (_, number) => drawnFace(`reader-${number}`));
  expect(new Set(faces).size).toBe(500);
});

test("nothing in it acts, loads or styles", () => {
  expect(drawnFace("ben")).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*>(<(path|circle) [^<>]*\/>)+<\/svg>$/,
  );
  expect(drawnFace("ben")).not.toMatch(/style|script|href|on\w+=/);
});
