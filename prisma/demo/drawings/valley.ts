import type { Palette } from "@/prisma/demo/drawings/palette";
import { canvas, circle, ellipse, line, moved, shape, stroke, times } from "@/prisma/demo/drawings/shapes";

function palm(x: number, y: number, tall: number, { dark }: Palette): string {
  const frond = (dx: number, dy: number) =>
    shape(
      `M0 ${-tall}Q${dx * 0.5} ${-tall - 40 + dy * 0.2} ${dx} ${-tall + dy}Q${dx * 0.45} ${-tall - 8 + dy * 0.3} 0 ${-tall}Z`,
      dark,
    );
  return moved(
    x,
    y,
    stroke(`M0 0Q-8 ${-tall / 2} 0 ${-tall}`, dark, 12),
    [
      [-92, 40],
      [-76, -16],
      [-34, -52],
      [36, -54],
      [80, -14],
      [94, 42],
      [-50, 74],
      [54, 74],
    ]
      .map(([dx = 0, dy = 0]) => frond(dx, dy))
      .join(""),
  );
}

function tree(x: number, y: number, r: number, { mid, dark }: Palette, fruit: string): string {
  return moved(
    x,
    y,
    line(0, 0, 0, -r * 1.4, dark, 8),
    circle(0, -r * 1.8, r, mid),
    circle(-r * 0.3, -r * 1.9, r * 0.12, fruit) +
      circle(r * 0.35, -r * 1.6, r * 0.12, fruit) +
      circle(r * 0.05, -r * 2.3, r * 0.12, fruit),
  );
}

/** From the hills to the basin, wider as it comes. */
function channel(wide: number, fill: string): string {
  const spare = (86 - wide) / 2;
  return shape(
    `M${884 + spare} 500Q${930 + spare} 548 ${824 + spare} 596T${716 + spare} 760H${904 - spare}Q${800 - spare} 690 ${914 - spare} 620T${908 - spare} 500Z`,
    fill,
  );
}

/** A pot with a hole in it keeps the time of a valley. */
export function waterValley(p: Palette): string {
  const { pale, sky, mist, mid, dark } = p;
  return canvas(
    sky,
    circle(360, 210, 84, pale),
    shape("M0 430L230 250L420 390L560 300L820 470V640H0Z", mist),
    shape("M760 480L1010 240L1180 370L1370 220L1600 400V640H700Z", mid),
    shape("M1010 240L1180 370L1120 420L1030 340L960 400L900 346Z", mist),
    shape("M0 520Q400 440 800 500T1600 470V900H0Z", mist),
    times(6, (row) => stroke(`M0 ${580 + row * 52}Q380 ${530 + row * 62} 700 ${566 + row * 70}`, sky, 5)),
    times(6, (row) => stroke(`M900 ${552 + row * 62}Q1250 ${528 + row * 56} 1600 ${560 + row * 54}`, sky, 5)),
    channel(86, dark) + channel(62, pale),
    stroke("M838 560Q826 590 850 606M800 664Q786 684 800 700", mid, 4),
    tree(190, 640, 44, p, pale) + tree(330, 600, 34, p, pale) + tree(480, 640, 42, p, pale),
    tree(1110, 620, 36, p, pale) + tree(1230, 660, 46, p, pale) + tree(1500, 640, 44, p, pale),
    palm(1390, 690, 280, p) + palm(1470, 720, 210, p) + palm(90, 720, 240, p),
    ellipse(810, 800, 336, 92, dark),
    ellipse(810, 790, 310, 76, pale),
    ellipse(810, 796, 290, 64, sky),
    stroke("M640 800Q700 786 760 800M860 826Q920 812 990 826M700 836Q730 830 770 836M900 772Q940 766 990 774", mid, 3),
    ellipse(810, 792, 84, 22, mid),
    shape("M732 786Q738 730 752 716H868Q882 730 888 786Q860 806 810 806T732 786Z", dark),
    ellipse(810, 716, 58, 14, mid),
    ellipse(810, 718, 46, 9, dark),
    shape("M738 758Q810 780 882 758V764Q810 786 738 764Z", mid),
  );
}
