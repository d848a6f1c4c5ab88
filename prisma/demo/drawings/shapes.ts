/** Shapes of SVG as text: flat fills and plain strokes, in the units of the canvas. */

export const width = 1600;
export const height = 900;

type Points = readonly (readonly [number, number])[];

export function canvas(background: string, ...shapes: readonly string[]): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${rect(0, 0, width, height, background)}${shapes.join("")}</svg>`;
}

export function rect(x: number, y: number, w: number, h: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
}

export function circle(x: number, y: number, r: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
}

export function ring(x: number, y: number, r: number, stroke: string, thick = 4, fill = "none"): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" stroke="${stroke}" stroke-width="${thick}"/>`;
}

export function shape(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/>`;
}

export function polygon(points: Points, fill: string): string {
  return `<polygon points="${points.map((point) => point.join(",")).join(" ")}" fill="${fill}"/>`;
}

export function stroke(d: string, colour: string, thick = 4, dashes = ""): string {
  const dashed = dashes && ` stroke-dasharray="${dashes}"`;
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${thick}" stroke-linejoin="round"${dashed}/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, colour: string, thick = 4): string {
  return stroke(`M${x1} ${y1}L${x2} ${y2}`, colour, thick);
}

export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join("");
}

export function moved(x: number, y: number, ...shapes: readonly string[]): string {
  return `<g transform="translate(${x} ${y})">${shapes.join("")}</g>`;
}

/** Numbers from 0 to 1 that are the same at every run. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Still water: broken level lines, thinning towards the reader. */
export function water(top: number, bottom: number, colour: string, seed: number): string {
  const chance = chances(seed);
  const rows = Math.floor((bottom - top) / 30);
  return times(rows, (row) => {
    const y = top + 22 + row * 30 + chance() * 8;
    return times(3, (part) => {
      const x = part * 560 - 60 + chance() * 260;
      return line(x, y, x + 140 + chance() * 330, y, colour, 3);
    });
  });
}
