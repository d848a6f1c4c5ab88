import { isMember, isModerator, type Viewer } from "@/lib/actor";
import { actions } from "@/lib/moderation/limits";
import type { CommentStatus, DecisionAction } from "@/prisma/generated/enums";

interface Decidable {
  status: CommentStatus;
  openReports: number;
}

const transitions: Record<DecisionAction, { from: readonly CommentStatus[]; to: CommentStatus }> = {
  approve: { from: ["pending", "rejected"], to: "published" },
  reject: { from: ["pending"], to: "rejected" },
  remove: { from: ["published"], to: "removed" },
  restore: { from: ["removed"], to: "published" },
  dismiss_reports: { from: ["published"], to: "published" },
};

/** The status that a decision leads to, or null where it is not in the table of docs/api.md (Decisions). */
export function outcomeOf(action: DecisionAction, { status, openReports }: Decidable): CommentStatus | null {
  if (action === "dismiss_reports" && openReports === 0) return null;
  const { from, to } = transitions[action];
  return from.includes(status) ? to : null;
}

/** What can be decided about a comment as it stands. */
export function openActions(comment: Decidable): DecisionAction[] {
  return actions.filter((action) => outcomeOf(action, comment) !== null);
}

/** What is taken from a writer is explained to them. */
export function needsReason(action: string): boolean {
  return action === "reject" || action === "remove";
}

/** The reason as a form of ours has it: an empty one is refused where the writer will read it, and left out elsewhere. */
export function chosenReason(action: string, reason: string | undefined): string | undefined {
  return reason || (needsReason(action) ? "" : undefined);
}

/** Moderators and admins, but nobody on their own comment. */
export function mayDecide(viewer: Viewer | null, comment: { authorId: string | null }): boolean {
  return isModerator(viewer) && comment.authorId !== viewer.id;
}

/** Whoever may write, but not on their own comment. */
export function mayReport(viewer: Viewer | null, comment: { authorId: string | null }): boolean {
  return isMember(viewer) && comment.authorId !== viewer.id;
}
