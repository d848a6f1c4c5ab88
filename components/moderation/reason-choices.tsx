import { Choice, Choices } from "@/components/ui/choice";
import { Select } from "@/components/ui/field";
import { t } from "@/lib/messages";
import { reasons } from "@/lib/moderation/limits";

/** Why something is taken from its writer; the figure beside each is its key. */
export function ReasonChoices({ legend, chosen, fault }: { legend: string; chosen?: string; fault?: string }) {
  return (
    <Choices legend={legend} fault={fault}>
      {reasons.map((reason, place) => (
        <Choice key={reason} name="reason" value={reason} defaultChecked={reason === chosen}>
          {t(`moderation.reasons.${reason}`)}
          <span className="key" aria-hidden="true">
            {place + 1}
          </span>
        </Choice>
      ))}
    </Choices>
  );
}

interface ReasonProps {
  chosen: string | undefined;
  fault: string | undefined;
}

/** Why somebody reports a comment, each reason explained. */
export function ReportReasons({ chosen, fault }: ReasonProps) {
  return (
    <Choices legend={t("moderation.report.legend")} fault={fault}>
      {reasons.map((reason) => (
        <Choice key={reason} name="reason" value={reason} required defaultChecked={reason === chosen}>
          {t(`moderation.report.hints.${reason}`)}
        </Choice>
      ))}
    </Choices>
  );
}

/** Why a measure is taken or a bar raised; one must be chosen. */
export function ReasonSelect({ id, label, chosen = "", fault }: ReasonProps & { id?: string; label: string }) {
  return (
    <Select name="reason" id={id} required label={label} fault={fault} defaultValue={chosen}>
      <option value="" />
      {reasons.map((reason) => (
        <option key={reason} value={reason}>
          {t(`moderation.reasons.${reason}`)}
        </option>
      ))}
    </Select>
  );
}
