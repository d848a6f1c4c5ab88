import { whyRefused } from "@/components/moderation/fairness/why-refused";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice, Choices } from "@/components/ui/choice";
import { TextArea } from "@/components/ui/field";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { maxAnswer } from "@/lib/moderation/fairness/limits";

export const answerAction = (id: string) => `/api/v1/moderation/objections/${id}/answer`;

/** Grants or refuses an objection, with reasons; what was typed survives a refusal. */
export function AnswerForm({ id, kept }: { id: string; kept: KeptForm | null }) {
  const typed = typedInto(kept, answerAction(id), ["outcome", "answer"]);
  return (
    <form method="post" action={answerAction(id)}>
      {kept && <Alert title={t("fairness.desk.refusedForm")}>{whyRefused(kept)}</Alert>}
      {kept && <input type="hidden" name="draft" value={kept.id} />}
      <Choices legend={t("fairness.desk.legend")} fault={typed.fault("outcome")}>
        {(["granted", "refused"] as const).map((outcome) => (
          <Choice
            key={outcome}
            name="outcome"
            value={outcome}
            required
            defaultChecked={typed.value("outcome") === outcome}
          >
            {t(`fairness.desk.outcomes.${outcome}`)}
          </Choice>
        ))}
      </Choices>
      <TextArea
        name="answer"
        id={`answer-${id}`}
        required
        label={t("fairness.desk.answer")}
        hint={t("fairness.desk.hint", { count: maxAnswer })}
        fault={typed.fault("answer")}
        defaultValue={typed.value("answer")}
      />
      <p className="actions">
        <Button kind="primary">{t("fairness.desk.button")}</Button>
      </p>
    </form>
  );
}
