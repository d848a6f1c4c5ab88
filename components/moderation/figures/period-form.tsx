import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { t } from "@/lib/messages";
import { firstDay, lastDay } from "@/lib/moderation/limits";

/** The first and the last day; a plain GET, so that a report can be linked to. */
export function PeriodForm({ from, to }: { from: string; to: string }) {
  return (
    <form className="search-form period-form" action="/transparency">
      <Field name="from" type="date" label={t("transparency.from")} defaultValue={from} min={firstDay} max={lastDay} />
      <Field name="to" type="date" label={t("transparency.to")} defaultValue={to} min={firstDay} max={lastDay} />
      <Button kind="primary">{t("transparency.show")}</Button>
    </form>
  );
}
