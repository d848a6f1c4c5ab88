import { type Admin, when } from "@/lib/actor";
import { now } from "@/lib/clock";
import { forgetHelper, helperNow } from "@/lib/comments/screening/at-hand";
import { fromBytes, toBytes } from "@/lib/comments/screening/learned/bytes";
import { type Model, scoreOf } from "@/lib/comments/screening/learned/model";
import { train } from "@/lib/comments/screening/learned/training";
import { db, isTaken } from "@/lib/db";
import { record } from "@/lib/events";
import { type Case, decidedCases, exampleFrom, lastDecided } from "@/lib/moderation/cases";
import { helperSettings, latestOfTrials } from "@/lib/moderation/helper-screen";
import { earnedFrom } from "@/lib/moderation/helper-standing";
import { fewestDecisions, fewestOfAKind, learnsAfter, learnsAfterShare, scoredAnew } from "@/lib/moderation/limits";
import { type HelperChange, helperChange } from "@/lib/moderation/schema";
import { processState } from "@/lib/process-state";

/** Whom an event about the helper concerns: the nil UUID. */
const helperSubject = "00000000-0000-0000-0000-000000000000";
/** Models whose bytes are kept: the one in use, and the one that another process may still be reading. */
const keptModels = 2;
/** Comments scored between two breaths of the process. */
const batch = 100;

/**
 * Learns from what was decided since, if that is enough: each decision is first scored by the model that did not know it, then learned. The past
 * of a site that begins with decisions is replayed in its order. Safe to run at any time, twice too. Then what waits is scored anew.
 */
export async function learn(): Promise<void> {
  if (await learnFromDecisions()) await scoreWaiting();
  else await scoreNew();
}

/** The last decision that this process has looked at, and the model that it then knew. */
let lookedAt = "";

async function learnFromDecisions(): Promise<boolean> {
  const newest = await db.learnedModel.findFirst({ orderBy: { number: "desc" } });
  const model = newest?.bytes ? fromBytes(newest.bytes) : null;
  const { at: last, count } = await lastDecided();
  const here = `${count} ${last?.toISOString()} ${newest?.number} ${newest?.at.toISOString()}`;
  if (!last || here === lookedAt) return false;
  const cases = await decidedCases();
  const until = model && newest ? newest.learnedUntil : null;
  const known = until === null ? 0 : cases.filter(({ at }) => at <= until).length;
  const number = newest?.number ?? 0;
  // Decisions of old that came later (an import) were not seen when their time was learned.
  const missed = model && newest ? known - newest.decisions : 0;
  const stored = await replay(cases, { model, known, missed, number });
  await weighStanding();
  lookedAt = here;
  return stored;
}

/** Scores what is next, learns it, and so on to the end. In steps of half as much again, so that a long past costs three times its last step. */
async function replay(
  cases: readonly Case[],
  from: { model: Model | null; known: number; missed: number; number: number },
): Promise<boolean> {
  let { model, known } = from;
  const began = performance.now();
  let learned: Uint8Array | null = null;
  while (known < cases.length) {
    const next = model ? Math.min(cases.length, Math.max(known + learnsAfter, Math.ceil(known * 1.5))) : firstOf(cases);
    if (next === null) break;
    if (model) await noteTrials(model, from.number, cases.slice(known, next));
    // Too few to learn anew: they are scored, and learned with those that come.
    if (model && next - known < enoughAfter(known)) break;
    learned = await learnApart(cases.slice(0, next));
    model = fromBytes(learned);
    known = next;
  }
  if (!learned && from.missed >= enoughAfter(known)) {
    learned = await learnApart(cases);
    model = fromBytes(learned);
    known = cases.length;
  }
  const last = cases[known - 1];
  // Where all was overturned there is nothing to tell apart.
  if (!learned || !model || !last || model.bad === 0 || model.bad === model.decisions) return false;
  const row = { decisions: model.decisions, bad: model.bad, learnedUntil: last.at };
  return store(from.number + 1, learned, { ...row, milliseconds: Math.round(performance.now() - began) });
}

const enoughAfter = (known: number) => Math.max(learnsAfter, learnsAfterShare * known);

const learnApart = async (cases: readonly Case[]): Promise<Uint8Array> => {
  const decided = cases.map(({ text, published, bad }) => ({ text, published, bad }));
  const { learnApart: apart } = processState();
  return apart ? apart(decided) : toBytes(train(decided));
};

