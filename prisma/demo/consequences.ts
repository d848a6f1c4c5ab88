import { after, day, hour, minute } from "@/lib/clock";
import { db } from "@/lib/db";
import { answerObjection, object } from "@/lib/moderation/fairness/mutations";
import { endSanction, sanction } from "@/lib/moderation/people/mutations";
import { type DemoMeasure, type DemoObjection, measures, objections } from "@/prisma/demo/aftermath";
import type { Season } from "@/prisma/demo/letters";
import type { PasserBy } from "@/prisma/demo/passers-by";
import type { Step } from "@/prisma/demo/step";
import type { Submission } from "@/prisma/demo/submissions";

/** What followed for those who were turned away: measures against them, and their objections with the answers. */
export function consequences(season: Season, sent: readonly Submission[]): Step[] {
  const inOrder = sent.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const turnedAway = (key: PasserBy) => inOrder.filter(({ by, reason }) => by === key && reason);
  return [
    ...measures.flatMap((measure) => stepsOfMeasure(season, measure, turnedAway(measure.against))),
    ...objections.flatMap((objection) => stepsOfObjection(season, objection, turnedAway(objection.by))),
  ];
}

function stepsOfMeasure(season: Season, measure: DemoMeasure, theirs: readonly Submission[]): Step[] {
  const { against, kind, reason, message, after: count = theirs.length, ended } = measure;
  const last = theirs[count - 1];
  if (!last) return [];
  const at = season.before(after(last.at, 4 * hour));
  let id = "";
  const taken: Step = {
    at,
    run: async () => {
      const { by } = season.moderator(at);
      id = (await sanction(by, season.stranger(against, at).id, { kind, reason, message, until: null })).id;
    },
  };
  if (!ended) return [taken];
  const end = season.before(after(at, ended.days * day));
  return [taken, { at: end, run: () => endSanction(season.moderator(end).by, id, { why: ended.why }) }];
}

function stepsOfObjection(season: Season, objection: DemoObjection, theirs: readonly Submission[]): Step[] {
  const about = theirs[objection.nth - 1];
  if (!about) return [];
  const { by, hours, words, answer } = objection;
  // A day and a half after it was written it has been decided on, whatever the night and the weekend.
  const at = season.before(after(about.at, 36 * hour + hours * hour));
  let id = "";
  const made: Step = {
    at,
    run: async () => {
      const statement = await db.statement.findFirstOrThrow({
        where: { decisionId: about.decisionId ?? "" },
        select: { id: true },
      });
      id = (await object(season.stranger(by, at), statement.id, { words })).id;
    },
  };
  if (!answer) return [made];
  const answered = season.before(after(at, answer.hours * hour + minute));
  const run = async () => {
    const { by: other } = season.moderator(answered, about.decidedBy);
    await answerObjection(other, id, { outcome: answer.outcome, answer: answer.words });
  };
  return [made, { at: answered, run }];
}
