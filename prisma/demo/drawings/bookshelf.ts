import type { Palette } from "@/prisma/demo/drawings/palette";
import { canvas, chances, line, rect, stroke, times } from "@/prisma/demo/drawings/shapes";

/** The solid line, the open circle, the dots; and, lower down, what happened. */
export function graphOverBooks({ pale, sky, mist, mid, dark }: Palette): string {
  const chance = chances(5);
  const tones = [dark, mid, mist, pale, mid, dark, mist];
  let x = 150;
  const backs = times(24, (index) => {
    const w = 40 + Math.round(chance() * 26);
    const tall = 210 + index * 7 + Math.round(chance() * 90);
    const fill = tones[Math.floor(chance() * tones.length)] ?? mid;
    const band = fill === dark || fill === mid ? sky : mid;
    const spine =
      rect(x, 760 - tall, w, tall, fill) +
      rect(x + 8, 760 - tall + 26, w - 16, 7, band) +
      rect(x + 8, 760 - tall + 40, w - 16, 3, band) +
      rect(x + 8, 724, w - 16, 5, band);
    x += w + 3;
    return spine;
  });
  return canvas(
    sky,
    times(7, (row) => line(110, 130 + row * 90, 1490, 130 + row * 90, mist, 2)),
    backs,
    rect(90, 760, 1420, 26, dark),
    rect(150, 786, 26, 60, dark) + rect(1424, 786, 26, 60, dark),
    line(110, 90, 110, 760, dark, 4),
    stroke("M110 560C300 520 360 440 520 430S760 330 900 270", sky, 22),
    stroke("M110 560C300 520 360 440 520 430S760 330 900 270", dark, 9),
    stroke("M914 262C1060 200 1240 130 1460 96", dark, 9, "2 20").replace("<path", '<path stroke-linecap="round"'),
    stroke("M900 276C1000 320 1120 560 1220 600S1400 640 1480 650", sky, 12),
    stroke("M900 276C1000 320 1120 560 1220 600S1400 640 1480 650", mid, 4),
    `<circle cx="900" cy="268" r="19" fill="${pale}" stroke="${dark}" stroke-width="8"/>`,
  );
}
