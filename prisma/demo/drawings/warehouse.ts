import type { Palette } from "@/prisma/demo/drawings/palette";
import { canvas, chances, circle, line, moved, polygon, rect, shape, times } from "@/prisma/demo/drawings/shapes";

function figure(x: number, tall: number, { pale, mist, mid }: Palette): string {
  return moved(
    x,
    770,
    shape(
      `M-15 0L-12 ${-tall * 0.5}Q-16 ${-tall * 0.82} 0 ${-tall * 0.82}T14 ${-tall * 0.5}L15 0H4L0 ${-tall * 0.38}L-4 0Z`,
      mid,
    ),
    circle(0, -tall * 0.93, tall * 0.11, mist),
    circle(20, -tall * 0.72, 4, pale),
  );
}

/** Nine hundred metres of white light, with people smoking where they are allowed to. */
export function warehouseNight(p: Palette): string {
  const { pale, sky, mist, mid, dark } = p;
  const chance = chances(19);
  return canvas(
    dark,
    times(44, () => circle(chance() * 1600, chance() * 330, 1.5 + chance() * 1.6, mid)),
    circle(1300, 176, 66, mist),
    circle(1330, 160, 58, dark),
    shape("M0 470Q240 300 520 392T1010 350T1600 430V640H0Z", mid),
    shape("M0 540Q300 440 700 476T1600 470V640H0Z", dark),
    polygon(
      [
        [60, 470],
        [1540, 470],
        [1540, 640],
        [60, 640],
      ],
      sky,
    ),
    polygon(
      [
        [60, 470],
        [100, 432],
        [1500, 432],
        [1540, 470],
      ],
      mist,
    ),
    times(19, (bay) => rect(92 + bay * 76, 494, 52, 34, pale)),
    times(
      12,
      (bay) =>
        rect(112 + bay * 118, 556, 82, 84, mid) +
        times(4, (slat) => line(112 + bay * 118, 574 + slat * 18, 194 + bay * 118, 574 + slat * 18, sky, 2)),
    ),
    rect(820, 556, 82, 84, pale),
    polygon(
      [
        [820, 640],
        [902, 640],
        [1010, 900],
        [742, 900],
      ],
      mist,
    ),
    rect(0, 638, 1600, 6, mid),
    times(4, (lamp) => {
      const x = 170 + lamp * 420;
      return line(x, 780, x, 540, mid, 6) + line(x, 543, x + 44, 543, mid, 6) + rect(x + 30, 543, 34, 10, pale);
    }),
    times(10, (space) => line(60 + space * 160, 900, 110 + space * 146, 790, mid, 3)),
    polygon(
      [
        [742, 900],
        [820, 640],
        [902, 640],
        [1010, 900],
      ],
      mist,
    ),
    [
      [520, 120],
      [562, 108],
      [598, 124],
    ]
      .map(([x = 0, tall = 0]) => figure(x, tall, p))
      .join(""),
    figure(868, 132, p) + figure(1090, 116, p) + figure(1126, 110, p),
  );
}
