import { dot, fitLogistic, type Rows } from "@/lib/comments/screening/learned/logistic";

/** What one would reach for first, and what the helper has to beat: scores of the others, given the learned. */
export type Learner = (
  learned: readonly { text: string; bad: boolean }[],
  others: readonly { text: string }[],
) => number[];

/** A text's terms and their weights. */
type Vector = Map<string, number>;

/**
 * A plain n-gram logistic regression: words 1 and 2 long, characters 2 to 5 within words, 1 + log(tf), idf, length 1, L2 penalty at C = 10,
 * no hashing. Its probabilities are calibrated by nothing but its own likelihood.
 */
export const plain: Learner = (learned, others) => {
  const vectors = learned.map(({ text }) => termsOf(text));
  const having = new Map<string, number>();
  for (const vector of vectors) for (const term of vector.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  const places = new Map([...having.keys()].map((term, place) => [term, place]));
  const idf = (term: string) => Math.log((1 + learned.length) / (1 + (having.get(term) ?? 0))) + 1;
  const rows = [...vectors, ...others.map(({ text }) => termsOf(text))].map((vector) => weighed(vector, places, idf));
  const sparse = packed(rows, places.size);
  const bad = Uint8Array.from(learned, (each) => Number(each.bad));
  const weights = fitLogistic(sparse, bad, Int32Array.from(learned.keys()), {
    cost: 10,
    width: places.size + 1,
    passes: 60,
  });
  return others.map((_, at) => 1 / (1 + Math.exp(-dot(weights, sparse, learned.length + at))));
};

function termsOf(text: string): Vector {
  const terms: Vector = new Map();
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1);
  const low = text.toLowerCase();
  const words = low.match(/[\p{L}\p{N}_]+/gu) ?? [];
  for (const [at, word] of words.entries()) {
    add(`w ${word}`);
    if (at > 0) add(`w ${words[at - 1]} ${word}`);
  }
  for (const run of low.match(/\S+/gu) ?? []) {
    const padded = ` ${run} `;
    for (let length = 2; length <= 5; length++)
      for (let from = 0; from + length <= padded.length; from++) add(`c${padded.slice(from, from + length)}`);
  }
  return terms;
}

function weighed(
  vector: Vector,
  places: ReadonlyMap<string, number>,
  idf: (term: string) => number,
): [number, number][] {
  const known = [...vector].flatMap(([term, count]): [number, number][] => {
    const place = places.get(term);
    return place === undefined ? [] : [[place, (1 + Math.log(count)) * idf(term)]];
  });
  const length = Math.hypot(...known.map(([, value]) => value)) || 1;
  return known.map(([place, value]) => [place, value / length]);
}

function packed(rows: readonly [number, number][][], bias: number): Rows {
  const full = rows.map((row): [number, number][] => [...row, [bias, 1]]);
  const starts = new Int32Array(full.length + 1);
  for (const [at, row] of full.entries()) starts[at + 1] = (starts[at] ?? 0) + row.length;
  const flat = full.flat();
  return {
    starts,
    at: Int32Array.from(flat, ([place]) => place),
    value: Float32Array.from(flat, ([, value]) => value),
  };
}
