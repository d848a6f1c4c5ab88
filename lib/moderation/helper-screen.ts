import type { Moderator } from "@/lib/actor";
import { helperNow } from "@/lib/comments/screening/at-hand";
import {
  atLeast,
  calibrationError,
  heldFrom,
  recallAt,
  reliability,
  rocArea,
} from "@/lib/comments/screening/learned/measures";
import { db } from "@/lib/db";
import { stateOf } from "@/lib/moderation/helper-standing";
import { fewestDecisions, fewestTrials, latestTrials } from "@/lib/moderation/limits";
import type { HelperOutput } from "@/lib/moderation/schema";

/** What the site asks of its helper, and from which score it has earned to hold. */
export async function helperSettings() {
  const select = { leave: true, precision: true, holdsFrom: true } as const;
  const row = await db.helperSettings.findUnique({ where: { id: 1 }, select });
  return row ?? { leave: "order" as const, precision: 0.95, holdsFrom: null };
}

/** The latest decisions as they were scored before they were learned, oldest first. */
export async function latestOfTrials(take = latestTrials) {
  const rows = await db.learnedTrial.findMany({
    orderBy: [{ at: "desc" }, { commentId: "desc" }],
    take,
    select: { score: true, bad: true, at: true },
  });
  return rows.reverse();
}

/** Bounds at which precision and recall are shown. */
const bounds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
/** Decisions in each point of the course of time. */
const inAPoint = 100;

/** How the helper stands: what it may do and does, what it learned, and how good it was on decisions that it had not seen. */
export async function helperScreen(_by: Moderator): Promise<HelperOutput> {
  const [settings, trials, helper, decided] = await Promise.all([
    helperSettings(),
    latestOfTrials(),
    helperNow(),
    db.learnedModel.findFirst({
      orderBy: { number: "desc" },
      select: { number: true, decisions: true, bad: true, at: true, milliseconds: true },
    }),
  ]);
  const learned = helper ? decided : null;
  const decisions = learned ? 0 : await db.decision.count();
  const both = new Set(trials.map(({ bad }) => bad)).size === 2;
  return {
    state: stateOf({ ...settings, learned: learned !== null }),
    ...settings,
    needs: {
      decisions: learned ? 0 : Math.max(0, fewestDecisions - decisions),
      trials: Math.max(0, fewestTrials - trials.length),
    },
    learned: learned && { ...learned, at: learned.at.toISOString() },
    trials: trials.length,
    measures: both
      ? {
          rocArea: rocArea(trials),
          recallAtOnePercent: recallAt(trials, 0.01),
          calibrationError: calibrationError(trials),
        }
      : null,
    bounds: bounds.map((from) => ({ from, ...wouldHold(trials, from) })),
    reliability: reliability(trials),
    course: course(trials),
  };
}

function wouldHold(trials: Parameters<typeof heldFrom>[0], from: number) {
  const { held, right, precision, recall } = heldFrom(trials, from);
  return { held, right, precision, recall, atLeast: atLeast(right, held) };
}

/** How precise and how complete it was, a hundred decisions at a time, at the bound of one half. */
function course(trials: readonly { score: number; bad: boolean; at: Date }[]) {
  const points: HelperOutput["course"] = [];
  for (let from = 0; from < trials.length; from += inAPoint) {
    const these = trials.slice(from, from + inAPoint);
    const last = these.at(-1);
    if (!last || these.length < inAPoint / 2) continue;
    const { precision, recall } = heldFrom(these, 0.5);
    points.push({
      until: last.at.toISOString(),
      count: these.length,
      precision,
      recall,
      calibrationError: calibrationError(these),
    });
  }
  return points;
}
