import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { t } from "@/lib/messages";
import type { BarOutput } from "@/lib/moderation/people/schema";

/** The bars in force, each with the button that lifts it. */
export function BarsTable({ bars }: { bars: readonly BarOutput[] }) {
  const head = (["what", "why", "since", "until", "lift"] as const).map((column) => t(`bars.columns.${column}`));
  return (
    <Table caption={t("bars.caption")} head={head}>
      {bars.map(({ id, value, reason, message, by, at, until }) => (
        <tr key={id}>
          <th scope="row">
            <code>{value}</code>
          </th>
          <td>
            {t(`moderation.reasons.${reason}`)}
            {message && <p dir="auto">{message}</p>}
          </td>
          <td>
            <When at={new Date(at)} />
            {by && <p className="small">{t("bars.by", { name: by.name })}</p>}
          </td>
          <td>{until ? <When at={new Date(until)} /> : t("bars.open")}</td>
          <td>
            <form method="post" action={`/api/v1/moderation/bars/${id}/lift`}>
              <Button aria-label={t("bars.liftOf", { value })}>{t("bars.lift")}</Button>
            </form>
          </td>
        </tr>
      ))}
    </Table>
  );
}
