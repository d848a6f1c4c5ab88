/** Turns a margin into a probability: 1 / (1 + exp(-(slope · margin + offset))). */
export interface Calibration {
  slope: number;
  offset: number;
}

export const probability = (margin: number, { slope, offset }: Calibration): number =>
  1 / (1 + Math.exp(-(slope * margin + offset)));

/**
 * Platt's calibration (in the stable form of Lin, Lin and Weng, Machine Learning 68, 2007), from margins that were given to examples which the
 * model had not seen. A margin never lowers the probability.
 */
export function calibrate(margins: readonly number[], bad: readonly boolean[]): Calibration {
  const bads = bad.filter(Boolean).length;
  const goods = bad.length - bads;
  const targets = bad.map((is) => (is ? (bads + 1) / (bads + 2) : 1 / (goods + 2)));
  let now: Calibration = { slope: 1, offset: Math.log((bads + 1) / (goods + 1)) };
  let cost = costOf(now, margins, targets);
  for (let pass = 0; pass < 100; pass++) {
    const step = newton(now, margins, targets);
    if (Math.abs(step.slope) + Math.abs(step.offset) < 1e-7) break;
    const next = smaller(now, step, cost, margins, targets);
    if (!next) break;
    [now, cost] = [next.at, next.cost];
  }
  return { slope: Math.max(0, now.slope), offset: now.offset };
}

/** Cross-entropy, without overflow for any margin. */
function costOf({ slope, offset }: Calibration, margins: readonly number[], targets: readonly number[]): number {
  let sum = 0;
  for (const [i, margin] of margins.entries()) {
    const z = slope * margin + offset;
    sum += Math.max(z, 0) - z * (targets[i] ?? 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }
  return sum;
}

function newton(at: Calibration, margins: readonly number[], targets: readonly number[]): Calibration {
  let [aa, ab, bb, ga, gb] = [1e-9, 0, 1e-9, 0, 0];
  for (const [i, margin] of margins.entries()) {
    const p = probability(margin, at);
    const weight = p * (1 - p);
    const off = p - (targets[i] ?? 0);
    aa += weight * margin * margin;
    ab += weight * margin;
    bb += weight;
    ga += off * margin;
    gb += off;
  }
  const det = aa * bb - ab * ab;
  return det <= 0 ? { slope: 0, offset: 0 } : { slope: -(bb * ga - ab * gb) / det, offset: -(aa * gb - ab * ga) / det };
}

function smaller(
  now: Calibration,
  step: Calibration,
  cost: number,
  margins: readonly number[],
  targets: readonly number[],
) {
  for (let part = 1; part > 1e-6; part /= 2) {
    const at = { slope: now.slope + part * step.slope, offset: now.offset + part * step.offset };
    const lower = costOf(at, margins, targets);
    if (lower < cost) return { at, cost: lower };
  }
  return null;
}
