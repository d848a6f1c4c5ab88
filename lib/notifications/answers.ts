import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import type { Jobs } from "@/lib/jobs";
import { mailOutcomes } from "@/lib/moderation/fairness/outside-reports";
import { tell, undoingDone } from "@/lib/notifications/mutations";
import { answeredBy, objectedWith, restrictedBy } from "@/lib/notifications/recipients";

/** Tells somebody why a measure was taken against them, unless it was ended before. */
export async function tellOfStatement(
  { statementId }: Jobs["tell_of_statement"],
  { mailed = true } = {},
): Promise<void> {
  const statement = await db.statement.findUnique({ where: { id: statementId }, select: { tellsAt: true } });
  if (!statement) return;
  const happened = { eventId: statementId, commentId: null, statementId, actorId: null, at: statement.tellsAt, mailed };
  await tell(happened, restrictedBy(statementId));
}

/** Tells those who reported a comment what was decided on it (EU 2022/2065 art. 16(5)): in the inbox, or by mail those without an account. */
export async function tellOfReports({ decisionId }: Jobs["tell_of_reports"], { mailed = true } = {}): Promise<void> {
  const decision = await db.decision.findUnique({ where: { id: decisionId }, select: { commentId: true } });
  if (!decision) return;
  const { commentId } = decision;
  await transaction(async () => {
    await undoingDone(commentId);
    await tell({ eventId: decisionId, commentId, actorId: null, at: now(), mailed }, answeredBy(decisionId));
    if (mailed) await mailOutcomes(decisionId);
  });
}

/** Tells whoever objected what came of it, and why. */
export async function tellOfObjection(
  { objectionId }: Jobs["tell_of_objection"],
  { mailed = true } = {},
): Promise<void> {
  const objection = await db.objection.findUnique({
    where: { id: objectionId },
    select: { answeredAt: true, statementId: true, statement: { select: { commentId: true } } },
  });
  if (!objection?.answeredAt) return;
  const { answeredAt: at, statementId, statement } = objection;
  const happened = { eventId: objectionId, commentId: statement.commentId, statementId, actorId: null, at, mailed };
  await tell(happened, objectedWith(objectionId));
}
