import { Button } from "@/components/ui/button";
import { Portrait } from "@/components/ui/portrait";
import { When } from "@/components/ui/when";
import { faceUrl } from "@/lib/accounts/avatar";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";
import type { Told } from "@/lib/notifications/schema";

/** Somebody's words in a line of ours, whichever way they are written: isolated (Unicode Standard Annex 9, FSI and PDI). */
const isolated = (words: string) => `\u2068${words}\u2069`;

/** What happened, in one line. */
function headlineOf({ kind, actor, article, decision, statement, outcome }: Told): string {
  const title = isolated(article?.title ?? t("notifications.gone"));
  if (outcome === "upheld" || outcome === "dismissed") return t(`fairness.told.report.${outcome}`, { title });
  if (outcome) return t(`fairness.told.objection.${outcome}`);
  if (kind === "sanction" && statement) return t(`fairness.measures.${statement.measure}`);
  if (kind === "decision" && decision) return t(`notifications.decided.${decision.action}`, { title });
  return t(`notifications.said.${kind}`, { name: isolated(actor?.name ?? t("notifications.somebody")), title });
}

/** One thing that somebody is told: its line leads to the comment. */
export function NotificationItem({ told }: { told: Told }) {
  const { id, at, readAt, actor, decision } = told;
  const headline = headlineOf(told);
  const where = whereOf(told);
  return (
    <li className={readAt ? "told" : "told unread"} id={`told-${id}`}>
      <div className="told-head">
        {actor && <Portrait url={faceUrl(actor)} size={24} />}
        <h2>{where ? <a href={where}>{headline}</a> : headline}</h2>
      </div>
      {decision && <Verdict decision={decision} />}
      {told.kind !== "sanction" && <Said told={told} />}
      <div className="told-foot meta">
        {!readAt && <span className="badge">{t("notifications.new")}</span>}
        <When at={new Date(at)} as="moment" />
        {!readAt && (
          <form className="inline" method="post" action="/api/v1/notifications/read">
            <input type="hidden" name="id" value={id} />
            <Button kind="quiet" aria-label={t("notifications.markOneOf", { what: headline })}>
              {t("notifications.markOne")}
            </Button>
          </form>
        )}
      </div>
    </li>
  );
}

function whereOf({ kind, comment, statement }: Told): string | null {
  if (statement) return `/statements/${statement.id}`;
  return comment && `${comment.permalink}${kind === "decision" ? "/mine" : ""}`;
}

function Said({ told: { comment, article } }: { told: Told }) {
  if (!comment || !article) return <p className="meta">{t("notifications.goneText")}</p>;
  return (
    <blockquote lang={article.lang} dir={directionOf(article.lang)}>
      {comment.excerpt}
    </blockquote>
  );
}

function Verdict({ decision: { reason, note } }: { decision: NonNullable<Told["decision"]> }) {
  if (!reason && !note) return null;
  return (
    <p dir="auto">
      {reason && t("notifications.reason", { reason: t(`comments.reasons.${reason}`) })}{" "}
      {note && t("notifications.note", { note })}
    </p>
  );
}
