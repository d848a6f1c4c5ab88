import { Words } from "@/components/moderation/words";
import { Alert } from "@/components/ui/alert";
import { Gone } from "@/components/ui/state-box";
import { When } from "@/components/ui/when";
import { directionOf } from "@/lib/direction";
import { formatDay, t } from "@/lib/messages";
import type { StatementOutput } from "@/lib/moderation/fairness/schema";

/** Why somebody was restricted: what, where, since when, on what ground and by which facts (EU 2022/2065 art. 17(3)). */
export function StatementText({ statement }: { statement: StatementOutput }) {
  const { measure, withdrawnAt, comment, article } = statement;
  return (
    <>
      <h1>{t(`fairness.measures.${measure}`)}</h1>
      {withdrawnAt && (
        <Alert kind="note" title={t("fairness.statement.takenBack")}>
          {t("fairness.statement.takenBackText", { day: formatDay(new Date(withdrawnAt)) })}
        </Alert>
      )}
      <p className="standfirst">{t(`fairness.meaning.${measure}`)}</p>
      <Extent statement={statement} />
      {comment && <OwnWords comment={comment} inReach={article !== null} />}
      <Grounds statement={statement} />
    </>
  );
}

function Extent({ statement: { at, until, comment, article } }: { statement: StatementOutput }) {
  return (
    <section aria-labelledby="what">
      <h2 id="what">{t("fairness.statement.what")}</h2>
      <dl className="facts">
        <dt>{t("fairness.statement.since")}</dt>
        <dd>
          <When at={new Date(at)} as="moment" />
        </dd>
        <dt>{t("fairness.statement.until")}</dt>
        <dd>{until ? <When at={new Date(until)} as="moment" /> : t("fairness.statement.noEnd")}</dd>
        <dt>{t("fairness.statement.where")}</dt>
        <dd>{comment ? <Under article={article} id={comment.id} /> : t("fairness.statement.everywhere")}</dd>
      </dl>
    </section>
  );
}

function Under({ article, id }: { article: StatementOutput["article"]; id: string }) {
  if (!article) return t("fairness.statement.underGone");
  return (
    <a href={`/articles/${article.slug}#comment-${id}`} lang={article.lang} dir={directionOf(article.lang)}>
      {article.title}
    </a>
  );
}

interface OwnWordsProps {
  comment: NonNullable<StatementOutput["comment"]>;
  /** Whether its page is: not while its piece is taken back. */
  inReach: boolean;
}

function OwnWords({ comment: { id, html }, inReach }: OwnWordsProps) {
  return (
    <section aria-labelledby="comment">
      <h2 id="comment">{t("fairness.statement.comment")}</h2>
      {html === null ? (
        <Gone>{t("fairness.statement.withdrawn")}</Gone>
      ) : (
        <div className="box">
          <Words html={html} />
        </div>
      )}
      {inReach && (
        <p className="meta after">
          <a href={`/comments/${id}/mine`}>{t("fairness.statement.seeComment")}</a>
        </p>
      )}
    </section>
  );
}

function Grounds({ statement: { ground, reason, facts, foundBy, automated } }: { statement: StatementOutput }) {
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t("fairness.statement.why")}</h2>
      <p>
        <b>{t(`fairness.statement.ground.${ground}`, { reason: t(`moderation.reasons.${reason}`) })}.</b>{" "}
        <a href="/house-rules">{t("fairness.statement.rules")}</a>
      </p>
      {facts ? (
        <>
          <h3>{t("fairness.statement.facts")}</h3>
          <blockquote className="told-words" dir="auto">
            {facts}
          </blockquote>
        </>
      ) : (
        <p>{t("fairness.statement.noFacts")}</p>
      )}
      <p>
        {t(`fairness.statement.foundBy.${foundBy}`)} {t(`fairness.statement.${partOfMachines({ foundBy, automated })}`)}
      </p>
    </section>
  );
}

/** Whether a machine took part in finding or deciding (art. 17(3)(c)). */
function partOfMachines({ foundBy, automated }: Pick<StatementOutput, "foundBy" | "automated">) {
  if (automated) return "automated";
  return foundBy === "rules" || foundBy === "helper" ? "machineHelped" : "person";
}
