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
  stroke,
  times,
  water,
} from "@/prisma/demo/drawings/shapes";
import { shopper } from "@/prisma/demo/drawings/shopper";

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