/** How many of the first decisions are enough to begin with, or null. */
function firstOf(cases: readonly Case[]): number | null {
  let [bads, goods] = [0, 0];
  for (const [at, { bad }] of cases.entries()) {
    if (bad) bads++;
    else goods++;
    if (at + 1 >= fewestDecisions && bads >= fewestOfAKind && goods >= fewestOfAKind) return at + 1;
  }
  return null;
}

/** A decision counts once, as it was first scored: whoever comes second changes nothing. */
async function noteTrials(model: Model, number: number, cases: readonly Case[]): Promise<void> {
  for (let from = 0; from < cases.length; from += batch) {
    const data = cases.slice(from, from + batch).map((each) => ({
      commentId: each.commentId,
      model: number,
      score: scoreOf(model, each),
      bad: each.bad,
      at: each.at,
    }));
    await db.learnedTrial.createMany({ data, skipDuplicates: true });
  }
}

async function store(
  number: number,
  bytes: Uint8Array,
  about: { decisions: number; bad: number; learnedUntil: Date; milliseconds: number },
): Promise<boolean> {
  try {
    await db.learnedModel.create({
      data: { number, bytes: Uint8Array.from(bytes), ...about, at: now() },
      select: { number: true },
    });
  } catch (thrown) {
    // Another worker learned the same meanwhile.
    if (isTaken(thrown)) return false;
    throw thrown;
  }
  await db.learnedModel.updateMany({ where: { number: { lte: number - keptModels } }, data: { bytes: null } });
  forgetHelper();
  return true;
}

/** From which score the helper has earned to hold, by the decisions that it had not seen; what it no longer shows, it loses. */
async function weighStanding(): Promise<void> {
  const { precision, holdsFrom } = await helperSettings();
  const earned = earnedFrom(await latestOfTrials(), precision);
  if (earned === holdsFrom) return;
  await db.helperSettings.upsert({ where: { id: 1 }, create: { holdsFrom: earned }, update: { holdsFrom: earned } });
  forgetHelper();
}

/** Changes what the helper may do and how precise it must be. What it has earned is weighed anew. */
export async function changeHelper(by: Admin, input: HelperChange): Promise<void> {
  const { leave, precision } = helperChange.parse(input);
  const before = await helperSettings();
  const earned = earnedFrom(await latestOfTrials(), precision ?? before.precision);
  const after = {
    leave: leave ?? before.leave,
    precision: precision ?? before.precision,
    holdsFrom: earned,
    changedAt: when(by),
  };
  await db.helperSettings.upsert({ where: { id: 1 }, create: after, update: after });
  await record(by, "settings.changed", helperSubject, { helper: after.leave, precision: after.precision });
  forgetHelper();
}

interface Waiting {
  id: string;
  html: string;
  published: number | null;
}

/** Scores every comment that waits, those that wait longest first. */
async function scoreWaiting(): Promise<void> {
  await db.$queryRaw`DELETE FROM learned_scores s USING comments c WHERE c.id = s."commentId" AND c.status <> 'pending'`;
  for (let done = 0; done < scoredAnew; done += batch) if ((await scoreBatch(true)) < batch) return;
}

/** Scores what waits without a score: it came before there was a helper, or while one was read. */
async function scoreNew(): Promise<void> {
  if (await helperNow()) await scoreBatch(false);
}

/** The next comments that wait and have no score or, `anew`, one by another model. */
async function scoreBatch(anew: boolean): Promise<number> {
  const helper = await helperNow();
  if (!helper) return 0;
  const rows = await db.$queryRaw<Waiting[]>`
    SELECT c.id::text AS id, c.html, (c.screened->>'published')::int AS published
    FROM comments c LEFT JOIN learned_scores s ON s."commentId" = c.id
    WHERE c.status = 'pending' AND (s."commentId" IS NULL OR (${anew}::boolean AND s.model <> ${helper.number}::int))
    ORDER BY c."createdAt", c.id LIMIT ${batch}::int`;
  if (rows.length === 0) return 0;
  const scores = rows.map((row) => scoreOf(helper.model, exampleFrom(row)));
  await db.$queryRaw`
    INSERT INTO learned_scores ("commentId", model, score)
    SELECT c.id, ${helper.number}::int, given.score
    FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${scores}::real[]) AS given (id, score)
    JOIN comments c ON c.id = given.id
    ON CONFLICT ("commentId") DO UPDATE SET model = EXCLUDED.model, score = EXCLUDED.score`;
  return rows.length;
}
