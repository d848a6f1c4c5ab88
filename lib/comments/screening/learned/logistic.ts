/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 0 to length - 1 in an order that depends on the seed alone (Fisher and Yates). */
export function shuffled(length: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}

/** Examples as sparse rows, one after another: row r holds places and values from `starts[r]` to `starts[r + 1]`. */
export interface Rows {
  starts: Int32Array;
  at: Int32Array;
  value: Float32Array;
}

interface Asked {
  /** The cost of a mistake against that of large weights. */
  cost: number;
  width: number;
  /** At most so many passes; fewer once nothing moves. */
  passes?: number;
}

/**
 * Weights of a logistic regression with an L2 penalty, by dual coordinate descent (Yu, Huang and Lin, Machine Learning 85, 2011): it needs no
 * rate of learning and comes out the same each time. `bad[r]` is 1 or 0; only the rows named in `chosen` are learned.
 */
export function fitLogistic(
  rows: Rows,
  bad: Uint8Array,
  chosen: Int32Array,
  { cost, width, passes = 10 }: Asked,
): Float64Array {
  const { starts, at, value } = rows;
  const weights = new Float64Array(width);
  const dual = new Float64Array(chosen.length).fill(Math.min(1e-3 * cost, 1e-8));
  const square = new Float64Array(chosen.length);
  const add = (row: number, by: number) => {
    const end = starts[row + 1] ?? 0;
    // Every place is below `width` and every row within `starts`: the fallbacks are for the compiler.
    for (let k = starts[row] ?? 0; k < end; k++) {
      const place = at[k] ?? 0;
      weights[place] = (weights[place] ?? 0) + by * (value[k] ?? 0);
    }
  };
  const sign = (row: number) => (bad[row] === 1 ? 1 : -1);
  for (const [i, row] of chosen.entries()) {
    const end = starts[row + 1] ?? 0;
    let sum = 0;
    for (let k = starts[row] ?? 0; k < end; k++) sum += (value[k] ?? 0) ** 2;
    square[i] = sum;
    add(row, sign(row) * (dual[i] ?? 0));
  }
  const random = seeded(1);
  for (let pass = 0; pass < passes; pass++) {
    let moved = 0;
    for (const i of shuffled(chosen.length, random)) {
      const row = chosen[i] ?? 0;
      const margin = sign(row) * dot(weights, rows, row);
      const before = dual[i] ?? 0;
      const after = bestDual(before, square[i] ?? 0, margin, cost);
      if (after === before) continue;
      dual[i] = after;
      add(row, sign(row) * (after - before));
      moved = Math.max(moved, Math.abs(after - before));
    }
    if (moved < 1e-2 * cost) break;
  }
  return weights;
}

/** A row's product with the weights. */
export function dot(weights: Float64Array, { starts, at, value }: Rows, row: number): number {
  const end = starts[row + 1] ?? 0;
  let sum = 0;
  for (let k = starts[row] ?? 0; k < end; k++) sum += (weights[at[k] ?? 0] ?? 0) * (value[k] ?? 0);
  return sum;
}

/** The value between 0 and `cost` at which one row's share of the dual is least (Newton's method, kept within bounds). */
function bestDual(now: number, square: number, margin: number, cost: number): number {
  const fromTop = square * (cost / 2 - now) + margin < 0;
  const start = fromTop ? cost - now : now;
  const slope = fromTop ? -margin : margin;
  let z = cost - start < 0.5 * cost ? 0.1 * start : start;
  for (let tries = 0; tries < 40; tries++) {
    const gradient = square * (z - start) + slope + Math.log(z / (cost - z));
    if (Math.abs(gradient) < 1e-4) break;
    const next = z - gradient / (square + cost / (z * (cost - z)));
    z = next <= 0 ? z * 0.1 : next >= cost ? (z + cost) / 2 : next;
  }
  return fromTop ? cost - z : z;
}
