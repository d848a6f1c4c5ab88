import { seeded, shuffled } from "@/lib/comments/screening/learned/logistic";

interface Comment {
  text: string;
  bad: boolean;
}

/** Past so many comments, only those with the same letters are taken for copies: comparing all pairs would take too long. */
const pairsUpTo = 5_000;
const alike = 0.7;

const letters = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * For each comment the number of its family: those with the same letters and digits, or with 70 % of their runs of five letters in common
 * (Jaccard), and whatever those are alike to. A family is never divided between what is learned and what is asked.
 */
export function families(comments: readonly Comment[]): number[] {
  const parent = comments.map((_, at) => at);
  const rootOf = (at: number): number => {
    const up = parent[at] ?? at;
    if (up === at) return at;
    const root = rootOf(up);
    parent[at] = root;
    return root;
  };
  const join = (a: number, b: number) => {
    parent[rootOf(a)] = rootOf(b);
  };
  const first = new Map<string, number>();
  const written = comments.map(({ text }) => letters(text));
  for (const [at, word] of written.entries()) {
    const known = first.get(word);
    if (known === undefined) first.set(word, at);
    else join(at, known);
  }
  if (comments.length <= pairsUpTo) joinAlike([...first.values()], written, join);
  return comments.map((_, at) => rootOf(at));
}

function joinAlike(
  distinct: readonly number[],
  written: readonly string[],
  join: (a: number, b: number) => void,
): void {
  const runs = new Map(distinct.map((at) => [at, runsOf(written[at] ?? "")]));
  const having = new Map<string, number[]>();
  for (const [at, own] of runs) {
    const shared = new Map<number, number>();
    for (const run of own) {
      for (const other of having.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      having.set(run, [...(having.get(run) ?? []), at]);
    }
    for (const [other, common] of shared)
      if (common >= alike * (own.size + (runs.get(other)?.size ?? 0) - common)) join(at, other);
  }
}

function runsOf(word: string): Set<string> {
  const runs = new Set<string>();
  for (let from = 0; from + 5 <= word.length; from++) runs.add(word.slice(from, from + 5));
  return runs;
}

/** Which of five parts each comment is in: families whole, the bad and the good spread alike over the parts. */
export function fiveParts(comments: readonly Comment[], familyOf: readonly number[], seed: number): number[] {
  const members = new Map<number, { bad: boolean }>();
  for (const [at, { bad }] of comments.entries()) members.set(familyOf[at] ?? at, { bad });
  const list = [...members];
  const next = { bad: 0, good: 0 };
  const partOf = new Map<number, number>();
  for (const at of shuffled(list.length, seeded(seed))) {
    const [family, { bad }] = list[at] ?? [0, { bad: false }];
    partOf.set(family, next[bad ? "bad" : "good"]++ % 5);
  }
  return comments.map((_, at) => partOf.get(familyOf[at] ?? at) ?? 0);
}

/** The first `count` comments in an order that depends on the seed, and those of the rest that no copy of is among them. */
export function drawn(comments: readonly Comment[], familyOf: readonly number[], count: number, seed: number) {
  const order = shuffled(comments.length, seeded(seed * 1_009));
  const learned = [...order.subarray(0, count)];
  const known = new Set(learned.map((at) => familyOf[at]));
  return { learned, asked: [...order.subarray(count)].filter((at) => !known.has(familyOf[at])) };
}
