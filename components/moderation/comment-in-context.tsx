import { Age } from "@/components/moderation/age";
import { HeldReasons, OpenReports } from "@/components/moderation/why-here";
import { ByLine, Words } from "@/components/moderation/words";
import { Badge } from "@/components/ui/badge";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";
import type { QueueItem } from "@/lib/moderation/schema";

interface StandingReply {
  id: string;
  html: string;
  createdAt: Date;
  author: { name: string } | null;
}

interface CommentInContextProps {
  item: QueueItem;
  replies: StandingReply[];
  now: Date;
}

const nameOf = (person: { name: string } | null) => person?.name ?? t("moderation.nobody");

/** The comment under decision between what it answers and what answers it, and why it is here. */
export function CommentInContext({ item, replies, now }: CommentInContextProps) {
  const { comment, article, parent } = item;
  return (
    <>
      <h2>{t("moderation.context")}</h2>
      <p className="on-piece" lang={article.lang} dir={directionOf(article.lang)}>
        <a href={`/articles/${article.slug}#comment-${comment.id}`}>{article.title}</a>
      </p>
      {parent && (
        <article className="around">
          <ByLine name={nameOf(parent.author)}>
            <Age at={parent.createdAt} now={now} />
            {parent.status !== "published" && <Badge soft>{t(`moderation.commentStatuses.${parent.status}`)}</Badge>}
          </ByLine>
          <Words html={parent.html} />
        </article>
      )}
      <article className="boxed" id="under-decision" tabIndex={-1}>
        <ByLine name={nameOf(comment.author)}>
          {parent && <span className="re">{t("moderation.replyTo", { name: nameOf(parent.author) })}</span>}
          <Age at={comment.createdAt} now={now} />
          {comment.editedAt && <span>{t("moderation.edited")}</span>}
          <Badge soft>{t(`moderation.commentStatuses.${comment.status}`)}</Badge>
        </ByLine>
        <Words html={comment.html} />
      </article>
      {replies.map((reply) => (
        <article key={reply.id} className="around">
          <ByLine name={nameOf(reply.author)}>
            <Age at={reply.createdAt.toISOString()} now={now} />
          </ByLine>
          <Words html={reply.html} />
        </article>
      ))}
      {comment.replyCount > 0 && <p className="small">{t("moderation.standing", { count: comment.replyCount })}</p>}
      <HeldReasons held={item.held} waiting={comment.status === "pending"} />
      <OpenReports reports={item.reports} count={comment.openReports} now={now} />
    </>
  );
}
