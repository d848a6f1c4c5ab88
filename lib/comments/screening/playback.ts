import { setImmediate as breathe } from "node:timers/promises";
import { rulesNow } from "@/lib/comments/screening/in-force";
import { maxExamples, playbackBatch } from "@/lib/comments/screening/limits";
import { notePlayback } from "@/lib/comments/screening/mutations";
import { countPast, nextOfThePast, outcomeOf, type PastRow, toPast } from "@/lib/comments/screening/past";
import { Rehearsal } from "@/lib/comments/screening/rehearsal";
import { parseRules } from "@/lib/comments/screening/rule-document";
import type { Rules } from "@/lib/comments/screening/rules";
import type { Example, Outcome, PlaybackResult } from "@/lib/comments/screening/schema";
import type { Verdict } from "@/lib/comments/screening/screen";
import { db } from "@/lib/db";
import { asAppError } from "@/lib/errors";
import { siteSettings } from "@/lib/settings";
import type { Trust } from "@/lib/trust";

const before = "00000000-0000-0000-0000-000000000000";
/** Comments judged before readers get a turn of the same process. */
const inARow = 25;

/**
 * Plays the rules of a playback over what came in since its `from`, in batches by keyset that only read, and notes how far it is.
 * Beginning again is safe: nothing but the playback's own row is written.
 */
export async function playBack(id: string): Promise<void> {
  const row = await db.playback.findUnique({ where: { id } });
  if (!row || row.finishedAt) return;
  await notePlayback(id, { total: await countPast(row.from, row.at), done: 0 });
  try {
    const { rules } = await rulesNow();
    const { trust } = await siteSettings();
    const tally = new Tally(parseRules(row.document), rules, trust);
    let done = 0;
    for (let place = { at: row.from, id: before }; ; ) {
      const rows = await nextOfThePast(place, row.at);
      for (const [number, each] of rows.entries()) {
        tally.take(each);
        if (number % inARow === 0) await breathe();
      }
      done += rows.length;
      const last = rows.at(-1);
      if (!last || rows.length < playbackBatch) break;
      await notePlayback(id, { done });
      place = { at: last.createdAt, id: last.id };
    }
    await notePlayback(id, { done, result: tally.result });
  } catch (thrown) {
    const error = asAppError(thrown);
    // A database that was away comes back: then the job is tried again, from the start.
    if (error.code === "unavailable") throw thrown;
    await notePlayback(id, { failed: error.message });
  }
}

/** Counts what the tried rules, and those in force, do to the past. */
class Tally {
  readonly result: PlaybackResult = {
    ...{ judged: 0, reckoned: 0, held: 0, refused: 0, inForce: { held: 0, refused: 0 } },
    outcomes: { approved: 0, stood: 0, turnedAway: 0, waiting: 0, withdrawn: 0 },
    ...{ turnedAwayMissed: 0, steps: {}, examples: [] },
  };
  private readonly tried: Rehearsal;
  private readonly inForce: Rehearsal;
  private readonly shown = new Map<Outcome, number>();

  constructor(tried: Rules, inForce: Rules, trust: Trust) {
    this.tried = new Rehearsal(tried, trust);
    this.inForce = new Rehearsal(inForce, trust);
  }

  take(row: PastRow): void {
    // What its writer had erased has no words left to judge.
    if (row.html === "") return;
    const { past, reckoned } = toPast(row);
    this.result.judged++;
    if (reckoned) this.result.reckoned++;
    const stands = this.inForce.judge(past);
    count(this.result.inForce, stands);
    const verdict = this.tried.judge(past);
    count(this.result, verdict);
    const outcome = outcomeOf(row);
    if (verdict.status === "published") {
      if (outcome === "turnedAway") this.result.turnedAwayMissed++;
      return;
    }
    this.result.outcomes[outcome]++;
    for (const step of new Set(whyOf(verdict).map(({ step }) => step)))
      this.result.steps[step] = (this.result.steps[step] ?? 0) + 1;
    if (verdict.status !== stands.status) this.show(row, outcome, past.words.text, verdict);
  }

  /** What the rules in force do as well is no example of a change. */
  private show(row: PastRow, outcome: Outcome, text: string, verdict: Verdict): void {
    const shown = this.shown.get(outcome) ?? 0;
    if (shown >= maxExamples) return;
    this.shown.set(outcome, shown + 1);
    const words = text.replace(/\s+/g, " ").slice(0, 200).toWellFormed();
    const why = whyOf(verdict).slice(0, 5);
    const example: Example = { id: row.id, articleSlug: row.articleSlug, words, verdict: "hold", outcome, why };
    this.result.examples.push(verdict.status === "refused" ? { ...example, verdict: "refuse" } : example);
  }
}

function count(counts: { held: number; refused: number }, { status }: Verdict): void {
  if (status === "refused") counts.refused++;
  else if (status === "pending") counts.held++;
}

function whyOf(verdict: Verdict): Example["why"] {
  if (verdict.status === "refused")
    return [{ ...verdict.refusal, found: [] }].map(({ step, detail, found }) => ({ step, detail, found }));
  return verdict.held.map(({ step, detail, matched = [] }) => ({
    step,
    detail,
    found: matched.map(({ found }) => found),
  }));
}
