import { keptReports } from "@/lib/moderation/figures/limits";
import type { Period } from "@/lib/moderation/figures/period";
import { type Counts, countPeriod, headOfLog } from "@/lib/moderation/figures/queries";
import {
  categories,
  counted,
  grounds,
  holdOutcomes,
  type machines,
  means,
  measureKinds,
  noticeOutcomes,
  objectionOutcomes,
  reportedReasons,
  sources,
  type Transparency,
} from "@/lib/moderation/figures/schema";

const kept = new Map<string, Promise<Transparency>>();

/**
 * The transparency report of a period (EU 2022/2065 art. 15 and 24), counted over the chained log. The same period is counted once while the log
 * stands as it is, for all who ask meanwhile.
 */
export async function transparencyReport(period: Period): Promise<Transparency> {
  const key = `${period.from} ${period.to} ${await headOfLog()}`;
  const known = kept.get(key);
  if (known) return known;
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= keptReports) kept.delete(oldest);
  const counting = countPeriod(period).then((counts) => reportOf(period, counts));
  kept.set(key, counting);
  counting.catch(() => kept.delete(key));
  return counting;
}

function reportOf(period: Period, counts: Counts): Transparency {
  const { entries, first, last, head, undone, notices, measures, holds, objections } = counts;
  const byReason = (groups: readonly { reason: (typeof reportedReasons)[number]; count: number }[]) =>
    tally(reportedReasons, groups, ({ reason }) => reason);
  const suspended = measures.filter(({ kind }) => kind === "suspended" || kind === "banned");
  return {
    period,
    log: { entries, first, last, head },
    orders: { total: 0, recorded: false },
    notices: {
      total: total(notices),
      byReason: byReason(notices),
      byCategory: tally(categories, notices, ({ category }) => category),
      bySource: tally(sources, notices, ({ source }) => source),
      byOutcome: tally(noticeOutcomes, notices, ({ outcome }) => outcome),
      processedAutomatically: 0,
      medianSeconds: counts.noticeSeconds,
    },
    measures: {
      total: total(measures),
      undone,
      byKind: tally(measureKinds, measures, ({ kind }) => kind),
      byGround: tally(grounds, measures, ({ ground }) => ground),
      byReason: byReason(measures),
      byMeans: tally(means, measures, (measure) => measure.means),
      automated: total(measures.filter(({ automated }) => automated)),
      groups: measures,
    },
    objections: {
      total: total(objections),
      byMeasure: tally(measureKinds, objections, ({ measure }) => measure),
      byReason: byReason(objections),
      byOutcome: tally(objectionOutcomes, objections, ({ outcome }) => outcome),
      medianSeconds: counts.objectionSeconds,
    },
    machines: {
      held: total(holds),
      byMachine: {
        standing: { ...said(holds, "standing"), errorRate: null },
        rules: said(holds, "rules"),
        helper: said(holds, "helper"),
      },
    },
    disputes: { total: 0, recorded: false },
    suspensions: { total: total(suspended), byReason: byReason(suspended) },
  };
}

/** What moderators said of what a machine held. */
function said(holds: Counts["holds"], which: (typeof machines)[number]) {
  const held = holds.filter(({ machine }) => machine === which);
  const byOutcome = tally(holdOutcomes, held, ({ outcome }) => outcome);
  const decided = byOutcome.approved + byOutcome.rejected;
  return { held: total(held), byOutcome, errorRate: decided === 0 ? null : byOutcome.approved / decided };
}

const total = (groups: readonly { count: number }[]) => groups.reduce((sum, { count }) => sum + count, 0);

/** How many of each: a key that nothing bears is there with 0. */
function tally<Key extends string, Group extends { count: number }>(
  keys: readonly Key[],
  groups: readonly Group[],
  keyOf: (group: Group) => Key,
): Record<Key, number> {
  const counts = keys.map((key) => [key, total(groups.filter((group) => keyOf(group) === key))]);
  return counted(keys).parse(Object.fromEntries(counts));
}
