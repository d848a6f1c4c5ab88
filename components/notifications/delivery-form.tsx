import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { deliveries, kinds } from "@/lib/notifications/limits";
import type { Deliveries } from "@/lib/notifications/schema";

const action = "/api/v1/viewer/notifications";

interface DeliveryFormProps {
  chosen: Deliveries;
  kept: KeptForm | null;
  /** It was just chosen: said here, where the page opens, not at its head. */
  saved: boolean;
}

/** What is mailed, and when: a choice for each kind. */
export function DeliveryForm({ chosen, kept, saved }: DeliveryFormProps) {
  const typed = typedInto(kept, action, kinds);
  return (
    <section aria-labelledby="mail-head">
      <h2 id="mail-head">{t("notifications.settings.head")}</h2>
      {saved && (
        <Alert kind="note" title={t("accounts.settings.saved.mail")}>
          {t("accounts.settings.savedText.mail")}
        </Alert>
      )}
      <form method="post" action={action}>
        <Refusal typed={typed} fields={kinds} />
        <p>
          {t("notifications.settings.text")} <a href="/inbox">{t("notifications.letter.inbox")}</a>
        </p>
        {kinds.map((kind) => (
          <Select
            key={kind}
            name={kind}
            id={`mail-${kind}`}
            label={t(`notifications.settings.kinds.${kind}`)}
            defaultValue={typed.value(kind) ?? chosen[kind]}
            fault={typed.fault(kind)}
            autoFocus={typed.focused === kind}
          >
            {deliveries.map((delivery) => (
              <option key={delivery} value={delivery}>
                {t(`notifications.settings.deliveries.${delivery}`)}
              </option>
            ))}
          </Select>
        ))}
        <p className="actions">
          <Button kind="primary">{t("notifications.settings.button")}</Button>
        </p>
      </form>
    </section>
  );
}
