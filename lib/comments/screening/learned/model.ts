import type { Example } from "@/lib/comments/screening/learned/behaviour";
import { type Calibration, probability } from "@/lib/comments/screening/learned/calibration";
import { bias, type Features, featuresOf } from "@/lib/comments/screening/learned/features";

/** What was learned: for each place its weight, and how rare it is among what was decided on. */
export interface Model {
  weights: Float32Array;
  /** 0 for a place that no decision had: a word never seen says nothing either way. */
  rarity: Float32Array;
  calibration: Calibration;
  /** Decisions that it was trained on, and how many of those turned a comment away. */
  decisions: number;
  bad: number;
}

/** Calls `each` with every place of a comment and its value: words and characters of one length together, the rest as they stand. */
export function eachWeighed(
  { at, value, textual }: Features,
  rarity: Float32Array,
  each: (place: number, value: number) => void,
): void {
  let square = 0;
  for (let k = 0; k < textual; k++) square += ((value[k] ?? 0) * (rarity[at[k] ?? 0] ?? 0)) ** 2;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let k = 0; k < at.length; k++) {
    const place = at[k] ?? 0;
    const own = value[k] ?? 0;
    each(place, k < textual ? own * (rarity[place] ?? 0) * scale : own);
  }
  each(bias, 1);
}

export function marginOf(model: Model, example: Example): number {
  let margin = 0;
  eachWeighed(featuresOf(example), model.rarity, (place, value) => {
    margin += (model.weights[place] ?? 0) * value;
  });
  return margin;
}

/** How likely moderators of this site turn such a comment away, 0 to 1. */
export const scoreOf = (model: Model, example: Example): number =>
  probability(marginOf(model, example), model.calibration);
