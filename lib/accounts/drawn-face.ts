import { createHash } from "node:crypto";

/**
 * Grounds that stand out by 3:1 or more from paper both by day (#FBFBF9) and by night (#151917), and the mark on them by as much
 * (WCAG 2.2, 1.4.11): so one drawing serves both, and needs no style. Ink, clay, slate, ochre, plum; no green, which belongs to answers.
 */
export const grounds = ["#717a74", "#8d6a55", "#5f7789", "#84713f", "#86667a", "#6b6f8e"] as const;
export const mark = "#fbfbf9";

const cells = 4;
const size = 24;

/** The middle of a side of a cell: above, right, below, left. */
function middle(place: number, side: number): readonly [number, number] {
  const [left, top, half] = [(place % cells) * size, Math.floor(place / cells) * size, size / 2];
  const across = [half, size, half, 0][side % 4] ?? 0;
  const down = [0, half, size, half][side % 4] ?? 0;
  return [left + across, top + down];
}

/** A quarter of a circle from the middle of one side of a cell to the middle of the next. */
const elbow = (place: number, side: number) =>
  `M${middle(place, side).join(" ")}A${size / 2} ${size / 2} 0 0 0 ${middle(place, side + 1).join(" ")}`;

/**
 * The face of somebody who gave none: elbows as of the reply mark, turned by the SHA-256 of the handle, in one tone of the house.
 * The same handle has the same face for ever, and nothing but the handle is in it.
 */
export function drawnFace(handle: string): string {
  const bytes = createHash("sha256").update(handle).digest();
  const byte = (place: number) => bytes[place % bytes.length] ?? 0;
  const elbows = Array.from({ length: cells * cells }, (_, place) => elbow(place, byte(place + 1) % 4));
  const whole = cells * size;
  const dotted = byte(20) % (cells * cells);
  const [x, y] = middle(dotted, byte(dotted + 1) % 4);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" width="${whole}" height="${whole}">`,
    `<path fill="${grounds[byte(0) % grounds.length]}" d="M0 0h${whole}v${whole}H0z"/>`,
    `<path fill="none" stroke="${mark}" stroke-width="5" d="${elbows.join("")}"/>`,
    `<circle fill="${mark}" cx="${x}" cy="${y}" r="6"/></svg>`,
  ].join("");
}
