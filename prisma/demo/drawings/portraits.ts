import type { Palette } from "@/prisma/demo/drawings/palette";
import { ellipse, line, rect, ring, shape, stroke } from "@/prisma/demo/drawings/shapes";

/** Square, 400 units; a head fills it, so that it can still be told apart at 24 pixels. */
function frame(background: string, ...shapes: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="46 40 312 312">${rect(0, 0, 400, 400, background)}${shapes.join("")}</svg>`;
}

function features(dark: string, brow = 0): string {
  return (
    line(158, 178 - brow, 188, 178, dark, 7) +
    line(214, 178, 244, 178 - brow, dark, 7) +
    stroke("M190 246Q202 254 216 246", dark, 7)
  );
}

const face = "M144 150Q144 108 200 108T258 150V200Q256 262 202 274Q146 262 144 200Z";

/** Grey bob, spectacles, a scarf tied like a rope. */
export function hester({ pale, sky, mist, mid, dark }: Palette): string {
  return frame(
    mist,
    shape("M104 300V160Q106 62 202 60T300 160V300H104Z", mid),
    shape("M40 400Q52 310 150 300H256Q350 310 362 400Z", dark),
    rect(172, 250, 60, 66, sky),
    shape(face, pale),
    shape("M138 172Q140 92 206 92T266 172Q236 142 226 118Q200 150 138 172Z", mid),
    ring(172, 184, 25, dark, 6) + ring(232, 184, 25, dark, 6) + line(197, 182, 207, 182, dark, 6),
    stroke("M188 246Q202 256 218 246", dark, 7),
    shape("M150 292Q202 340 256 292L268 318Q202 366 138 318Z", pale),
    shape("M184 326L236 322L250 400H176Z", pale),
    line(196, 340, 192, 400, mid, 5) + line(222, 338, 228, 400, mid, 5),
  );
}

/** Close-cropped, a short beard, an open collar. */
export function anselm({ pale, sky, mist, mid, dark }: Palette): string {
  return frame(
    sky,
    shape("M30 400Q44 312 150 300H252Q356 312 370 400Z", dark),
    rect(166, 240, 70, 76, mid),
    ellipse(136, 192, 14, 24, mid) + ellipse(266, 192, 14, 24, mid),
    shape("M138 150Q138 84 201 84T264 150V204Q262 272 201 290Q140 272 138 204Z", mid),
    shape("M134 166Q128 70 201 68T268 166Q260 128 240 120H164Q142 128 134 166Z", dark),
    shape("M138 196Q146 226 170 224Q201 212 232 224Q256 226 264 196V210Q262 286 201 300Q140 286 138 210Z", dark),
    stroke("M184 242Q201 250 218 242", mist, 7),
    line(156, 172, 186, 172, dark, 8) + line(216, 172, 246, 172, dark, 8),
    shape("M150 300L201 356L252 300L286 312L216 400H188L116 312Z", pale),
    shape("M166 302L201 344L236 302L232 316L201 366L170 316Z", mid),
  );
}

/** A patterned headscarf and a level look. */
export function noor({ pale, sky, mist, mid, dark }: Palette): string {
  return frame(
    mist,
    shape("M46 400Q60 322 140 306H262Q344 322 356 400Z", mid),
    shape("M92 330Q70 56 202 52T312 330Q290 372 202 376T92 330Z", dark),
    shape("M146 156Q150 106 202 106T258 156V204Q254 264 202 278Q150 264 146 204Z", pale),
    shape("M140 168Q146 98 202 98T264 168Q240 122 202 120T140 168Z", sky),
    features(dark, -4),
    stroke("M96 250Q120 330 202 334T308 250", mid, 6),
    stroke("M100 200Q110 100 202 82T304 200", mid, 5, "4 16"),
    shape("M176 330Q250 336 300 290L318 400H210Z", dark),
    stroke("M214 344Q262 340 296 312M222 372Q270 366 304 342", mid, 5),
  );
}

/** A fringe, a work jacket, a pencil where a pencil goes. */
export function huiqing({ pale, sky, mist, mid, dark }: Palette): string {
  return frame(
    sky,
    shape("M118 244V158Q118 66 202 64T286 158V244Q286 268 262 268H142Q118 268 118 244Z", dark),
    shape("M36 400Q48 316 148 302H256Q354 316 366 400Z", mid),
    rect(174, 250, 56, 66, mist),
    shape(face, pale),
    shape("M138 178Q134 92 202 90T266 178H252V156H152V178Z", dark),
    features(dark),
    ellipse(284, 150, 12, 20, pale),
    line(262, 176, 330, 104, mid, 9) + line(326, 108, 336, 98, dark, 9),
    shape("M150 302L202 340L254 302L270 322L212 400H192L134 322Z", dark),
    rect(262, 346, 56, 8, dark) + line(202, 344, 202, 400, pale, 5),
  );
}
