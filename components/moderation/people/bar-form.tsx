import { ReasonSelect } from "@/components/moderation/reason-choices";
import { Button } from "@/components/ui/button";
import { Choice, Choices } from "@/components/ui/choice";
import { Field, TextArea } from "@/components/ui/field";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import { after, day, now } from "@/lib/clock";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { barKinds } from "@/lib/moderation/people/limits";

export const barAction = "/api/v1/moderation/bars";
const fields = ["kind", "value", "reason", "message", "until"];

/** The form that bars a domain of mail or a network; `network`: the one that it was opened for. */
export function BarForm({ network, kept }: { network: string | undefined; kept: KeptForm | null }) {
  const typed = typedInto(kept, barAction, fields);
  const chosen = typed.value("kind") ?? (network ? "network" : undefined);
  return (
    <section aria-labelledby="raise-head">
      <h2 id="raise-head">{t("bars.raise")}</h2>
      <form method="post" action={barAction}>
        <Refusal typed={typed} fields={fields} />
        <Choices legend={t("bars.kind")} fault={typed.fault("kind")}>
          {barKinds.map((kind) => (
            <Choice key={kind} name="kind" value={kind} required defaultChecked={chosen === kind}>
              {t(`bars.kinds.${kind}`)}
            </Choice>
          ))}
        </Choices>
        <Field
          name="value"
          required
          maxLength={253}
          label={t("bars.value")}
          hint={t("bars.valueHint")}
          fault={typed.fault("value")}
          autoFocus={typed.focused === "value"}
          defaultValue={typed.value("value") ?? network}
        />
        <ReasonSelect label={t("bars.reason")} chosen={typed.value("reason")} fault={typed.fault("reason")} />
        <TextArea
          name="message"
          label={t("bars.message")}
          hint={t("bars.messageHint")}
          fault={typed.fault("message")}
          defaultValue={typed.value("message")}
        />
        <Field
          name="until"
          type="date"
          min={after(now(), day).toISOString().slice(0, 10)}
          label={t("bars.until")}
          hint={t("bars.untilHint")}
          fault={typed.fault("until")}
          defaultValue={typed.value("until")}
        />
        <Button kind="danger">{t("bars.button")}</Button>
      </form>
    </section>
  );
}
