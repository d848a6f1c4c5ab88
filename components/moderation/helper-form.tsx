import { Button } from "@/components/ui/button";
import { Choice, Choices } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import type { Typed } from "@/components/ui/typed";
import { t } from "@/lib/messages";
import { helperLeaves } from "@/lib/moderation/limits";
import type { HelperOutput } from "@/lib/moderation/schema";

export const helperAction = "/api/v1/moderation/learning";

/** What the helper may do, and how precise it must be in order to hold. */
export function HelperForm({ screen: { leave, precision }, typed }: { screen: HelperOutput; typed: Typed }) {
  const chosen = typed.value("leave") ?? leave;
  return (
    <section aria-label={t("learning.settings")}>
      <form method="post" action={helperAction}>
        <Choices legend={t("learning.settings")} fault={typed.fault("leave")}>
          {helperLeaves.map((each) => (
            <Choice key={each} name="leave" value={each} defaultChecked={each === chosen}>
              {t(`learning.leaves.${each}`)}
            </Choice>
          ))}
        </Choices>
        <Field
          name="percent"
          inputMode="decimal"
          required
          maxLength={5}
          label={t("learning.precision")}
          hint={t("learning.precisionHint")}
          fault={typed.fault("precision")}
          defaultValue={typed.value("percent") ?? String(Math.round(1_000 * precision) / 10)}
        />
        <p className="actions">
          <Button kind="primary">{t("learning.save")}</Button>
        </p>
      </form>
    </section>
  );
}
