import { isMember, isModerator, type Viewer } from "@/lib/actor";
import { canEdit as canEditArticle } from "@/lib/articles/policy";
import { after, minute } from "@/lib/clock";
import type { CommentStatus, Voting } from "@/prisma/generated/enums";

interface Written {
  authorId: string | null;
  status: CommentStatus;
}
interface Dated extends Written {
  createdAt: Date;
}

/** Whether it was written by this viewer. */
export function isOwn(viewer: Viewer | null, comment: { authorId: string | null }): boolean {
  return viewer !== null && comment.authorId === viewer.id;
}

/** Whether everybody sees the comment, or a tombstone in its place over replies that stand; the article is assumed published. */
export function isShown({ status, replyCount }: { status: CommentStatus; replyCount: number }): boolean {
  return status === "published" || replyCount > 0;
}

/** Whether this viewer reads its words: everybody a published one, its writer and moderators one that waits or was refused. */
export function canRead(viewer: Viewer | null, comment: Written): boolean {
  if (comment.status === "published") return true;
  if (comment.status === "pending" || comment.status === "rejected")
    return isOwn(viewer, comment) || isModerator(viewer);
  return false;
}

/** Whether replies may hang under it. */
export function takesReplies(comment: { status: CommentStatus }): boolean {
  return comment.status === "published";
}

/** When its writer can no longer change it. */
export function editableUntil({ createdAt }: { createdAt: Date }, windowMinutes: number): Date {
  return after(createdAt, windowMinutes * minute);
}

const standing: readonly CommentStatus[] = ["published", "pending", "rejected"];

/** Whether its writer may still change its words at that moment. */
export function canEdit(viewer: Viewer | null, comment: Dated, windowMinutes: number, at: Date): boolean {
  return canWithdraw(viewer, comment) && at < editableUntil(comment, windowMinutes);
}

/** Whether its writer may take it back: always, unless a moderator removed it. */
export function canWithdraw(viewer: Viewer | null, comment: Written): boolean {
  return isMember(viewer) && isOwn(viewer, comment) && standing.includes(comment.status);
}

/** Whether they may vote on it: a published one that is not their own. */
export function canVote(viewer: Viewer | null, comment: Written): boolean {
  return isMember(viewer) && comment.status === "published" && !isOwn(viewer, comment);
}

/** Whether a vote may say that. Votes down from before they were switched off still count. */
export function takesVote(voting: Voting, value: -1 | 0 | 1): boolean {
  return value >= 0 || voting === "up_and_down";
}

interface Answered {
  authors: readonly { accountId: string }[];
}

/** Whether they choose what stands out under an article: its authors, and editors. */
export function canChoose(viewer: Viewer | null, article: Answered): boolean {
  return viewer !== null && canEditArticle(viewer, article);
}

/** Whether they may pick it out: a published one under their article that is not their own. */
export function canPick(viewer: Viewer | null, comment: Written, article: Answered): boolean {
  return canChoose(viewer, article) && comment.status === "published" && !isOwn(viewer, comment);
}

/** Whether they may have it stand first: a published answer to the piece itself. */
export function canPin(viewer: Viewer | null, comment: Written & { depth: number }, article: Answered): boolean {
  return canChoose(viewer, article) && comment.status === "published" && comment.depth === 0;
}
