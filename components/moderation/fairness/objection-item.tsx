import { AnswerForm } from "@/components/moderation/fairness/answer-form";
import { Words } from "@/components/moderation/words";
import { Badge } from "@/components/ui/badge";
import { StateBox } from "@/components/ui/state-box";
import { When } from "@/components/ui/when";
import type { Moderator } from "@/lib/actor";
import { directionOf } from "@/lib/direction";
import type { KeptForm } from "@/lib/drafts";
import { formatDay, t } from "@/lib/messages";
import type { ObjectionOutput } from "@/lib/moderation/fairness/schema";

interface ObjectionItemProps {
  objection: ObjectionOutput;
  viewer: Moderator;
  /** Whether anybody but the viewer could answer. */
  others: boolean;
  kept: KeptForm | null;
}

const day = (at: string) => formatDay(new Date(at));

/** An objection with what it is against: the decision, the comment in its place, the words of both, and the answer or the way to one. */
export function ObjectionItem({ objection, viewer, others, kept }: ObjectionItemProps) {
  const { id, at, by, words, statement, parent, status } = objection;
  return (
    <section className="objection" id={`objection-${id}`} aria-labelledby={`head-${id}`}>
      <h2 id={`head-${id}`}>
        <bdi>{by.name}</bdi>: {t(`fairness.desk.measures.${statement.measure}`)}
      </h2>
      <p className="small">
        <When at={new Date(at)} as="moment" />{" "}
        {statement.withdrawnAt && status === "open" && <Badge soft>{t("fairness.desk.takenBack")}</Badge>}
      </p>
      <Decision objection={objection} />
      {parent && (
        <article className="around">
          <p className="small">{t("fairness.desk.answers", { name: parent.author?.name ?? t("moderation.nobody") })}</p>
          <Words html={parent.html} />
        </article>
      )}
      {statement.comment && <InPlace statement={statement} />}
      <h3>{t("fairness.desk.words")}</h3>
      {words ? (
        <blockquote className="told-words" dir="auto">
          {words}
        </blockquote>
      ) : (
        <p>{t("fairness.desk.noWords")}</p>
      )}
      {status !== "open" && <Answer objection={objection} status={status} />}
      {objection.mayAnswer && <AnswerForm id={id} kept={kept} />}
      {status === "open" && !objection.mayAnswer && <Another own={by.handle === viewer.handle} others={others} />}
    </section>
  );
}

function Decision({ objection: { statement, decidedBy } }: { objection: ObjectionOutput }) {
  const { ground, reason, facts, at } = statement;
  return (
    <>
      <p>
        {t("fairness.desk.reason", {
          ground: t(`fairness.desk.grounds.${ground}`),
          reason: t(`moderation.reasons.${reason}`),
        })}
        . {t("fairness.desk.decidedBy", { name: decidedBy?.name ?? t("fairness.desk.nobody"), day: day(at) })}.
      </p>
      {facts && (
        <>
          <h3>{t("fairness.desk.told")}</h3>
          <blockquote className="told-words" dir="auto">
            {facts}
          </blockquote>
        </>
      )}
    </>
  );
}

/** The comment, under its piece; the queue shows what it answers and what answers it. */
function InPlace({ statement: { comment, article } }: { statement: ObjectionOutput["statement"] }) {
  if (!comment) return null;
  const list = comment.status === "deleted" ? "removed" : comment.status;
  return (
    <article className="boxed">
      {article && (
        <p className="small" lang={article.lang} dir={directionOf(article.lang)}>
          {article.title}
        </p>
      )}
      {comment.html === null ? (
        <p className="gone">{t("moderation.commentStatuses.deleted")}</p>
      ) : (
        <Words html={comment.html} />
      )}
      <p className="small">
        <Badge soft>{t(`moderation.commentStatuses.${comment.status}`)}</Badge>{" "}
        <a href={`/moderation?status=${list}&comment=${comment.id}`}>{t("fairness.desk.inPlace")}</a>
      </p>
    </article>
  );
}

interface AnswerProps {
  objection: ObjectionOutput;
  status: "granted" | "refused";
}

function Answer({ objection: { answer, answeredBy, answeredAt, at }, status }: AnswerProps) {
  return (
    <>
      <h3>
        {t(`fairness.desk.answered.${status}`, {
          name: answeredBy?.name ?? t("fairness.desk.nobody"),
          day: day(answeredAt ?? at),
        })}
      </h3>
      <blockquote className="told-words" dir="auto">
        {answer}
      </blockquote>
    </>
  );
}

/** Who decided, or objects, does not answer; where nobody else is there, it says so and what can be done. */
function Another({ own, others }: { own: boolean; others: boolean }) {
  const title = t(own ? "fairness.desk.own" : "fairness.desk.another");
  return (
    <StateBox kind="closed" state={title}>
      {!others && (
        <p>
          {t("fairness.desk.nobodyElse")} {t("fairness.desk.nobodyElseText")}
        </p>
      )}
    </StateBox>
  );
}
