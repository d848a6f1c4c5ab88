import type { Palette } from "@/prisma/demo/drawings/palette";
import {
  canvas,
  chances,
  circle,
  ellipse,
  line,
  moved,
  polygon,
  rect,
  shape,
  stroke,
  times,
  water,
} from "@/prisma/demo/drawings/shapes";

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

function stall(x: number, y: number, w: number, stripes: string, p: Palette): string {
  const { pale, mid, dark } = p;
  const strips = Math.round(w / 24);
  const each = w / strips;
  return moved(
    x,
    y,
    line(8, -150, 8, 0, dark, 5) + line(w - 8, -150, w - 8, 0, dark, 5),
    times(strips, (index) => {
      const fill = index % 2 === 0 ? stripes : pale;
      const left = index * each;
      const top = (edge: number) => 16 + (edge / w) * (w - 32);
      return (
        polygon(
          [
            [left, -150],
            [left + each, -150],
            [top(left + each), -200],
            [top(left), -200],
          ],
          fill,
        ) + shape(`M${left} -150H${left + each}V-136Q${left + each / 2} -120 ${left} -136Z`, fill)
      );
    }),
    rect(0, -62, w, 62, mid),
    rect(-5, -68, w + 10, 10, dark),
    times(Math.floor(w / 34), (loaf) => ellipse(24 + loaf * 33, -76, 14, 10, loaf % 2 ? dark : mid)),
  );
}

function shopper(x: number, y: number, tall: number, coat: string, { sky, dark }: Palette, basket = false): string {
  return moved(
    x,
    y,
    shape(`M-20 0L-17 ${-tall * 0.56}Q-18 ${-tall * 0.8} 0 ${-tall * 0.8}T18 ${-tall * 0.56}L22 0Z`, coat),
    circle(0, -tall * 0.9, tall * 0.105, sky),
    shape(
      `M${-tall * 0.12} ${-tall * 0.9}Q${-tall * 0.12} ${-tall * 1.04} 0 ${-tall * 1.04}T${tall * 0.12} ${-tall * 0.9}Q0 ${-tall * 0.99} ${-tall * 0.12} ${-tall * 0.9}Z`,
      dark,
    ),
    basket ? shape("M14 -58H50L44 -30H20Z", dark) + stroke("M18 -58Q32 -88 46 -58", dark, 4) : "",
  );
}

/** A bridge with a border in the middle of it, under the cheese. */
export function borderMarket(p: Palette): string {
  const { pale, sky, mist, mid, dark } = p;
  const arch = (x: number) => `M${x} 900V760Q${x} 620 ${x + 170} 620T${x + 340} 760V900Z`;
  return canvas(
    sky,
    circle(240, 170, 64, mist),
    shape("M0 430Q200 300 430 380T820 350V560H0Z", mist),
    shape("M760 540Q1010 250 1240 350T1600 310V560H780Z", mid),
    rect(1340, 268, 60, 110, dark) +
      polygon(
        [
          [1330, 270],
          [1370, 206],
          [1410, 270],
        ],
        dark,
      ) +
      rect(1362, 296, 16, 26, pale),
    rect(180, 300, 50, 90, mid) +
      polygon(
        [
          [172, 302],
          [205, 240],
          [238, 302],
        ],
        mid,
      ),
    rect(0, 540, 1600, 360, mist),
    rect(0, 528, 1600, 30, dark),
    shape(`${arch(96)}${arch(630)}${arch(1164)}`, sky),
    [96, 630, 1164].map((x) => stroke(`M${x} 900V760Q${x} 620 ${x + 170} 620T${x + 340} 760V900`, mid, 14)).join(""),
    times(3, (pier) =>
      times(3, (row) => line(460 + pier * 534 - 6, 600 + row * 54, 600 + pier * 534, 600 + row * 54, sky, 3)),
    ),
    moved(0, 0, water(838, 900, mid, 3)),
    stall(70, 530, 210, dark, p) + stall(310, 530, 180, mid, p) + stall(540, 530, 200, dark, p),
    stall(850, 530, 210, mid, p) + stall(1100, 530, 180, dark, p) + stall(1330, 530, 200, mid, p),
    stroke("M796 300V900", dark, 5, "18 14"),
    rect(792, 244, 8, 286, dark),
    polygon(
      [
        [800, 246],
        [868, 264],
        [800, 284],
      ],
      mid,
    ) +
      polygon(
        [
          [792, 292],
          [726, 308],
          [792, 326],
        ],
        dark,
      ),
    shopper(296, 530, 132, dark, p, true) + shopper(506, 530, 120, mid, p),
    shopper(768, 530, 136, mid, p) + shopper(832, 530, 126, dark, p, true) + shopper(1076, 530, 130, dark, p),
    shopper(1300, 530, 96, dark, p),
  );
}

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
