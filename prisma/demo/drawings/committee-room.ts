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
