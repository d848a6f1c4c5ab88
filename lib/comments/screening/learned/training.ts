import type { Example } from "@/lib/comments/screening/learned/behaviour";
import { calibrate } from "@/lib/comments/screening/learned/calibration";
import { type Features, featuresOf, places, width } from "@/lib/comments/screening/learned/features";
import { dot, fitLogistic, type Rows } from "@/lib/comments/screening/learned/logistic";
import { eachWeighed, type Model } from "@/lib/comments/screening/learned/model";
import { chunksOf } from "@/lib/comments/screening/learned/words";

/** What was decided about a comment: `bad` if it was turned away. */
export interface Decided extends Example {
  bad: boolean;
}

const cost = 10;
/** Parts of which each is scored by what was learned of the others, in order to know what a score is worth. */
const parts = 5;
/** Two numbers are fitted to so many scores: more add time, not accuracy. */
const enoughToCalibrate = 1_500;
/** From so many decisions on, what stands in one comment only is left aside: half the time, the same answers. */
const manyDecisions = 1_000;

/**
 * Learns from decisions; the same decisions in the same order make the same model. Words that stand in several comments are kept on one side of
 * every division, so that a copy does not vouch for itself.
 */
export function train(decided: readonly Decided[]): Model {
  const features = decided.map((each) => featuresOf(each));
  const rarity = rarityAmong(features);
  const rows = rowsOf(features, rarity);
  const bad = Uint8Array.from(decided, (each) => Number(each.bad));
  const all = Int32Array.from(decided.keys());
  const weights = Float32Array.from(fitLogistic(rows, bad, all, { cost, width }));
  const partOf = decided.map((each) => wordsHash(each.text) % parts);
  const margins = new Array<number>(decided.length).fill(0);
  const seen: number[] = [];
  for (let part = 0; part < parts && seen.length < enoughToCalibrate; part++) {
    const others = fitLogistic(
      rows,
      bad,
      all.filter((row) => partOf[row] !== part),
      { cost, width },
    );
    for (const row of all) if (partOf[row] === part) seen.push(row);
    for (const row of seen) margins[row] = margins[row] || dot(others, rows, row);
  }
  const calibration = calibrate(
    seen.map((row) => margins[row] ?? 0),
    seen.map((row) => bad[row] === 1),
  );
  return { weights, rarity, calibration, decisions: decided.length, bad: decided.filter((each) => each.bad).length };
}

/** Equal for the same letters, whatever stands between them. */
function wordsHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const { read } of chunksOf(text))
    for (const letter of read.replace(/[^\p{L}]+/gu, ""))
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Inverse document frequency, smoothed: ln((1 + comments) / (1 + comments with it)) + 1. */
function rarityAmong(features: readonly Features[]): Float32Array {
  const having = new Int32Array(places);
  for (const { at, textual } of features)
    for (let k = 0; k < textual; k++) {
      const place = at[k] ?? 0;
      having[place] = (having[place] ?? 0) + 1;
    }
  const least = features.length > manyDecisions ? 2 : 1;
  return Float32Array.from(having, (count) => (count < least ? 0 : Math.log((1 + features.length) / (1 + count)) + 1));
}

function rowsOf(features: readonly Features[], rarity: Float32Array): Rows {
  const entries = features.reduce((sum, { at }) => sum + at.length + 1, 0);
  const rows = {
    starts: new Int32Array(features.length + 1),
    at: new Int32Array(entries),
    value: new Float32Array(entries),
  };
  let next = 0;
  for (const [row, each] of features.entries()) {
    eachWeighed(each, rarity, (place, value) => {
      rows.at[next] = place;
      rows.value[next++] = value;
    });
    rows.starts[row + 1] = next;
  }
  return rows;
}
