import { Gone, StateBox } from "@/components/ui/state-box";
import type { Comment } from "@/lib/comments/comment";
import { formatDay, t } from "@/lib/messages";
import type { ReportReason } from "@/prisma/generated/enums";

interface OwnCommentProps {
  comment: Comment;
  /** Whether its words may still be changed. */
  editable: boolean;
  verdict: { reason: ReportReason | null; note: string } | null;
}

/** One's own comment with its state: waiting, returned, removed, withdrawn or published. */
export function OwnComment({ comment, editable, verdict }: OwnCommentProps) {
  const { status } = comment;
  if (status === "deleted") return <Gone>{t("comments.mine.deleted")}</Gone>;
  const reason = verdict?.reason ? t(`comments.reasons.${verdict.reason}`) : null;
  if (status === "removed") {
    return (
      <>
        <Gone>{reason ? t("comments.mine.removedFor", { reason }) : t("comments.mine.removed")}</Gone>
        <Note verdict={verdict} />
      </>
    );
  }
  if (status === "rejected") {
    return (
      <StateBox kind="refused" state={reason ? t("comments.mine.refusedFor", { reason }) : t("comments.mine.refused")}>
        <Note verdict={verdict} />
        <Words comment={comment} />
        <Acts comment={comment} edit={editable ? "mend" : "again"} />
      </StateBox>
    );
  }
  if (status === "pending") {
    return (
      <StateBox kind="waiting" state={t("comments.mine.waiting")}>
        <Words comment={comment} />
        <Acts comment={comment} edit={editable ? "edit" : null} />
      </StateBox>
    );
  }
  return (
    <article className="box">
      <p className="hint">{t("comments.mine.published")}</p>
      <Words comment={comment} />
      <Acts comment={comment} edit={editable ? "edit" : null} />
    </article>
  );
}

function Note({ verdict }: Pick<OwnCommentProps, "verdict">) {
  if (!verdict?.note) return null;
  return (
    <p className="hint" dir="auto">
      {t("comments.mine.note", { note: verdict.note })}
    </p>
  );
}

function Words({ comment: { id, parentId, articleSlug, html, createdAt } }: { comment: Comment }) {
  return (
    <>
      <p className="by">
        <b>{t("comments.you")}</b>
        <a href={`/comments/${id}/mine`}>
          <time dateTime={createdAt.toISOString()}>{formatDay(createdAt)}</time>
        </a>
        {parentId && (
          <a className="re" href={`/articles/${articleSlug}#comment-${parentId}`}>
            {t("comments.branch.up")}
          </a>
        )}
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was written (lib/markdown.ts) */}
      <div className="text" dir="auto" dangerouslySetInnerHTML={{ __html: html ?? "" }} />
    </>
  );
}

function Acts({ comment, edit }: { comment: Comment; edit: "edit" | "mend" | "again" | null }) {
  const { id, articleSlug, parentId } = comment;
  const anew = new URLSearchParams({ again: id, ...(parentId && { parent: parentId }) });
  const href = edit === "again" ? `/articles/${articleSlug}/reply?${anew}` : `/comments/${id}/edit`;
  return (
    <form className="acts" method="post" action={`/api/v1/comments/${id}/delete`}>
      {edit && (
        <a className="strong" href={href}>
          {t(`comments.mine.${edit}`)}
        </a>
      )}
      <button type="submit">{t("comments.mine.withdraw")}</button>
    </form>
  );
}
