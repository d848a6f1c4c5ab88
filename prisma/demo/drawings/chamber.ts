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
} from "@/prisma/demo/drawings/shapes";

function listener(x: number, y: number, turn: number, { sky, mid, dark }: Palette): string {
  const coat = turn % 3 === 0 ? mid : dark;
  const hair = turn % 4 === 1 ? mid : dark;
  return moved(
    x,
    y,
    shape("M-34 60V20Q-32 -8 0 -10T34 20V60Z", coat),
    circle(0, -34, 21, sky),
    shape("M-22 -32Q-24 -58 0 -58T22 -32Q14 -46 0 -46T-22 -32Z", hair),
  );
}

/** The budget comes down the steps, read from the beginning. */
export function readingChamber(palette: Palette): string {
  const { pale, sky, mist, mid, dark } = palette;
  return canvas(
    sky,
    rect(0, 0, 1600, 420, mist),
    times(9, (column) => {
      const x = 60 + column * 178;
      return rect(x, 60, 52, 330, sky) + rect(x - 12, 46, 76, 16, mid) + rect(x - 12, 384, 76, 16, mid);
    }),
    rect(0, 24, 1600, 22, mid),
    [0, 1, 2]
      .map((row) => {
        const y = 400 + row * 132;
        const inset = row * 34;
        const seats = 6;
        const one = (side: number) =>
          times(seats, (seat) => {
            const x = side === 0 ? 50 + seat * (88 - row * 3) - inset : 1550 - seat * (88 - row * 3) + inset;
            const empty = (seat + row * 2 + side) % 9 === 8;
            return empty ? "" : listener(x, y, seat + row * 5 + side * 2, palette);
          });
        const desk = (x: number) =>
          rect(x, y + 44, 530 - row * 30, 22, dark) + rect(x, y + 66, 530 - row * 30, 66, mid);
        return one(0) + one(1) + desk(0) + desk(1070 + row * 30);
      })
      .join(""),
    polygon(
      [
        [470, 540],
        [1130, 540],
        [1300, 900],
        [300, 900],
      ],
      sky,
    ),
    times(5, (step) => {
      const y = 590 + step * 62;
      return line(450 - step * 30, y, 1150 + step * 30, y, mist, 4);
    }),
    rect(650, 372, 300, 26, dark),
    rect(676, 398, 248, 142, dark),
    rect(700, 420, 200, 98, mid),
    shape("M722 372V316Q726 252 800 248T878 316V372Z", dark),
    polygon(
      [
        [782, 250],
        [818, 250],
        [800, 300],
      ],
      pale,
    ),
    ellipse(800, 204, 36, 46, sky),
    shape("M762 206Q756 150 802 150T840 204Q828 176 800 176T762 206Z", dark),
    line(784, 204, 796, 204, dark, 4),
    line(808, 204, 820, 204, dark, 4),
    ellipse(801, 230, 7, 4, dark),
    shape("M752 366L738 340L860 340L848 366Z", pale),
    shape(
      "M746 366H854L862 540Q866 600 820 640T770 730Q760 800 860 900H660Q606 800 640 720T716 620Q742 590 738 540Z",
      pale,
    ),
    times(13, (row) => {
      const y = 400 + row * 15;
      return line(764, y, row % 4 === 3 ? 806 : 838, y, mid, 3);
    }),
    stroke("M722 654Q700 676 690 700M760 676Q736 700 726 728M670 748Q660 790 690 850M716 752Q708 796 736 850", mid, 3),
  );
}
