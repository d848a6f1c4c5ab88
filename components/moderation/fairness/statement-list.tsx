import { When } from "@/components/ui/when";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";
import type { StatementOutput } from "@/lib/moderation/fairness/schema";

/** What was decided against somebody, a line each, with the way to its reasons. */
export function StatementList({ statements }: { statements: readonly StatementOutput[] }) {
  return (
    <ol className="notification-list">
      {statements.map((statement) => (
        <Line key={statement.id} statement={statement} />
      ))}
    </ol>
  );
}

function Line({ statement: { id, measure, at, article, ...rest } }: { statement: StatementOutput }) {
  return (
    <li className="told">
      <div className="told-head">
        <h2>
          <a href={`/statements/${id}`}>{t(`fairness.measures.${measure}`)}</a>
        </h2>
      </div>
      {article && (
        <p className="meta" lang={article.lang} dir={directionOf(article.lang)}>
          {article.title}
        </p>
      )}
      <div className="told-foot meta">
        <When at={new Date(at)} as="moment" />
        {stateOf(rest)}
      </div>
    </li>
  );
}

function stateOf({ objection, withdrawnAt }: Pick<StatementOutput, "objection" | "withdrawnAt">) {
  if (objection) return <span>{t(`fairness.list.${objection.status}`)}</span>;
  return withdrawnAt ? <span>{t("fairness.list.ended")}</span> : null;
}
