import type { Palette } from "@/prisma/demo/drawings/palette";
import {
  canvas,
  circle,
  ellipse,
  line,
  moved,
  polygon,
  rect,
  ring,
  shape,
  stroke,
  times,
} from "@/prisma/demo/drawings/shapes";

function chair(x: number, y: number, { mid, dark }: Palette): string {
  return moved(
    x,
    y,
    shape("M-34 0V-104Q-34 -128 0 -128T34 -104V0Z", dark),
    shape("M-22 0V-98Q-22 -112 0 -112T22 -98V0Z", mid),
    line(0, -112, 0, 0, dark, 4),
  );
}

function clock(x: number, y: number, { pale, dark }: Palette): string {
  return moved(
    x,
    y,
    ring(0, 0, 54, dark, 9, pale),
    times(12, (hour) => `<g transform="rotate(${hour * 30})">${line(0, -44, 0, -36, dark, 4)}</g>`),
    line(0, 0, -20, -24, dark, 6),
    line(0, 0, 34, 14, dark, 4),
    circle(0, 0, 5, dark),
  );
}

/** Fifteen folders for nobody. */
export function committeeRoom(palette: Palette): string {
  const { pale, sky, mist, mid, dark } = palette;
  return canvas(
    sky,
    rect(0, 0, 1600, 470, mist),
    rect(0, 462, 1600, 10, mid),
    rect(0, 472, 1600, 428, sky),
    times(2, (side) => {
      const x = 110 + side * 1110;
      return (
        rect(x, 70, 270, 392, pale) +
        polygon(
          [
            [x, 462],
            [x, 300],
            [x + 90, 380],
            [x + 270, 250],
            [x + 270, 462],
          ],
          sky,
        ) +
        stroke(`M${x} 70H${x + 270}V462H${x}ZM${x + 135} 70V462M${x} 260H${x + 270}`, dark, 7)
      );
    }),
    rect(664, 64, 212, 276, dark),
    rect(682, 82, 176, 240, mid),
    shape("M694 322Q700 246 770 240T846 322Z", dark),
    ellipse(770, 184, 40, 52, sky),
    shape("M728 178Q726 118 774 118T812 180Q800 150 770 152T728 178Z", dark),
    shape("M742 206Q770 262 798 206Q796 250 770 256T742 206Z", pale),
    line(752, 182, 764, 182, dark, 4),
    line(778, 182, 790, 182, dark, 4),
    clock(1000, 168, palette),
    times(15, (seat) => chair(140 + seat * 94.3, 566, palette)),
    polygon(
      [
        [150, 536],
        [1450, 536],
        [1560, 700],
        [40, 700],
      ],
      dark,
    ),
    rect(40, 700, 1520, 26, mid),
    polygon(
      [
        [96, 726],
        [136, 726],
        [150, 900],
        [110, 900],
      ],
      dark,
    ),
    polygon(
      [
        [1464, 726],
        [1504, 726],
        [1490, 900],
        [1450, 900],
      ],
      dark,
    ),
    times(15, (seat) => {
      const x = 186 + seat * 87.7;
      const lean = (seat - 7) * 3.4;
      return (
        polygon(
          [
            [x - 24, 560],
            [x + 24, 560],
            [x + 28 + lean, 606],
            [x - 28 + lean, 606],
          ],
          pale,
        ) + line(x - 12 + lean / 2, 584, x + 14 + lean / 2, 584, mid, 3)
      );
    }),
    polygon(
      [
        [742, 634],
        [858, 634],
        [868, 674],
        [732, 674],
      ],
      mist,
    ),
    rect(792, 606, 16, 40, mid),
    ellipse(800, 606, 22, 8, mid),
    times(26, (board) => line(board * 64 - 6 - (800 - board * 64) * 0.2, 900, board * 64, 800, mist, 2)),
  );
}

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
