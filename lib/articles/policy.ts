import { type Author, isEditor, type Viewer } from "@/lib/actor";
import type { ArticleStatus, CommentPolicy } from "@/prisma/generated/enums";

interface Owned {
  authors: readonly { accountId: string }[];
}

/** Whether anybody may answer this article now. */
export function commentsOpen(article: { status: ArticleStatus; commentPolicy: CommentPolicy }): boolean {
  return article.status === "published" && article.commentPolicy !== "closed";
}

/** Own: named among its authors, first or further down. Editors may change every article, authors their own. */
export function canEdit(viewer: Viewer, article: Owned): viewer is Author {
  if (isEditor(viewer)) return true;
  const writes = viewer.status === "active" && viewer.role === "author";
  return writes && article.authors.some(({ accountId }) => accountId === viewer.id);
}

/** Whether they may say who wrote an article. */
export function canNameAuthors(viewer: Viewer): boolean {
  return isEditor(viewer);
}

/** Which step the article can take next. */
const steps = {
  publish: ["draft", "scheduled", "archived"],
  schedule: ["draft", "scheduled", "archived"],
  unpublish: ["published", "scheduled", "archived"],
  archive: ["draft", "scheduled", "published"],
} as const satisfies Record<string, readonly ArticleStatus[]>;

export type Step = keyof typeof steps;

export function canTake(step: Step, { status }: { status: ArticleStatus }): boolean {
  const from: readonly ArticleStatus[] = steps[step];
  return from.includes(status);
}
