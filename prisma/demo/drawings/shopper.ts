import type { Palette } from "@/prisma/demo/drawings/palette";
import { circle, moved, shape, stroke } from "@/prisma/demo/drawings/shapes";

/** Somebody who buys or sells. */
export function shopper(
  x: number,
  y: number,
  tall: number,
  coat: string,
  { sky, dark }: Palette,
  basket = false,
): string {
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
