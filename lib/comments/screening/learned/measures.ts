/** A score that was given before it was known whether the comment would be turned away. */
export interface Trial {
  score: number;
  bad: boolean;
}

/** Those with one score together, the highest first: nothing is gained by how equals happen to stand. */
function levels(trials: readonly Trial[]): { score: number; bads: number; goods: number }[] {
  const found: { score: number; bads: number; goods: number }[] = [];
  for (const { score, bad } of [...trials].sort((a, b) => b.score - a.score)) {
    let last = found.at(-1);
    if (last?.score !== score) {
      last = { score, bads: 0, goods: 0 };
      found.push(last);
    }
    if (bad) last.bads++;
    else last.goods++;
  }
  return found;
}

const among = (trials: readonly Trial[]) => {
  const bads = trials.filter(({ bad }) => bad).length;
  return { bads, goods: trials.length - bads };
};

/** Area under the ROC curve: how often a bad one is scored above a good one, equals counting half. NaN without one of each. */
export function rocArea(trials: readonly Trial[]): number {
  const { bads, goods } = among(trials);
  let [above, area] = [0, 0];
  for (const level of levels(trials)) {
    area += level.goods * (above + level.bads / 2);
    above += level.bads;
  }
  return area / (bads * goods);
}

/** Average precision: the area under precision over recall, without interpolation. */
export function precisionArea(trials: readonly Trial[]): number {
  const { bads } = among(trials);
  let [held, right, area] = [0, 0, 0];
  for (const level of levels(trials)) {
    held += level.bads + level.goods;
    right += level.bads;
    area += (level.bads / bads) * (right / held);
  }
  return area;
}

/** The largest share of the bad that can be held while at most `wrong` of the good are. */
export function recallAt(trials: readonly Trial[], wrong: number): number {
  const { bads, goods } = among(trials);
  let [right, mistaken, best] = [0, 0, 0];
  for (const level of levels(trials)) {
    right += level.bads;
    mistaken += level.goods;
    if (mistaken > wrong * goods) break;
    best = right / bads;
  }
  return best;
}

/** Scores in ten equal steps from 0 to 1: how many there are, what was said on average, and what came of them. */
export function reliability(trials: readonly Trial[]): { count: number; said: number; came: number }[] {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, said: 0, came: 0 }));
  for (const { score, bad } of trials) {
    const bin = bins[Math.min(9, Math.max(0, Math.floor(score * 10)))];
    if (!bin) continue;
    bin.count++;
    bin.said += score;
    bin.came += Number(bad);
  }
  return bins.map(({ count, said, came }) => ({
    count,
    said: count ? said / count : 0,
    came: count ? came / count : 0,
  }));
}

/** Expected calibration error over ten steps: by how much what is said differs from what comes, on average (Naeini et al., AAAI 2015). */
export function calibrationError(trials: readonly Trial[]): number {
  return (
    reliability(trials).reduce((sum, { count, said, came }) => sum + count * Math.abs(said - came), 0) / trials.length
  );
}

/** What holding from `threshold` on would have meant. */
export function heldFrom(trials: readonly Trial[], threshold: number) {
  const held = trials.filter(({ score }) => score >= threshold);
  const right = held.filter(({ bad }) => bad).length;
  const { bads } = among(trials);
  return {
    held: held.length,
    right,
    precision: held.length ? right / held.length : 0,
    recall: bads ? right / bads : 0,
  };
}

/** Lower bound of the Wilson score interval, one-sided 95 %: what a share is at least, as far as so few can tell. */
export function atLeast(right: number, all: number): number {
  if (all === 0) return 0;
  const z = 1.6449;
  const share = right / all;
  const middle = share + (z * z) / (2 * all);
  return (middle - z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
}
