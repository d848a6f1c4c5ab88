import { formatMoment, formatNumber, t } from "@/lib/messages";
import type { HelperOutput } from "@/lib/moderation/schema";

/** What the helper does now, what it learned from, and what it still lacks. */
export function HelperStanding({ screen }: { screen: HelperOutput }) {
  const { state, leave, holdsFrom, needs, learned } = screen;
  const from = `${Math.round(100 * (holdsFrom ?? 1))} %`;
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{t("learning.state")}</h2>
      <p>
        <strong>{t(`learning.states.${state}`, { from })}</strong>
      </p>
      {state === "none" && <p>{t("learning.needs", { count: needs.decisions })}</p>}
      {leave === "hold" && state === "ordering" && <p>{t("learning.unearned", { count: needs.trials })}</p>}
      {learned && (
        <p>
          {t("learning.learned", {
            count: formatNumber(learned.decisions),
            bad: formatNumber(learned.bad),
            when: formatMoment(new Date(learned.at)),
            seconds: formatNumber(Math.round(learned.milliseconds / 100) / 10),
          })}
        </p>
      )}
    </section>
  );
}
