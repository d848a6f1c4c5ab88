import type { Palette } from "@/prisma/demo/drawings/palette";
import {
  canvas,
  circle,
  ellipse,
  line,
  moved,
  polygon,
  rect,
  shape,
  times,
  water,
} from "@/prisma/demo/drawings/shapes";
import { shopper } from "@/prisma/demo/drawings/shopper";

function boat(x: number, y: number, { pale, mid, dark }: Palette): string {
  return moved(
    x,
    y,
    shape("M-170 -34Q-150 24 -96 30H104Q150 22 176 -44Q120 -14 0 -14T-170 -34Z", dark),
    times(7, (heap) => circle(-84 + heap * 26, -22 - (heap % 2) * 8, 18, heap % 3 === 0 ? pale : mid)),
    times(4, (heap) => circle(-46 + heap * 30, -46, 15, heap % 2 ? mid : pale)),
    shape("M106 -20L100 -86Q102 -112 120 -112T138 -86L140 -20Z", mid),
    circle(120, -124, 15, pale),
    polygon(
      [
        [84, -126],
        [120, -158],
        [156, -126],
      ],
      dark,
    ),
    line(150, -190, 92, 66, dark, 5),
  );
}

/** A market that sells before the town is up. */
export function canalMarket(p: Palette): string {
  const { pale, sky, mist, mid, dark } = p;
  const roof = (x: number, y: number, w: number, fill: string) =>
    shape(
      `M${x - 36} ${y}Q${x + 30} ${y - 22} ${x + 64} ${y - 92}H${x + w - 64}Q${x + w - 30} ${y - 22} ${x + w + 36} ${y}Z`,
      fill,
    ) +
    rect(x + 54, y - 104, w - 108, 14, dark) +
    times(Math.floor((w - 140) / 28), (tile) => line(x + 84 + tile * 28, y - 88, x + 76 + tile * 28, y - 6, sky, 2));
  const hall = (x: number, w: number, fill: string) =>
    rect(x, 420, w, 146, pale) +
    times(Math.floor(w / 74) + 1, (post) => rect(x + post * ((w - 12) / Math.floor(w / 74)), 420, 12, 146, dark)) +
    rect(x, 520, w, 46, mid) +
    times(Math.floor(w / 30), (item) => circle(x + 22 + item * 29, 512, 11, item % 3 === 0 ? dark : mid)) +
    roof(x, 424, w, fill);
  return canvas(
    sky,
    circle(1210, 216, 78, pale),
    shape("M0 400Q160 300 340 350T700 320T1060 340T1600 280V520H0Z", mist),
    moved(
      120,
      0,
      polygon(
        [
          [40, 330],
          [90, 300],
          [140, 330],
        ],
        mid,
      ),
      rect(56, 330, 68, 60, mid),
      polygon(
        [
          [28, 274],
          [90, 240],
          [152, 274],
        ],
        mid,
      ),
      rect(62, 274, 56, 40, mid),
      polygon(
        [
          [40, 224],
          [90, 186],
          [140, 224],
        ],
        mid,
      ),
      rect(68, 222, 44, 34, mid),
      rect(87, 150, 6, 40, mid),
    ),
    hall(60, 440, dark),
    hall(580, 420, mid),
    hall(1080, 460, dark),
    [140, 300, 660, 860, 1180, 1420]
      .map((x) => line(x, 424, x, 448, dark, 2) + ellipse(x, 464, 15, 18, dark) + ellipse(x, 464, 8, 13, pale))
      .join(""),
    shopper(214, 566, 118, dark, p) + shopper(400, 566, 108, mid, p, true) + shopper(760, 566, 116, dark, p, true),
    shopper(1034, 566, 120, mid, p) + shopper(1274, 566, 112, dark, p) + shopper(536, 566, 104, dark, p),
    rect(0, 566, 1600, 22, dark),
    rect(0, 588, 1600, 92, mid),
    times(3, (row) =>
      times(15, (stone) =>
        line(stone * 116 + (row % 2) * 58, 588 + row * 31, stone * 116 + (row % 2) * 58, 619 + row * 31, mist, 3),
      ),
    ),
    line(0, 619, 1600, 619, mist, 3) + line(0, 650, 1600, 650, mist, 3),
    times(5, (step) => rect(640 - step * 16, 588 + step * 22, 250 + step * 32, 22, step % 2 ? mist : pale)),
    rect(0, 680, 1600, 220, sky),
    times(2, (step) => rect(560 - step * 16, 676 + step * 16, 410 + step * 32, 16, step % 2 ? mid : mist)),
    water(700, 900, mid, 11),
    boat(420, 770, p) + boat(1180, 810, p),
  );
}
