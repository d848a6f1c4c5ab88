import { When } from "@/components/ui/when";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";
import type { PersonOutput } from "@/lib/moderation/people/schema";

const inQueue = (status: string, id: string) =>
  `/moderation?status=${status === "deleted" ? "all" : status}&comment=${id}`;

/** What was decided on their comments lately, each with its way into the queue. */
export function LatestDecisions({ decisions }: Pick<PersonOutput, "decisions">) {
  return (
    <section aria-labelledby="decisions-head">
      <h2 id="decisions-head">{t("measures.decisions")}</h2>
      {decisions.length === 0 && <p>{t("measures.noDecisions")}</p>}
      <ul className="entries">
        {decisions.map(({ commentId, action, toStatus, reason, note, by, at }) => {
          const did = t(`moderation.did.${action}`);
          return (
            <li key={`${commentId} ${at}`}>
              <p>
                <a href={inQueue(toStatus, commentId)}>
                  {reason ? t("moderation.didFor", { did, reason: t(`moderation.reasons.${reason}`) }) : did}
                </a>
              </p>
              {note && <p dir="auto">{note}</p>}
              <p className="small">
                <bdi>{by?.name ?? t("moderation.formerModerator")}</bdi>, <When at={new Date(at)} as="moment" />
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What they wrote last. */
export function LatestComments({ latest }: Pick<PersonOutput, "latest">) {
  return (
    <section aria-labelledby="comments-head">
      <h2 id="comments-head">{t("measures.comments")}</h2>
      {latest.length === 0 && <p>{t("measures.noComments")}</p>}
      <ul className="entries">
        {latest.map(({ id, status, excerpt, at, article }) => (
          <li key={id}>
            <p lang={article.lang} dir={directionOf(article.lang)}>
              <a href={inQueue(status, id)}>{article.title}</a>
            </p>
            <p dir="auto">{excerpt}</p>
            <p className="small">
              {t(`moderation.commentStatuses.${status}`)}, <When at={new Date(at)} as="moment" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
