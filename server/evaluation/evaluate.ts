import { seeded } from "@/lib/comments/screening/learned/logistic";
import {
  calibrationError,
  precisionArea,
  recallAt,
  rocArea,
  type Trial,
} from "@/lib/comments/screening/learned/measures";
import { scoreOf } from "@/lib/comments/screening/learned/model";
import { train } from "@/lib/comments/screening/learned/training";
import type { Labelled } from "@/server/evaluation/corpus";
import { drawn, families, fiveParts } from "@/server/evaluation/divisions";
import { type Learner, plain } from "@/server/evaluation/plain";

const helper: Learner = (learned, others) => {
  const model = train(learned);
  return others.map((each) => scoreOf(model, each));
};

/** Each learner, and whether it reads the words as typed or as they stand in the file. */
const learners = [
  { name: "helper", learner: helper, field: "text" },
  { name: "plain", learner: plain, field: "text" },
  { name: "plain, file as it is", learner: plain, field: "raw" },
] as const;
type Chosen = (typeof learners)[number];

export const measures = {
  "ROC area": rocArea,
  "PR area": precisionArea,
  "recall at 1 % FP": (trials: readonly Trial[]) => recallAt(trials, 0.01),
  "calibration error": calibrationError,
} as const;
export type Measure = keyof typeof measures;
const measureNames: Measure[] = ["ROC area", "PR area", "recall at 1 % FP", "calibration error"];

interface Measured {
  name: string;
  /** How many comments each draw asked about. */
  asked: number;
  values: Record<Measure, { value: number; low: number; high: number }>;
}

/** One table of results: what was asked, and how each learner did. */
export interface Table {
  title: string;
  rows: Measured[];
  /** By how much the helper's ROC area is above that of the plain one, on the same samples. */
  ahead?: { value: number; low: number; high: number };
}

const repeats = 3;
const curve = [30, 100, 300, 1_000];
const curveDraws = 5;

/** Every table, as it is finished: five-fold, five-fold with families kept whole, across sources, and the learning curve. */
export async function* evaluate(comments: readonly Labelled[]): AsyncGenerator<Table> {
  const familyOf = families(comments);
  const each = comments.map((_, at) => at);
  yield compared(
    "Five-fold, as usually reported: copies may stand on both sides",
    learners.map((chosen) => named(chosen, foldsOf(comments, each, chosen))),
  );
  yield compared(
    "Five-fold, copies and near-copies kept on one side",
    learners.map((chosen) => named(chosen, foldsOf(comments, familyOf, chosen))),
  );
  const sources = [...new Set(comments.map(({ source }) => source))];
  for (const source of sources.length > 1 ? sources : []) {
    const [own, others] = [
      each.filter((at) => comments[at]?.source === source),
      each.filter((at) => comments[at]?.source !== source),
    ];
    if (!mixed(comments, own) || !mixed(comments, others)) continue;
    yield compared(
      `Learned from the other files, asked about ${source}`,
      learners.map((chosen) => named(chosen, [trialsOf(comments, others, own, chosen)])),
    );
  }
  for (const count of curve.filter((few) => few + 100 <= comments.length))
    yield compared(
      `After ${count.toLocaleString("en")} decisions (mean of ${curveDraws} draws; no copies of them are asked)`,
      learners.slice(0, 2).map((chosen) => {
        const draws = Array.from({ length: curveDraws }, (_, seed) => drawn(comments, familyOf, count, seed + 1));
        const fit = draws.filter(({ learned, asked }) => mixed(comments, learned) && mixed(comments, asked));
        return named(
          chosen,
          fit.map(({ learned, asked }) => trialsOf(comments, learned, asked, chosen)),
        );
      }),
    );
}

const mixed = (comments: readonly Labelled[], chosen: readonly number[]) =>
  new Set(chosen.map((at) => comments[at]?.bad)).size === 2;

function trialsOf(
  comments: readonly Labelled[],
  learned: readonly number[],
  asked: readonly number[],
  { learner, field }: Chosen,
): Trial[] {
  const pick = (places: readonly number[]) =>
    places.flatMap((at) => {
      const comment = comments[at];
      return comment ? [{ text: comment[field], bad: comment.bad }] : [];
    });
  const others = pick(asked);
  const scores = learner(pick(learned), others);
  return others.map(({ bad }, at) => ({ score: scores[at] ?? 0, bad }));
}

/** Each comment scored once a repeat, by what was learned of the four other parts. */
function foldsOf(comments: readonly Labelled[], familyOf: readonly number[], chosen: Chosen): Trial[][] {
  return Array.from({ length: repeats }, (_, seed) => {
    const partOf = fiveParts(comments, familyOf, seed + 1);
    const places = comments.map((_, at) => at);
    return [0, 1, 2, 3, 4].flatMap((part) =>
      trialsOf(
        comments,
        places.filter((at) => partOf[at] !== part),
        places.filter((at) => partOf[at] === part),
        chosen,
      ),
    );
  });
}

interface Named {
  name: string;
  draws: Trial[][];
}
const named = ({ name }: Chosen, draws: Trial[][]): Named => ({ name, draws });

function compared(title: string, all: Named[]): Table {
  const rows = all.map(({ name, draws }) => ({
    name,
    asked: Math.round(draws.reduce((sum, { length }) => sum + length, 0) / draws.length),
    values: valuesOf(draws),
  }));
  const [first, second] = all;
  return first && second ? { title, rows, ahead: aheadOf(first.draws, second.draws) } : { title, rows };
}

function valuesOf(draws: readonly Trial[][]): Measured["values"] {
  const of = (name: Measure) => interval(draws, (samples) => mean(samples.map(measures[name])));
  return {
    "ROC area": of("ROC area"),
    "PR area": of("PR area"),
    "recall at 1 % FP": of("recall at 1 % FP"),
    "calibration error": of("calibration error"),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const samplesDrawn = 200;

/** A value and the middle 95 % of what it is when the comments that were asked about are drawn anew, with replacement. */
function interval(draws: readonly Trial[][], value: (draws: readonly (readonly Trial[])[]) => number) {
  const random = seeded(11);
  const found = Array.from({ length: samplesDrawn }, () =>
    value(draws.map((trials) => resampled(trials, random))),
  ).sort((a, b) => a - b);
  return {
    value: value(draws),
    low: found[Math.floor(0.025 * samplesDrawn)] ?? 0,
    high: found[Math.ceil(0.975 * samplesDrawn) - 1] ?? 0,
  };
}

const resampled = (trials: readonly Trial[], random: () => number) =>
  trials.map((each) => trials[Math.floor(random() * trials.length)] ?? each);

/** Both asked about the same comments in the same order, so they are drawn in pairs. */
function aheadOf(first: readonly Trial[][], second: readonly Trial[][]) {
  const random = seeded(13);
  const differences = Array.from({ length: samplesDrawn }, () =>
    mean(
      first.map((trials, draw) => {
        const places = trials.map(() => Math.floor(random() * trials.length));
        const of = (all: readonly Trial[]) => rocArea(places.flatMap((at) => all[at] ?? []));
        return of(trials) - of(second[draw] ?? []);
      }),
    ),
  ).sort((a, b) => a - b);
  return {
    value: mean(first.map(rocArea)) - mean(second.map(rocArea)),
    low: differences[Math.floor(0.025 * samplesDrawn)] ?? 0,
    high: differences[Math.ceil(0.975 * samplesDrawn) - 1] ?? 0,
  };
}

export { measureNames };
