import { moderates } from "@/lib/account-status";
import { stillModerates, stillWrites } from "@/lib/accounts/queries";
import { type Member, type Moderator, type System, type Viewer, when } from "@/lib/actor";
import { after, now, second } from "@/lib/clock";
import { undoSeconds } from "@/lib/comments/limits";
import { changeStatus, countReports } from "@/lib/comments/mutations";
import { tellAgain } from "@/lib/comments/telling";
import { db, type Prisma, settled, transaction, transactionSoon } from "@/lib/db";
import { AppError, asAppError, needsAccount, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs";
import { t } from "@/lib/messages";
import { stateDecision } from "@/lib/moderation/fairness/statements";
import { mayDecide, mayReport, needsReason, outcomeOf } from "@/lib/moderation/policy";
import { decisionFields, decisionsById, toDecision } from "@/lib/moderation/queries";
import { queueFields, toModeratedComment } from "@/lib/moderation/queue-item";
import {
  type Decided,
  type DecidedMany,
  type DecisionInput,
  type DecisionsInput,
  decisionInput,
  type ReportInput,
} from "@/lib/moderation/schema";
import type { CommentStatus, DecisionAction, ReportStatus } from "@/prisma/generated/enums";

export interface Locked {
  id: string;
  authorId: string | null;
  status: CommentStatus;
  revision: number;
  openReports: number;
  articlePublished: boolean;
}

/** The comment as it stands, locked until the transaction ends: of two decisions, or a decision and a report, the second sees what the first did. */
export async function locked(id: string): Promise<Locked> {
  const [comment] = await db.$queryRaw<Locked[]>`
    SELECT c.id::text AS id, c."authorId"::text AS "authorId", c.status::text AS status, c.revision, c."openReports",
      a.status = 'published' AS "articlePublished"
    FROM comments c JOIN articles a ON a.id = c."articleId"
    WHERE c.id = ${id}::uuid
    FOR NO KEY UPDATE OF c`;
  if (!comment) throw notFound();
  return comment;
}

/**
 * Reports a comment that readers see. A reader's second report of it changes nothing and resolves to the first, with `first: false`.
 * Throws `not_found` for a comment that readers do not see, `forbidden` for one's own.
 */
export async function reportComment(by: Member, id: string, { reason, note }: ReportInput) {
  return transaction(async () => {
    const comment = await locked(id);
    if (comment.status !== "published" || !comment.articlePublished) throw notFound();
    if (!mayReport(by, comment)) throw new AppError("forbidden", t("moderation.fault.reportOwn"));
    if (!(await stillWrites(by.id))) throw needsAccount("member");
    const first = await fileReport(by, comment, { reporterId: by.id, reason, note }, { reason });
    const { createdAt, ...report } = await db.report.findUniqueOrThrow({
      where: { commentId_reporterId: { commentId: id, reporterId: by.id } },
      select: { id: true, commentId: true, reason: true, note: true, status: true, createdAt: true },
    });
    return { first, report: { ...report, at: createdAt.toISOString() } };
  });
}

type Filed = Omit<Prisma.ReportCreateManyInput, "id" | "commentId" | "createdAt" | "status" | "decisionId">;

/** Files a report of a comment that is `locked`. Gives whether it was the first by its reporter or from its address: a unique index decides. */
export async function fileReport(
  by: Viewer | System,
  { id, openReports }: Locked,
  report: Filed,
  told: Prisma.InputJsonObject,
): Promise<boolean> {
  const { count } = await db.report.createMany({
    data: { id: newId(), commentId: id, createdAt: when(by), ...report },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await countReports(id, openReports + 1);
  await record(by, "comment.reported", id, told);
  return true;
}

/** Takes the name off the reports of somebody who closed their account; what they say stands. */
export async function takeNameOffReports(reporterId: string): Promise<void> {
  await db.report.updateMany({ where: { reporterId }, data: { reporterId: null } });
}

/**
 * Decides on a comment as it was at `revision`: its status, its reports, the counters, the log row and the event change together or not at all.
 * Nobody is told for `undoSeconds`, in which it can be undone (lib/moderation/undoing.ts).
 * Throws `not_found`; `forbidden` on one's own, and for somebody who is no moderator any more;
 * `conflict` where the comment changed since, where its status does not allow the action, or where somebody decided after `asked`, when
 * this decision was sent: of two at once one wins, even where the table would let the second follow the first.
 */
export async function decide(by: Moderator, id: string, input: DecisionInput, asked = now()): Promise<Decided> {
  return transaction(async () => decidedAs(id, await takeDecision(by, id, input, asked)));
}

/** Decides as `decide` says, in a transaction; gives the decision's id. */
async function takeDecision(by: Moderator, id: string, input: DecisionInput, asked: Date): Promise<string> {
  const { action, revision, note, ...given } = decisionInput.parse(input);
  // The contract leaves the reason open; what is taken from a writer still gets one.
  const reason = given.reason ?? (needsReason(action) ? "other" : null);
  return transaction(async () => {
    const comment = await locked(id);
    const { moderates, overtaken: late } = await knownOnceLocked(by, id, asked);
    if (!moderates) throw needsAccount("moderatorStill");
    if (!mayDecide(by, comment)) throw new AppError("forbidden", t("moderation.fault.own"));
    const toStatus = outcomeOf(action, comment);
    if (comment.revision !== revision || toStatus === null) throw overtaken(comment, revision, action);
    if (!by.at && late) throw atTheSameTime(comment);

    if (toStatus !== comment.status) await changeStatus(id, { from: comment.status, to: toStatus, revision });
    const decision = { id: newId(), commentId: id, revision, action, reason, note, at: when(by) };
    await db.decision.create({
      data: { ...decision, moderatorId: by.id, fromStatus: comment.status, toStatus },
      select: { id: true },
    });
    const answered = comment.openReports > 0 ? await answerReports(id, decision.id, action) : 0;
    if (!by.at) await tellOf(decision, answered);
    const told = { decisionId: decision.id, action, reason, revision, before: comment.status, after: toStatus };
    await record(by, "comment.decided", id, told, note);
    await stateDecision(by, decision);
    return decision.id;
  });
}

/** What may have come to be while the comment was waited for: that its moderator is none any more, that it was decided on after this was sent. */
async function knownOnceLocked(by: Moderator, commentId: string, asked: Date) {
  const [known] = await db.$queryRaw<{ moderates: boolean; overtaken: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM accounts a WHERE a.id = ${by.id}::uuid AND ${moderates}) AS moderates,
      EXISTS (SELECT 1 FROM decisions WHERE "commentId" = ${commentId}::uuid AND at >= ${asked}::timestamptz) AS overtaken`;
  return known ?? { moderates: false, overtaken: false };
}

/** Rights that end while a batch runs end for the rest of it. */
export async function requireStillModerates(by: Moderator): Promise<void> {
  if (!(await stillModerates(by.id))) throw needsAccount("moderatorStill");
}

interface Tellable {
  id: string;
  commentId: string;
  action: DecisionAction;
  at: Date;
}

/**
 * Enqueues telling the writer, those whose reports were answered and, of what was let through or given back, those whom it calls and who were not
 * told before. Not until it can no longer be undone.
 */
export async function tellOf({ id, commentId, action, at }: Tellable, reportsAnswered = 0): Promise<void> {
  const runAt = after(at, undoSeconds * second);
  if (reportsAnswered > 0) await enqueue("tell_of_reports", { decisionId: id }, { runAt });
  if (action !== "dismiss_reports") await enqueue("tell_of_decision", { decisionId: id }, { runAt });
  if (action === "approve") await enqueue("tell_of_comment", { commentId, at: at.toISOString() }, { runAt });
  if (action === "restore") await tellAgain(commentId, at, runAt);
}

const atTheSameTime = ({ status, revision }: Locked) =>
  new AppError("conflict", t("moderation.fault.atOnce"), {
    members: { current: { status, revision } },
  });

interface Answered {
  id: string;
  refused: AppError | null;
  decisionId: string;
}

/**
 * Decides on each of these by itself, in a transaction of its own: what is refused for one leaves the others alone. All wait for the disk once, before
 * this resolves. With an Idempotency-Key all are in the transaction that stores the answer, since the two stand or fall together.
 */
export async function decideMany(
  by: Moderator,
  { items, ...verdict }: DecisionsInput,
  asked = now(),
): Promise<DecidedMany> {
  const answers: Answered[] = [];
  for (const { id, revision } of items) answers.push(await decideSoon(by, id, { ...verdict, revision }, asked));
  await settled();
  const taken = await decisionsById(answers.map(({ decisionId }) => decisionId).filter(Boolean));
  return {
    items: answers.map(({ id, refused, decisionId }) =>
      refused
        ? { id, status: refused.status, code: refused.code, detail: refused.message }
        : { id, status: 200, decision: taken.get(decisionId) },
    ),
  };
}

async function decideSoon(by: Moderator, id: string, input: DecisionInput, asked: Date): Promise<Answered> {
  try {
    const decisionId = await transactionSoon(() => takeDecision(by, id, input, asked));
    return { id, refused: null, decisionId };
  } catch (thrown) {
    const refused = asAppError(thrown);
    if (refused.status >= 500) throw thrown;
    return { id, refused, decisionId: "" };
  }
}

const reportsBecome: Partial<Record<DecisionAction, ReportStatus>> = {
  reject: "upheld",
  remove: "upheld",
  dismiss_reports: "dismissed",
};

/** Gives how many there were. */
async function answerReports(commentId: string, decisionId: string, action: DecisionAction): Promise<number> {
  const status = reportsBecome[action];
  if (!status) return 0;
  const { count } = await db.report.updateMany({
    where: { commentId, status: "open" },
    data: { status, decisionId },
  });
  await countReports(commentId, 0);
  return count;
}

/** Reports that a decision answered are open again, and counted, as are those that came since. */
export async function reopenReports(commentId: string, decisionId: string): Promise<void> {
  const { count } = await db.report.updateMany({
    where: { decisionId },
    data: { status: "open", decisionId: null },
  });
  if (count > 0) await countReports(commentId, await db.report.count({ where: { commentId, status: "open" } }));
}

function overtaken({ status, revision }: Locked, seen: number, action: DecisionAction): AppError {
  const members = { current: { status, revision } };
  return revision === seen
    ? new AppError("conflict", t("moderation.fault.impossible", { status, action }), {
        members,
      })
    : new AppError("conflict", t("moderation.fault.rewritten"), {
        members,
      });
}

/** A decision with the comment as it now is. */
export async function decidedAs(commentId: string, decisionId: string): Promise<Decided> {
  const decision = await db.decision.findUniqueOrThrow({ where: { id: decisionId }, select: decisionFields });
  const comment = await db.comment.findUniqueOrThrow({ where: { id: commentId }, select: queueFields });
  return { comment: toModeratedComment(comment), decision: toDecision(decision) };
}
