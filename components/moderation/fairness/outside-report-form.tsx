import { whyRefused } from "@/components/moderation/fairness/why-refused";
import { ReportReasons } from "@/components/moderation/reason-choices";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Field, Select, TextArea } from "@/components/ui/field";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { categories, maxExplanation } from "@/lib/moderation/fairness/limits";

const fields = ["reason", "category", "explanation", "name", "email", "goodFaith"];

interface OutsideReportFormProps {
  commentId: string;
  /** `formToken` of lib/moderation/fairness/form-token.ts. */
  token: string;
  kept: KeptForm | null;
}

/** A report without an account, by a plain form; what was chosen and typed survives a refusal. */
export function OutsideReportForm({ commentId, token, kept }: OutsideReportFormProps) {
  const action = `/api/v1/comments/${commentId}/reports/without-account`;
  const typed = typedInto(kept, action, fields);
  return (
    <form method="post" action={action}>
      {kept && <Alert title={t("moderation.report.refused")}>{whyRefused(kept)}</Alert>}
      {kept && <input type="hidden" name="draft" value={kept.id} />}
      <input type="hidden" name="formToken" value={token} />
      <ReportReasons chosen={typed.value("reason")} fault={typed.fault("reason")} />
      <Select
        name="category"
        label={t("fairness.outside.category")}
        fault={typed.fault("category")}
        defaultValue={typed.value("category")}
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
        fault={typed.fault("explanation")}
        defaultValue={typed.value("explanation")}
      />
      <Field
        name="name"
        autoComplete="name"
        label={t("fairness.outside.name")}
        fault={typed.fault("name")}
        defaultValue={typed.value("name")}
      />
      <Field
        name="email"
        type="email"
        autoComplete="email"
        label={t("fairness.outside.email")}
        hint={t("fairness.outside.emailHint")}
        fault={typed.fault("email")}
        defaultValue={typed.value("email")}
      />
      <Trap />
      <div className="field">
        <Choice
          type="checkbox"
          name="goodFaith"
          value="1"
          required
          defaultChecked={typed.value("goodFaith") === "1"}
          aria-describedby={typed.fault("goodFaith") && "goodFaith-fault"}
        >
          {t("fairness.outside.goodFaith")}
        </Choice>
        {typed.fault("goodFaith") && (
          <p className="fault" id="goodFaith-fault">
            {typed.fault("goodFaith")}
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
