import { type Comment, type CommentRow, toComment } from "@/lib/comments/comment";

/** Rows of whole branches, parents before their replies: hangs each under its parent and gives the topmost, in order. */
export function grow(rows: readonly CommentRow[]): Comment[] {
  const byId = new Map<string, Comment>();
  const tops: Comment[] = [];
  for (const row of rows) {
    const comment = toComment(row);
    byId.set(comment.id, comment);
    const parent = comment.parentId === null ? undefined : byId.get(comment.parentId);
    (parent?.replies ?? tops).push(comment);
  }
  return tops;
}

/** How many comments stand in a branch, its top included. */
function sizeOf({ replies }: Comment): number {
  return replies.reduce((sum, reply) => sum + sizeOf(reply), 1);
}

/**
 * As many branches as have at most `max` comments together, the first one always, if need be without its latest and deepest replies:
 * their parents' `replyCount` tells.
 */
export function fitting(branches: readonly Comment[], max: number): Comment[] {
  const [first, ...others] = branches;
  if (!first) return [];
  let size = prune(first, max);
  const kept = [first];
  for (const branch of others) {
    size += sizeOf(branch);
    if (size > max) break;
    kept.push(branch);
  }
  return kept;
}

/** Keeps the `max` comments of a branch that stand nearest to its top. Gives how many are left. */
function prune(branch: Comment, max: number): number {
  let level = [branch];
  let size = 1;
  while (level.length > 0) {
    const next: Comment[] = [];
    for (const comment of level) {
      comment.replies = comment.replies.slice(0, Math.max(0, max - size));
      size += comment.replies.length;
      next.push(...comment.replies);
    }
    level = next;
  }
  return size;
}

/** Every comment of these branches, a parent before its replies. */
export function everyOne(branches: readonly Comment[]): Comment[] {
  return branches.flatMap((comment) => [comment, ...everyOne(comment.replies)]);
}
