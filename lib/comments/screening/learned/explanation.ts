import type { Example, Trait } from "@/lib/comments/screening/learned/behaviour";
import { probability } from "@/lib/comments/screening/learned/calibration";
import { bias, featuresOf } from "@/lib/comments/screening/learned/features";
import { eachWeighed, type Model } from "@/lib/comments/screening/learned/model";
import { chunksOf } from "@/lib/comments/screening/learned/words";

/** A word of the comment, as typed, and how far it moved the score: above 0 towards being turned away (log odds). */
export interface Reason {
  word: string;
  by: number;
}

export interface Explained {
  score: number;
  /** The words that moved it most, either way. */
  words: Reason[];
  /** What of its manner moved it: links, capitals, a first comment. */
  traits: { trait: Trait; by: number }[];
}

const wordsShown = 8;
/** Log odds below which a word made no difference worth telling. */
const worthTelling = 0.05;

/** A score and what made it: each feature's share goes to the words that it stands in, in equal parts. Shares and what is common to all add up to the margin. */
export function explain(model: Model, example: Example): Explained {
  const sources = new Map<number, (number | Trait)[]>();
  const features = featuresOf(example, (place, source) => {
    const known = sources.get(place);
    if (known) known.push(source);
    else sources.set(place, [source]);
  });
  const shares = new Map<number | Trait, number>();
  let margin = 0;
  eachWeighed(features, model.rarity, (place, value) => {
    const share = (model.weights[place] ?? 0) * value;
    margin += share;
    const of = place === bias ? [] : (sources.get(place) ?? []);
    for (const source of of) shares.set(source, (shares.get(source) ?? 0) + share / of.length);
  });
  const { slope } = model.calibration;
  const told = [...shares].map(([source, share]) => ({ source, by: share * slope }));
  return {
    score: probability(margin, model.calibration),
    words: most(wordsOf(example, told)).slice(0, wordsShown),
    traits: most(told.flatMap(({ source, by }) => (typeof source === "string" ? [{ trait: source, by }] : []))),
  };
}

const most = <Each extends { by: number }>(all: Each[]) =>
  all.filter(({ by }) => Math.abs(by) >= worthTelling).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));

/** The same word twice is told once, with both shares. */
function wordsOf({ text }: Example, told: readonly { source: number | Trait; by: number }[]): Reason[] {
  const chunks = chunksOf(text);
  const words = new Map<string, Reason>();
  for (const { source, by } of told) {
    const chunk = typeof source === "number" ? chunks[source] : undefined;
    if (!chunk) continue;
    const known = words.get(chunk.read);
    words.set(chunk.read, { word: known?.word ?? chunk.typed, by: (known?.by ?? 0) + by });
  }
  return [...words.values()];
}
