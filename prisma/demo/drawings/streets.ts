import type { Palette } from "@/prisma/demo/drawings/palette";
import { canvas, circle, line, moved, polygon, rect, ring, shape, stroke, times } from "@/prisma/demo/drawings/shapes";

function house(
  x: number,
  w: number,
  eaves: number,
  gable: "steps" | "point" | "bell",
  wall: string,
  p: Palette,
): string {
  const rise = w * 0.62;
  const top = {
    point: `M${x} ${eaves}L${x + w / 2} ${eaves - rise}L${x + w} ${eaves}Z`,
    bell: `M${x} ${eaves}Q${x + w * 0.22} ${eaves - rise * 0.25} ${x + w * 0.26} ${eaves - rise * 0.8}H${x + w * 0.74}Q${x + w * 0.78} ${eaves - rise * 0.25} ${x + w} ${eaves}Z`,
    steps: `M${x} ${eaves}V${eaves - rise * 0.25}H${x + w * 0.17}V${eaves - rise * 0.55}H${x + w * 0.34}V${eaves - rise * 0.9}H${x + w * 0.66}V${eaves - rise * 0.55}H${x + w * 0.83}V${eaves - rise * 0.25}H${x + w}V${eaves}Z`,
  }[gable];
  const columns = w > 190 ? 3 : 2;
  const gap = w / columns;
  const lit = wall === p.dark ? p.mist : p.pale;
  return (
    rect(x, eaves, w, 640 - eaves, wall) +
    shape(top, wall) +
    rect(x + w / 2 - 11, eaves - rise * 0.42, 22, 34, lit) +
    times(3, (row) =>
      times(columns, (column) => rect(x + gap * column + gap / 2 - 15, eaves + 34 + row * 92, 30, 52, lit)),
    )
  );
}

function tram(x: number, rail: number, { pale, mist, mid, dark }: Palette): string {
  return moved(
    x,
    rail,
    stroke("M250 -214L290 -258L330 -214M262 -258H318", dark, 5),
    shape("M0 -36V-160Q4 -204 50 -204H590Q636 -204 640 -160V-36Z", dark),
    rect(0, -98, 640, 14, pale),
    times(6, (index) => rect(64 + index * 88, -178, 70, 62, mist)),
    shape("M14 -116V-156Q18 -178 44 -178H50V-116Z", mist),
    shape("M626 -116V-156Q622 -178 596 -178H590V-116Z", mist),
    rect(310, -204, 8, 168, mid),
    [1, 3, 4]
      .map((index) => circle(96 + index * 88, -140, 13, mid) + rect(80 + index * 88, -128, 32, 12, mid))
      .join(""),
    [90, 190, 450, 550].map((wheel) => circle(wheel, -22, 22, dark) + circle(wheel, -22, 9, mid)).join(""),
    circle(18, -66, 9, pale),
  );
}

function barrier(x: number, y: number, { pale, dark }: Palette): string {
  return moved(
    x,
    y,
    line(14, 0, 14, -70, dark, 6),
    line(166, 0, 166, -70, dark, 6),
    rect(0, -72, 180, 30, pale),
    times(4, (index) =>
      polygon(
        [
          [8 + index * 46, -42],
          [28 + index * 46, -72],
          [48 + index * 46, -72],
          [28 + index * 46, -42],
        ],
        dark,
      ),
    ),
  );
}

/** A tram passes; before it the street is open, and there is more in it than was drawn. */
export function tramStreet(p: Palette): string {
  const { pale, sky, mist, mid, dark } = p;
  return canvas(
    sky,
    circle(250, 150, 62, mist),
    house(-30, 200, 330, "point", mist, p),
    house(170, 170, 280, "steps", mid, p),
    house(340, 220, 350, "bell", mist, p),
    house(560, 160, 260, "point", dark, p),
    house(720, 230, 330, "steps", mist, p),
    house(950, 170, 290, "bell", mid, p),
    house(1120, 210, 360, "point", mist, p),
    house(1330, 160, 270, "steps", dark, p),
    house(1490, 180, 330, "point", mist, p),
    line(0, 386, 1600, 386, dark, 3),
    rect(0, 636, 1600, 264, sky),
    rect(0, 636, 1600, 10, mid),
    tram(420, 690, p),
    line(0, 692, 1600, 692, dark, 6),
    line(0, 708, 1600, 708, mid, 3),
    shape("M250 770H1420L1360 900H310Z", dark),
    shape("M282 770H1388L1376 796H294Z", mid),
    rect(330, 826, 1020, 26, mist),
    times(5, (index) => rect(430 + index * 210, 820, 16, 38, pale)),
    rect(318, 872, 1044, 12, mid),
    barrier(290, 774, p),
    barrier(1190, 774, p),
    polygon(
      [
        [1070, 770],
        [1094, 704],
        [1118, 770],
      ],
      dark,
    ),
    polygon(
      [
        [1082, 740],
        [1106, 740],
        [1112, 754],
        [1076, 754],
      ],
      pale,
    ),
  );
}

/** Mercer Street cut through: nine bodies, nine maps, six pipes. */
export function streetSection(p: Palette): string {
  const { pale, sky, mist, mid, dark } = p;
  const stones = times(46, (index) => rect(index * 36 - 10, 344, 32, 16, index % 3 === 0 ? dark : mid));
  return canvas(
    sky,
    house(-20, 190, 90, "point", mist, p),
    house(1430, 200, 70, "steps", mist, p),
    rect(0, 344, 1600, 556, mist),
    moved(480, 338, `<g>${tram(0, 0, p)}</g>`),
    stones,
    shape("M0 360H1600V430Q1200 446 800 426T0 440Z", mid),
    times(60, (index) => circle((index * 277) % 1600, 470 + ((index * 131) % 400), 3 + (index % 3), mid)),
    stroke("M0 640Q400 612 800 644T1600 628", mid, 3, "10 12"),
    moved(
      236,
      690,
      ring(0, 0, 92, dark, 22, pale),
      times(16, (stave) => `<g transform="rotate(${stave * 22.5})">${line(0, -82, 0, -104, mist, 4)}</g>`),
      shape("M-68 24Q-34 12 0 24T68 24Q58 70 0 74T-68 24Z", mid),
    ),
    ring(520, 560, 62, dark, 12, pale),
    shape("M464 572Q492 562 520 572T576 572Q566 610 520 614T464 572Z", mid),
    ring(520, 560, 62, dark, 12),
    ring(742, 760, 78, dark, 12, mid),
    ring(930, 540, 40, dark, 10, dark),
    circle(930, 540, 22, mist),
    times(2, (row) => times(3, (column) => ring(1090 + column * 46, 520 + row * 46, 19, dark, 6, pale))),
    ring(1390, 700, 88, dark, 14, mid),
    shape("M1316 716Q1352 702 1390 716T1464 716Q1450 782 1390 786T1316 716Z", dark),
    stroke("M236 586V452M520 492V452M742 676V452M930 494V452M1136 496V452M1390 606V452", dark, 2, "3 9"),
  );
}
