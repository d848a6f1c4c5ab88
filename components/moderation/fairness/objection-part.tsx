import { whyRefused } from "@/components/moderation/fairness/why-refused";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { KeptForm } from "@/lib/drafts";
import { formatDay, t } from "@/lib/messages";
import { maxObjectionWords } from "@/lib/moderation/fairness/limits";
import type { StatementOutput } from "@/lib/moderation/fairness/schema";

interface ObjectionPartProps {
  statement: StatementOutput;
  /** Where the form goes. */
  action: string;
  kept: KeptForm | null;
}

const day = (at: string) => formatDay(new Date(at));

/** The way to object, or what became of it; and what else there is. */
export function ObjectionPart({ statement, action, kept }: ObjectionPartProps) {
  const { objection, canObject, objectUntil, withdrawnAt } = statement;
  return (
    <section aria-labelledby="objection">
      <h2 id="objection">{t(objection ? "fairness.object.headMade" : "fairness.object.head")}</h2>
      {objection && <Made objection={objection} />}
      {canObject && <ObjectionForm action={action} until={objectUntil} kept={kept} />}
      {!objection && !canObject && !withdrawnAt && (
        <p>
          {t("fairness.object.over")} {t("fairness.object.overText", { day: day(objectUntil) })}
        </p>
      )}
      <p className="hint">{t("fairness.object.elsewhere")}</p>
    </section>
  );
}

function ObjectionForm({ action, until, kept }: { action: string; until: string; kept: KeptForm | null }) {
  return (
    <form method="post" action={action}>
      {kept && <Alert title={t("fairness.object.notSent")}>{whyRefused(kept)}</Alert>}
      {kept && <input type="hidden" name="draft" value={kept.id} />}
      <p>{t("fairness.object.text", { day: day(until) })}</p>
      <TextArea
        name="words"
        label={t("fairness.object.words")}
        hint={t("fairness.object.hint", { count: maxObjectionWords })}
        fault={kept?.problem.errors.find(({ path }) => path === "words")?.message}
        defaultValue={kept?.fields.words}
      />
      <p className="actions">
        <Button kind="primary">{t("fairness.object.button")}</Button>
      </p>
    </form>
  );
}

function Made({ objection }: { objection: NonNullable<StatementOutput["objection"]> }) {
  const { status, at, words, answer } = objection;
  return (
    <>
      {status === "open" ? (
        <Alert kind="note" title={t("fairness.object.made", { day: day(at) })}>
          {t("fairness.object.madeText")}
        </Alert>
      ) : (
        <Alert kind="note" title={t(`fairness.object.${status}`)}>
          {t(`fairness.object.${status}Text`)}
        </Alert>
      )}
      {answer && <Said head={t("fairness.object.answer")} words={answer} />}
      {words && <Said head={t("fairness.object.yours")} words={words} />}
    </>
  );
}

function Said({ head, words }: { head: string; words: string }) {
  return (
    <>
      <h3>{head}</h3>
      <blockquote className="told-words" dir="auto">
        {words}
      </blockquote>
    </>
  );
}
