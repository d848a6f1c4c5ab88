import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { t } from "@/lib/messages";
import { deliveries, kinds } from "@/lib/notifications/limits";
import type { Deliveries } from "@/lib/notifications/schema";

/** What is mailed, and when: a choice for each kind. */
export function DeliveryForm({ chosen }: { chosen: Deliveries }) {
  return (
    <section aria-labelledby="mail-head">
      <h2 id="mail-head">{t("notifications.settings.head")}</h2>
      <form method="post" action="/api/v1/viewer/notifications">
        <p>
          {t("notifications.settings.text")} <a href="/inbox">{t("notifications.letter.inbox")}</a>
        </p>
        {kinds.map((kind) => (
          <Select
            key={kind}
            name={kind}
            id={`mail-${kind}`}
            label={t(`notifications.settings.kinds.${kind}`)}
            defaultValue={chosen[kind]}
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
