import { whyRefused } from "@/components/moderation/fairness/why-refused";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice, Choices } from "@/components/ui/choice";
import { Field, Select, TextArea } from "@/components/ui/field";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { categories, maxExplanation } from "@/lib/moderation/fairness/limits";
import { reasons } from "@/lib/moderation/limits";

interface OutsideReportFormProps {
  commentId: string;
  /** `formToken` of lib/moderation/fairness/form-token.ts. */
  token: string;
  kept: KeptForm | null;
}

/** A report without an account, by a plain form; what was chosen and typed survives a refusal. */
export function OutsideReportForm({ commentId, token, kept }: OutsideReportFormProps) {
  const faultOf = (name: string) => kept?.problem.errors.find(({ path }) => path === name)?.message;
  return (
    <form method="post" action={`/api/v1/comments/${commentId}/reports/without-account`}>
      {kept && <Alert title={t("moderation.report.refused")}>{whyRefused(kept)}</Alert>}
      {kept && <input type="hidden" name="draft" value={kept.id} />}
      <input type="hidden" name="formToken" value={token} />
      <Choices legend={t("moderation.report.legend")} fault={faultOf("reason")}>
        {reasons.map((reason) => (
          <Choice key={reason} name="reason" value={reason} required defaultChecked={kept?.fields.reason === reason}>
            {t(`moderation.report.hints.${reason}`)}
          </Choice>
        ))}
      </Choices>
      <Select
        name="category"
        label={t("fairness.outside.category")}
        fault={faultOf("category")}
        defaultValue={kept?.fields.category}
      >
        <option value="">{t("fairness.outside.noCategory")}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            {t(`fairness.outside.categories.${category}`)}
          </option>
        ))}
      </Select>
      <TextArea
        name="explanation"
        required
        label={t("fairness.outside.explanation")}
        hint={t("fairness.outside.explanationHint", { count: maxExplanation })}
        fault={faultOf("explanation")}
        defaultValue={kept?.fields.explanation}
      />
      <Field
        name="name"
        autoComplete="name"
        label={t("fairness.outside.name")}
        fault={faultOf("name")}
        defaultValue={kept?.fields.name}
      />
      <Field
        name="email"
        type="email"
        autoComplete="email"
        label={t("fairness.outside.email")}
        hint={t("fairness.outside.emailHint")}
        fault={faultOf("email")}
        defaultValue={kept?.fields.email}
      />
      <Trap />
      <div className="field">
        <Choice
          type="checkbox"
          name="goodFaith"
          value="1"
          required
          defaultChecked={kept?.fields.goodFaith === "1"}
          aria-describedby={faultOf("goodFaith") && "goodFaith-fault"}
        >
          {t("fairness.outside.goodFaith")}
        </Choice>
        {faultOf("goodFaith") && (
          <p className="fault" id="goodFaith-fault">
            {faultOf("goodFaith")}
          </p>
        )}
      </div>
      <p className="actions">
        <Button kind="primary">{t("fairness.outside.button")}</Button>
      </p>
    </form>
  );
}

/** A field that nobody sees, hears or reaches by keyboard: what fills it in is a machine. */
function Trap() {
  return (
    <div className="sr-only" aria-hidden="true">
      <label>
        {t("fairness.outside.trap")} <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
