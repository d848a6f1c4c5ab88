import { type Moderator, type Viewer, when } from "@/lib/actor";
import { db, transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs";
import { formatDay, t } from "@/lib/messages";
import { canObject, isTold, mayAnswer, objectUntil } from "@/lib/moderation/fairness/policy";
import type { AnswerInput, ObjectionInput } from "@/lib/moderation/fairness/schema";
import { decide, requireStillModerates } from "@/lib/moderation/mutations";
import { endSanction } from "@/lib/moderation/people/mutations";
import { viewerOf } from "@/lib/session";

/**
 * Objects to a measure against oneself: once, within six months of having been told. A second time changes nothing and gives the first, with
 * `first: false`. Throws `not_found` for a statement of somebody else's, `conflict` when it is too late or was taken back.
 */
export async function object(by: Viewer, statementId: string, { words }: ObjectionInput) {
  return transaction(async () => {
    const statement = await ownLocked(by, statementId);
    const at = when(by);
    if (!isTold(statement, at)) throw notFound();
    const { measure, reason, objection } = statement;
    if (objection) return { first: false, id: objection.id };
    if (!canObject(statement, at)) throw tooLate(statement);
    const id = newId();
    await db.objection.create({ data: { id, statementId, accountId: by.id, words, at }, select: { id: true } });
    // Its words stay with the objection alone, which goes when its writer leaves.
    await record(by, "objection.made", id, { measure, reason });
    return { first: true, id };
  });
}

/** Locked, so that of two objections at once, or one and an undo, the second sees what the first did. */
async function ownLocked({ id: accountId }: Viewer, id: string) {
  await db.$queryRaw`SELECT 1 AS locked FROM statements WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const statement = await db.statement.findFirst({
    where: { id, accountId },
    select: {
      ...{ measure: true, reason: true, tellsAt: true, withdrawnAt: true },
      objection: { select: { id: true } },
    },
  });
  if (!statement) throw notFound();
  return statement;
}

function tooLate(statement: { tellsAt: Date; withdrawnAt: Date | null }): AppError {
  if (statement.withdrawnAt) return new AppError("conflict", t("fairness.fault.takenBack"));
  return new AppError("conflict", t("fairness.fault.tooLate", { day: formatDay(objectUntil(statement)) }));
}

/** As `object`, for whoever holds the link that was mailed: who is banned does not sign in. */
export async function objectByLetter(statementId: string, input: ObjectionInput) {
  const statement = await db.statement.findUnique({ where: { id: statementId }, select: { accountId: true } });
  const by = statement && (await viewerOf(statement.accountId));
  if (!by || by.status === "closed") throw notFound();
  return object(by, statementId, input);
}

/**
 * Answers an objection, with reasons. What is granted is put right in the same transaction, by whoever answers: the comment is published again, the
 * measure ends. Throws `not_found`, `conflict` where it was answered, `forbidden` for who decided (the database refuses them too) or objects.
 */
export async function answerObjection(by: Moderator, id: string, { outcome, answer }: AnswerInput): Promise<void> {
  await transaction(async () => {
    const objection = await locked(id);
    if (objection.status !== "open") throw new AppError("conflict", t("fairness.fault.answered"));
    if (!mayAnswer(by, objection)) throw new AppError("forbidden", t("fairness.fault.another"));
    await requireStillModerates(by);
    const decisionId = outcome === "granted" ? await putRight(by, objection.statement, answer) : null;
    const answered = { status: outcome, answer, answeredAt: when(by), handledById: by.id, decisionId };
    await db.objection.update({ where: { id }, data: answered, select: { id: true } });
    const { measure, reason } = objection.statement;
    await record(by, "objection.answered", id, { outcome, measure, reason }, answer);
    if (!by.at) await enqueue("tell_of_objection", { objectionId: id });
  });
}

async function locked(id: string) {
  await db.$queryRaw`SELECT 1 AS locked FROM objections WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const objection = await db.objection.findUnique({
    where: { id },
    select: {
      ...{ status: true, accountId: true, decidedById: true },
      statement: {
        select: {
          ...{ measure: true, reason: true, commentId: true, sanctionId: true },
          decision: { select: { revision: true } },
        },
      },
    },
  });
  if (!objection) throw notFound();
  return objection;
}

interface Restricted {
  commentId: string | null;
  sanctionId: string | null;
  decision: { revision: number } | null;
}

/** Takes back what was objected to, where it still stands. Gives the decision that did it, if one did. */
async function putRight(
  by: Moderator,
  { commentId, sanctionId, decision: objectedTo }: Restricted,
  note: string,
): Promise<string | null> {
  if (sanctionId) await endMeasure(by, sanctionId, note);
  const comment = commentId
    ? await db.comment.findUnique({ where: { id: commentId }, select: { id: true, status: true, revision: true } })
    : null;
  // Other words than those that were objected to are decided on by themselves.
  if (comment?.status === "pending") throw new AppError("conflict", t("fairness.fault.changed"));
  if (comment?.status !== "rejected" && comment?.status !== "removed") return null;
  const { id, status, revision } = comment;
  if (revision !== objectedTo?.revision) throw new AppError("conflict", t("fairness.fault.changed"));
  const { decision } = await decide(by, id, { action: back[status], revision, note });
  return decision.id;
}

const back = { rejected: "approve", removed: "restore" } as const;

async function endMeasure(by: Moderator, id: string, why: string): Promise<void> {
  const measure = await db.sanction.findUnique({ where: { id }, select: { endedAt: true, until: true } });
  const over = !measure || measure.endedAt !== null || (measure.until !== null && measure.until <= when(by));
  if (!over) await endSanction(by, id, { why });
}
