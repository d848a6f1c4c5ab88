import { type Moderator, when } from "@/lib/actor";
import { after, now, second } from "@/lib/clock";
import { undoSeconds } from "@/lib/comments/limits";
import { changeStatus } from "@/lib/comments/mutations";
import { tellAgain } from "@/lib/comments/telling";
import { db, transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { t } from "@/lib/messages";
import { unstateDecision } from "@/lib/moderation/fairness/statements";
import {
  decidedAs,
  type Locked,
  locked,
  reopenReports,
  requireStillModerates,
  tellOf,
} from "@/lib/moderation/mutations";
import type { Decided } from "@/lib/moderation/schema";
import type { CommentStatus, DecisionAction } from "@/prisma/generated/enums";

interface Made {
  id: string;
  commentId: string;
  moderatorId: string | null;
  revision: number;
  action: DecisionAction;
  fromStatus: CommentStatus;
  toStatus: CommentStatus;
  at: Date;
}

/**
 * Takes back a decision that this moderator made in the last `undoSeconds`: the comment, its reports and the counters are as before, nobody is told,
 * and the log says so. Throws `not_found`, `forbidden` for another's decision, `conflict` where the time is over, where it was undone or told before,
 * and where the comment was decided on or changed since.
 */
export async function undoDecision(by: Moderator, id: string): Promise<Decided> {
  return transaction(async () => {
    const decision = await madeBefore(id);
    // Locked before anything is looked at: of two that undo at once the second sees what the first did, and so does whoever tells (lib/notifications).
    const comment = await locked(decision.commentId);
    await requireStillModerates(by);
    if (decision.moderatorId !== by.id) throw new AppError("forbidden", t("moderation.fault.undoAnother"));
    await requireUndoable(decision, comment);
    await db.undoneDecision.create({
      data: { decisionId: id, byId: by.id, at: when(by) },
      select: { decisionId: true },
    });
    const { commentId, fromStatus, toStatus, action } = decision;
    if (toStatus !== fromStatus) await changeStatus(commentId, { from: toStatus, to: fromStatus });
    await reopenReports(commentId, id);
    await unstateDecision(decision, when(by));
    await tellOfOneBefore(decision);
    if (fromStatus === "published" && toStatus !== fromStatus) await tellAgain(commentId, when(by));
    await record(by, "comment.decision_undone", commentId, { undone: id, action, before: toStatus, after: fromStatus });
    return decidedAs(commentId, id);
  });
}

async function madeBefore(id: string): Promise<Made> {
  const decision = await db.decision.findUnique({
    where: { id },
    select: {
      id: true,
      commentId: true,
      moderatorId: true,
      revision: true,
      action: true,
      fromStatus: true,
      toStatus: true,
      at: true,
    },
  });
  if (!decision) throw notFound();
  return decision;
}

async function requireUndoable({ id, revision, toStatus }: Made, comment: Locked): Promise<void> {
  // By the clock of the database, which also lets the jobs begin that tell of it.
  const [known] = await db.$queryRaw<{ undone: boolean; inTime: boolean; told: boolean; followed: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = d.id) AS undone,
      clock_timestamp() < d.at + make_interval(secs => ${undoSeconds}::int) AS "inTime",
      EXISTS (SELECT 1 FROM notifications n WHERE n."commentId" = d."commentId" AND n."eventId" = d.id) AS told,
      EXISTS (
        SELECT 1 FROM decisions later WHERE later."commentId" = d."commentId" AND (later.at, later.id) > (d.at, d.id)
          AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = later.id)
      ) AS followed
    FROM decisions d WHERE d.id = ${id}::uuid`;
  if (known?.undone) throw cannotUndo(t("moderation.fault.undone"), comment);
  if (!known?.inTime || known.told) throw cannotUndo(t("moderation.fault.undoLate", { seconds: undoSeconds }), comment);
  if (known.followed) throw cannotUndo(t("moderation.fault.undoFollowed"), comment);
  if (comment.revision !== revision) throw cannotUndo(t("moderation.fault.undoRewritten"), comment);
  if (comment.status !== toStatus) throw cannotUndo(t("moderation.fault.undoChanged"), comment);
}

const cannotUndo = (detail: string, { status, revision }: Locked) =>
  new AppError("conflict", detail, { members: { current: { status, revision } } });

/** The decision that stands again was perhaps not told, since the one now undone had overtaken it. Whoever was told is not told again. */
async function tellOfOneBefore({ commentId, at }: Made): Promise<void> {
  const before = await db.decision.findFirst({
    where: {
      commentId,
      undone: null,
      action: { not: "dismiss_reports" },
      at: { gt: after(at, -undoSeconds * second), lte: at },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, commentId: true, action: true, at: true },
  });
  if (before) await tellOf(before);
}

/** The latest decision of this moderator that can still be undone, and until when; for a page without scripts. */
export async function undoableNow(by: Moderator) {
  const [made] = await db.$queryRaw<{ id: string; commentId: string; action: DecisionAction; left: number }[]>`
    SELECT d.id::text AS id, d."commentId"::text AS "commentId", d.action::text AS action,
      (${undoSeconds}::int - extract(epoch FROM clock_timestamp() - d.at))::float AS left
    FROM decisions d JOIN comments c ON c.id = d."commentId" AND c.status = d."toStatus" AND c.revision = d.revision
    WHERE d.at > ${now()}::timestamptz - make_interval(secs => ${undoSeconds}::int) AND d."moderatorId" = ${by.id}::uuid
      AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = d.id)
    ORDER BY d.at DESC, d.id DESC LIMIT 1`;
  return made && made.left > 0 ? { ...made, left: Math.ceil(made.left) } : null;
}
