import { t } from "@/lib/messages";

/** In one's settings: where all stands that was decided about oneself. */
export function StatementsLink() {
  return (
    <section aria-labelledby="statements-head">
      <h2 id="statements-head">{t("fairness.list.settings")}</h2>
      <p>
        {t("fairness.list.settingsText")} <a href="/statements">{t("fairness.list.title")}</a>
      </p>
    </section>
  );
}
