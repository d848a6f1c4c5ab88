import sharp from "sharp";
import { expect, test } from "vitest";
import { drawings, portraits, raster } from "@/prisma/demo/drawings/gallery";
import { day, dusk } from "@/prisma/demo/drawings/palette";

test.each([...drawings])("%s is a picture of at least 1600 pixels", async (_name, draw) => {
  const { format, width } = await sharp(await raster(draw)).metadata();
  expect(format).toBe("png");
  expect(width).toBeGreaterThanOrEqual(1_600);
});

test.each([...drawings, ...portraits])("%s uses the tones of its palette only, by day and at dusk", (_name, draw) => {
  for (const palette of [day, dusk]) {
    const tones = new Set<string>(Object.values(palette));
    const used = draw(palette).match(/#[0-9a-f]{6}/g) ?? [];
    expect(used.filter((tone) => !tones.has(tone))).toEqual([]);
  }
});

test("every portrait is square", async () => {
  for (const [, draw] of portraits) {
    const { width, height } = await sharp(await raster(draw)).metadata();
    expect(width).toBe(height);
  }
});
