import { type Above, branchesHtml, type ThreadSetting } from "@/components/comments/branch-html";
import type { Comment } from "@/lib/comments/comment";
import { everyOne } from "@/lib/comments/thread";
import { showed } from "@/lib/document";

interface BranchesProps {
  comments: readonly Comment[];
  setting: ThreadSetting;
  /** What the topmost of them answer, where that is not on this page. */
  above?: (Above & { authorId: string | null }) | null;
}

/** A list of comments with what hangs under each; the page depends on everybody whom it names. */
export function Branches({ comments, setting, above = null }: BranchesProps) {
  for (const { authorId, folded } of everyOne(comments)) {
    if (authorId) showed(`person:${authorId}`);
    for (const { id } of folded?.people ?? []) showed(`person:${id}`);
  }
  if (above?.authorId) showed(`person:${above.authorId}`);
  const { markup } = branchesHtml(comments, setting, above);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: components/ui/html.ts escapes every value; the words were sanitised when written
  return <ol className="comments" dangerouslySetInnerHTML={{ __html: markup }} />;
}
