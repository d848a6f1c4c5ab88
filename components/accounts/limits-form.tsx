import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import { Table } from "@/components/ui/table";
import { type Typed, typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import type { SiteSettings } from "@/lib/settings";
import { limitsInForce } from "@/lib/settings-change";

const action = "/api/v1/admin/settings";

/** The numbers of every limit. */
export function LimitsForm({ settings, kept }: { settings: SiteSettings; kept: KeptForm | null }) {
  const inForce = limitsInForce(settings.limits);
  const fields = inForce.flatMap(({ name }) => [`limits.${name}.points`, `limits.${name}.seconds`]);
  const typed = typedInto(kept?.fields.part === "limits" ? kept : null, action, fields);
  return (
    <section aria-labelledby="limits-head">
      <h2 id="limits-head">{t("accounts.site.limits")}</h2>
      <p>{t("accounts.site.limitsText")}</p>
      <form method="post" action={action}>
        <Refusal typed={typed} fields={fields} />
        <input type="hidden" name="part" value="limits" />
        <div className="uncaptioned">
          <Table
            caption={t("accounts.site.limitsCaption")}
            head={[t("accounts.site.limit"), t("accounts.site.atMost"), t("accounts.site.within")]}
          >
            {inForce.map((limit) => (
              <tr key={limit.name}>
                <th scope="row">{t(`accounts.site.limitNames.${limit.name}`)}</th>
                <td>
                  <NumberField typed={typed} limit={limit} part="points" />
                </td>
                <td>
                  <NumberField typed={typed} limit={limit} part="seconds" />
                </td>
              </tr>
            ))}
          </Table>
        </div>
        <p className="actions">
          <Button>{t("accounts.site.save")}</Button>
        </p>
      </form>
    </section>
  );
}

interface NumberFieldProps {
  typed: Typed;
  limit: ReturnType<typeof limitsInForce>[number];
  part: "points" | "seconds";
}

function NumberField({ typed, limit, part }: NumberFieldProps) {
  const field = `limits.${limit.name}.${part}`;
  const fault = typed.fault(field);
  const name = t(`accounts.site.limitNames.${limit.name}`);
  return (
    <>
      <label className="unit">
        <span className="sr-only">{name}</span>
        <input
          className="input"
          name={field}
          defaultValue={typed.value(field) ?? limit[part]}
          inputMode="numeric"
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${field}-fault` : undefined}
        />
        <span>{part === "points" ? t("accounts.site.times") : t("accounts.site.seconds")}</span>
      </label>
      {fault && (
        <p className="fault" id={`${field}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}
