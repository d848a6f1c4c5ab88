import { avatarUrl } from "@/lib/accounts/avatar";
import type { Folded } from "@/lib/comments/folded";
import type { CommentOutput, Picker } from "@/lib/comments/schema";
import type { CommentStatus, ReportReason, Role } from "@/prisma/generated/enums";

/** A row as the reads of a thread select it. Words and writer are null where they are not to be shown. */
export interface CommentRow {
  id: string;
  articleId: string;
  articleSlug: string;
  parentId: string | null;
  depth: number;
  authorId: string | null;
  handle: string | null;
  name: string | null;
  avatar: string | null;
  role: Role | null;
  body: string | null;
  html: string | null;
  revision: number;
  status: CommentStatus;
  score: number;
  wilson: number;
  controversy: number;
  replyCount: number;
  createdAt: Date;
  editedAt: Date | null;
  /** Why a moderator removed it. */
  removedFor: ReportReason | null;
  /** Who picked it out: one of the article's authors, or an editor. */
  pick: Picker | null;
  /** Whether it stands first under its article. */
  pinned: boolean;
}

/** A comment on its way to a page or an answer, with the replies that are shown with it. */
export interface Comment extends Omit<CommentRow, "handle" | "name" | "avatar" | "role"> {
  author: { handle: string; name: string; avatarUrl: string | null; role: Role } | null;
  replies: Comment[];
  /** Who wrote the replies that the page folds, where it tells. */
  folded?: Folded;
}

/** The comment in a row, without replies yet. */
export function toComment({ handle, name, avatar, role, ...row }: CommentRow): Comment {
  const author =
    handle !== null && name !== null && role !== null ? { handle, name, avatarUrl: avatarUrl(avatar), role } : null;
  return { ...row, author, replies: [] };
}

/** Where a comment can always be found. */
export function permalinkOf({ id }: { id: string }): string {
  return `/comments/${id}`;
}

/** Where it stands in the thread of its article. */
export function placeOf({ id, articleSlug }: { id: string; articleSlug: string }): string {
  return `/articles/${articleSlug}#comment-${id}`;
}

/** The comment as the API has it (`commentOutput`). */
export function toOutput(comment: Comment): CommentOutput {
  const {
    articleId: _articleId,
    authorId: _authorId,
    wilson: _wilson,
    controversy: _controversy,
    removedFor: _removedFor,
    folded: _folded,
    replies,
    ...shown
  } = comment;
  return {
    ...shown,
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    permalink: permalinkOf(comment),
    replies: replies.map(toOutput),
  };
}
