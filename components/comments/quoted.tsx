import type { Comment } from "@/lib/comments/comment";
import { formatDay, t } from "@/lib/messages";

/** A comment as it is quoted over the form that answers it. */
export function Quoted({ comment: { author, html, createdAt } }: { comment: Comment }) {
  return (
    <article className="box">
      <p className="by">
        <b>
          <bdi>{author?.name ?? t("comments.nobody")}</bdi>
        </b>
        <time dateTime={createdAt.toISOString()}>{formatDay(createdAt)}</time>
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was written (lib/markdown.ts) */}
      <div className="text" dir="auto" dangerouslySetInnerHTML={{ __html: html ?? "" }} />
    </article>
  );
}
