import { type System, type Viewer, when } from "@/lib/actor";
import { after, second } from "@/lib/clock";
import { undoSeconds } from "@/lib/comments/limits";
import { db, Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { forgetNotes, record, recording } from "@/lib/events";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs";
import { t } from "@/lib/messages";
import { groundOf } from "@/lib/moderation/fairness/policy";
import type { DecisionAction, Means, Measure, ReportReason } from "@/prisma/generated/enums";

interface Reasons {
  accountId: string;
  measure: Measure;
  reason: ReportReason;
  /** What is told in a moderator's words. */
  facts: string;
  /** How it came to light; a moderator's own look unless told. */
  foundBy?: Means;
}

/**
 * Writes down why somebody is restricted (EU 2022/2065 art. 17), in the transaction of the measure against them, and has them told at once.
 * Resolves to its id.
 */
export async function issueStatement(
  by: Viewer | System,
  { sanctionId, ...reasons }: Reasons & { sanctionId: string },
): Promise<string> {
  const { measure, reason, foundBy = "moderator" } = reasons;
  const [id, at, ground] = [newId(), when(by), groundOf(reason)];
  const statement = { id, sanctionId, ...reasons, ground, foundBy, automated, at, tellsAt: at };
  await db.statement.create({ data: statement, select: { id: true } });
  // Of which measure: the transparency report counts by it (lib/moderation/figures/entries.ts).
  await record(by, "statement.issued", id, { of: sanctionId, measure, ground, reason, foundBy, automated });
  if (!by.at) await enqueue("tell_of_statement", { statementId: id });
  return id;
}

const measures: Partial<Record<DecisionAction, Measure>> = { reject: "comment_rejected", remove: "comment_removed" };

interface DecisionMade {
  id: string;
  commentId: string;
  action: DecisionAction;
  reason: ReportReason | null;
  note: string;
  at: Date;
}

/**
 * As `issueStatement`, for a decision that takes a comment from its readers; the writer is told when it cannot be taken back any more. A decision
 * that gives a comment back takes back what was stated on it. To be called when the decision has answered its reports.
 */
export async function stateDecision(
  by: Viewer | System,
  { id, commentId, action, ...made }: DecisionMade,
): Promise<void> {
  const { at, note, reason: given } = made;
  if (action === "approve" || action === "restore") await withdraw({ commentId }, at);
  const measure = measures[action];
  if (!measure) return;
  const [statementId, reason] = [newId(), given ?? "other"];
  const ground = groundOf(reason);
  const told = JSON.stringify({ of: id, measure, ground, reason, automated });
  const data = Prisma.sql`${told}::jsonb || jsonb_build_object('foundBy', issued."foundBy")`;
  const tellsAt = by.at ? at : after(at, undoSeconds * second);
  // One statement, since a hundred decisions may be made at once. Of a comment that is nobody's any more nobody is told.
  await db.$queryRaw`
    WITH issued AS (
      INSERT INTO statements (id, "accountId", "commentId", "decisionId", measure, ground, reason, facts, "foundBy", automated, at, "tellsAt")
      SELECT ${statementId}::uuid, c."authorId", c.id, d.id, ${measure}::"Measure", ${ground}::"Ground", ${reason}::"ReportReason", ${note},
        ${foundBy}::"Means", ${automated}, ${at}::timestamptz, ${tellsAt}::timestamptz
      FROM comments c JOIN decisions d ON d.id = ${id}::uuid WHERE c.id = ${commentId}::uuid AND c."authorId" IS NOT NULL
      RETURNING "foundBy"
    ), recorded AS (${recording(by, "statement.issued", statementId, data, Prisma.sql`issued`)})
    SELECT count(*)::int AS issued FROM issued`;
}

/** How a comment (c) came before who decided (d): by a report, by the rules that held it, by the helper, or by neither. */
const foundBy = Prisma.sql`(CASE
  WHEN EXISTS (SELECT 1 FROM reports r WHERE r."decisionId" = d.id) THEN 'report'
  WHEN d."fromStatus" <> 'pending' OR cardinality(held_steps(c.held)) = 0 THEN 'moderator'
  WHEN held_steps(c.held) = '{learned}' THEN 'helper'
  ELSE 'rules' END)`;

/** A person decided each of these; what a machine found is `foundBy`. */
const automated = false;

/**
 * Takes back what was stated with a decision that is being undone, in the undo's transaction: nobody is told of it, and what the decision itself
 * took back stands again. Throws `conflict` for one that answers an objection, and where its writer has been told: the row is locked, so of an undo
 * and the telling one sees the other.
 */
export async function unstateDecision({ id, commentId, at }: Pick<DecisionMade, "id" | "commentId" | "at">, now: Date) {
  await db.$queryRaw`SELECT 1 AS locked FROM statements WHERE "decisionId" = ${id}::uuid FOR UPDATE`;
  if ((await db.objection.count({ where: { decisionId: id } })) > 0)
    throw new AppError("conflict", t("fairness.fault.undoAnswered"));
  if ((await db.notification.count({ where: { statement: { decisionId: id } } })) > 0)
    throw new AppError("conflict", t("fairness.fault.undoTold"));
  await withdraw({ decisionId: id }, now);
  await db.statement.updateMany({ where: { commentId, withdrawnAt: at }, data: { withdrawnAt: null } });
}

/**
 * Forgets what somebody was told of why they were restricted, and with it what they objected and were answered: they closed their account. The log keeps
 * that it was, without a name.
 */
export async function forgetStatements(accountId: string): Promise<void> {
  const objections = await db.objection.findMany({ where: { accountId }, select: { id: true } });
  await forgetNotes(objections.map(({ id }) => id));
  await db.statement.deleteMany({ where: { accountId } });
}

/** Notes that a measure was ended before its time, or a decision turned round: what was stated does not hold any more. */
export async function withdraw(
  of: { commentId: string } | { decisionId: string } | { sanctionId: string },
  at: Date,
): Promise<void> {
  await db.statement.updateMany({ where: { ...of, withdrawnAt: null }, data: { withdrawnAt: at } });
}
