import { Composer } from "@/components/comments/composer";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

interface CommentFormProps {
  slug: string;
  /** The comment that is answered. */
  parentId?: string | null;
  /** What was typed before, and what was wrong with it. */
  kept?: Pick<KeptForm, "id" | "fields" | "problem"> | null;
  hint: string;
}

/** The form that posts a comment or a reply. */
export function CommentForm({ slug, parentId = null, kept = null, hint }: CommentFormProps) {
  return (
    <Composer
      action={`/api/v1/articles/${slug}/comments`}
      id={parentId ? `answer-${parentId}` : "comment-body"}
      label={t(parentId ? "comments.writeReply" : "comments.write")}
      placeholder={t(parentId ? "comments.placeholderReply" : "comments.placeholder")}
      words={kept?.fields.body}
      kept={kept}
      slug={slug}
      fields={parentId ? { parentId } : {}}
      hint={hint}
      refused={t("comments.notPosted")}
      offline={t("comments.offline")}
      button={t(parentId ? "comments.postReply" : "comments.post")}
      busy={t("comments.posting")}
    />
  );
}

interface EditFormProps {
  id: string;
  slug: string;
  words: string;
  kept: Pick<KeptForm, "id" | "problem"> | null;
  hint: string;
}

/** The form that changes a comment. */
export function EditForm({ id, slug, words, kept, hint }: EditFormProps) {
  return (
    <Composer
      action={`/api/v1/comments/${id}`}
      id={`edit-${id}`}
      label={t("comments.edit.label")}
      words={words}
      kept={kept}
      slug={slug}
      hint={hint}
      refused={t("comments.notSaved")}
      offline={t("comments.offline")}
      button={t("comments.keepChange")}
      busy={t("writing.saving")}
      cancel={`/comments/${id}/mine`}
    />
  );
}
