import { sanctionAction } from "@/components/moderation/people/actions";
import { ReasonSelect } from "@/components/moderation/reason-choices";
import { Button } from "@/components/ui/button";
import { Choice, Choices } from "@/components/ui/choice";
import { Field, TextArea } from "@/components/ui/field";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import { after, day, now } from "@/lib/clock";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { measures } from "@/lib/moderation/people/limits";

const fields = ["kind", "reason", "until", "message"];

/** The form that takes a measure: what, why, how long, and what the person is told. */
export function SanctionForm({ handle, kept }: { handle: string; kept: KeptForm | null }) {
  const action = sanctionAction({ handle });
  const typed = typedInto(kept, action, fields);
  return (
    <section aria-labelledby="take-head">
      <h2 id="take-head">{t("measures.take")}</h2>
      <form method="post" action={action}>
        <Refusal typed={typed} fields={fields} />
        <Choices legend={t("measures.kind")} fault={typed.fault("kind")}>
          {measures.map((kind) => (
            <Choice key={kind} name="kind" value={kind} required defaultChecked={typed.value("kind") === kind}>
              {t(`measures.choices.${kind}`)}
            </Choice>
          ))}
        </Choices>
        <ReasonSelect
          id="measure-reason"
          label={t("measures.reason")}
          chosen={typed.value("reason")}
          fault={typed.fault("reason")}
        />
        <Field
          name="until"
          id="measure-until"
          type="date"
          min={dayOf(after(now(), day))}
          label={t("measures.until")}
          hint={t("measures.untilHint")}
          fault={typed.fault("until")}
          autoFocus={typed.focused === "until"}
          defaultValue={typed.value("until")}
        />
        <TextArea
          name="message"
          id="measure-message"
          label={t("measures.message")}
          hint={t("measures.messageHint")}
          fault={typed.fault("message")}
          defaultValue={typed.value("message")}
        />
        <Button kind="danger">{t("measures.button")}</Button>
      </form>
    </section>
  );
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
