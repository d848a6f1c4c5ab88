import { Choice, Choices } from "@/components/ui/choice";
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
