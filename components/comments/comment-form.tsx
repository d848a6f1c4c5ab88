import { Button } from "@/components/ui/button";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

interface CommentFormProps {
  slug: string;
  /** The comment that is answered. */
  parentId?: string | null;
  /** What was typed before, and what was wrong with it. */
  kept?: Pick<KeptForm, "id" | "fields" | "problem"> | null;
  hint: string;
  button?: string;
}

/** A plain form that posts a comment; with JavaScript, `<comment-form>` sends it without leaving the page. */
export function CommentForm({ slug, parentId = null, kept = null, hint, button }: CommentFormProps) {
  const id = parentId ? `answer-${parentId}` : "comment-body";
  const fault = kept?.problem.errors.find(({ path }) => path === "body")?.message;
  return (
    <comment-form data-offline={t("comments.offline")}>
      <form className="composer" method="post" action={`/api/v1/articles/${slug}/comments`}>
        <label htmlFor={id}>{t(parentId ? "comments.writeReply" : "comments.write")}</label>
        <textarea
          id={id}
          className="input"
          name="body"
          rows={4}
          dir="auto"
          required
          placeholder={t(parentId ? "comments.placeholderReply" : "comments.placeholder")}
          defaultValue={kept?.fields.body}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
        />
        {fault && (
          <p className="fault" id={`${id}-fault`}>
            {fault}
          </p>
        )}
        {parentId && <input type="hidden" name="parentId" value={parentId} />}
        {kept && <input type="hidden" name="draft" value={kept.id} />}
        <div className="alert" role="alert" data-alert hidden>
          <b>{t("comments.notPosted")}</b> <span />
        </div>
        <div className="composer-foot">
          <p className="hint" data-signed={t("comments.hintSigned", { name: "{name}" })}>
            {hint}
          </p>
          <Button kind="primary" data-busy={t("comments.posting")}>
            {button ?? t(parentId ? "comments.postReply" : "comments.post")}
          </Button>
        </div>
      </form>
    </comment-form>
  );
}
