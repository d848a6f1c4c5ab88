import { Age } from "@/components/moderation/age";
import { isWorst, Veil } from "@/components/moderation/veil";
import { HeldReasons, OpenReports } from "@/components/moderation/why-here";
import { ByLine, Words } from "@/components/moderation/words";
import { Badge } from "@/components/ui/badge";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";
import type { Nearby, QueueItem, QueuePlaceOutput } from "@/lib/moderation/schema";

interface CommentInContextProps {
  item: QueueItem;
  /** Null until it is fetched. */
  place: QueuePlaceOutput | null;
  now: Date;
}

const nameOf = (person: { name: string } | null) => person?.name ?? t("moderation.nobody");

/** The comment under decision between what it answers and what answers it, and why it is here. */
export function CommentInContext({ item, place, now }: CommentInContextProps) {
  const { comment, article, parent } = item;
  const worst = isWorst(item);
  return (
    <>
      <h2>{t("moderation.context")}</h2>
      <p className="on-piece" lang={article.lang} dir={directionOf(article.lang)}>
        <a href={`/articles/${article.slug}#comment-${comment.id}`}>{article.title}</a>
      </p>
      {place?.opening && (
        <p className="opening" lang={article.lang} dir={directionOf(article.lang)}>
          {place.opening}
        </p>
      )}
      {parent && <Around near={parent} now={now} />}
      <Beside title="queue.before" beside={place?.before} now={now} />
      <article className="boxed" id="under-decision" tabIndex={-1}>
        <ByLine name={nameOf(comment.author)}>
          {parent && <span className="re">{t("moderation.replyTo", { name: nameOf(parent.author) })}</span>}
          <Age at={comment.createdAt} now={now} />
          {comment.editedAt && <span>{t("moderation.edited")}</span>}
          <Badge soft>{t(`moderation.commentStatuses.${comment.status}`)}</Badge>
        </ByLine>
        <Veil worst={worst}>
          <Words html={comment.html} />
        </Veil>
      </article>
      {place?.replies.map((reply) => (
        <Around key={reply.id} near={reply} now={now} />
      ))}
      <Beside title="queue.after" beside={place?.after} now={now} />
      {comment.replyCount > 0 && <p className="small">{t("moderation.standing", { count: comment.replyCount })}</p>}
      <HeldReasons held={item.held} waiting={comment.status === "pending"} />
      <OpenReports reports={item.reports} count={comment.openReports} now={now} />
    </>
  );
}

function Around({ near, now }: { near: Nearby; now: Date }) {
  return (
    <article className="around">
      <ByLine name={nameOf(near.author)}>
        <Age at={near.createdAt} now={now} />
        {near.status !== "published" && <Badge soft>{t(`moderation.commentStatuses.${near.status}`)}</Badge>}
      </ByLine>
      <Words html={near.html} />
    </article>
  );
}

/** Those beside it under the same parent: folded, for most decisions need none of them. */
function Beside({ title, beside = [], now }: { title: "queue.before" | "queue.after"; beside?: Nearby[]; now: Date }) {
  if (beside.length === 0) return null;
  return (
    <details className="beside">
      <summary>{t(title, { count: beside.length })}</summary>
      {beside.map((near) => (
        <Around key={near.id} near={near} now={now} />
      ))}
    </details>
  );
}
