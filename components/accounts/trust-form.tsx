import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import { Table } from "@/components/ui/table";
import { type Typed, typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import type { SiteSettings } from "@/lib/settings";

const action = "/api/v1/admin/settings";
const levels = ["known", "trusted"] as const;
const columns = ["published", "days", "removed"] as const;
const fields = ["trust", ...levels.flatMap((level) => columns.map((column) => `trust.${level}.${column}`))];

/** From how many good comments on a reader is at which level of trust. */
export function TrustForm({ settings, kept }: { settings: SiteSettings; kept: KeptForm | null }) {
  const typed = typedInto(kept?.fields.part === "trust" ? kept : null, action, fields);
  return (
    <section aria-labelledby="trust-head">
      <h2 id="trust-head">{t("measures.trustForm.head")}</h2>
      <p>{t("measures.trustForm.text")}</p>
      <form method="post" action={action}>
        <Refusal typed={typed} fields={fields} />
        {typed.fault("trust") && <p className="fault">{typed.fault("trust")}</p>}
        <input type="hidden" name="part" value="trust" />
        <div className="uncaptioned">
          <Table
            caption={t("measures.trustForm.caption")}
            head={[t("measures.trustForm.level"), ...columns.map((column) => t(`measures.trustForm.${column}`))]}
          >
            {levels.map((level) => (
              <tr key={level}>
                <th scope="row">{t(`measures.trustForm.levels.${level}`)}</th>
                {columns.map((column) => (
                  <td key={column}>
                    <Threshold {...{ typed, level, column }} now={settings.trust[level][column]} />
                  </td>
                ))}
              </tr>
            ))}
          </Table>
        </div>
        <p className="hint">{t("measures.trustForm.removedHint")}</p>
        <p className="actions">
          <Button aria-label={t("measures.trustForm.saveTrust")}>{t("measures.trustForm.save")}</Button>
        </p>
      </form>
    </section>
  );
}

interface ThresholdProps {
  typed: Typed;
  level: (typeof levels)[number];
  column: (typeof columns)[number];
  now: number | null;
}

function Threshold({ typed, level, column, now }: ThresholdProps) {
  const field = `trust.${level}.${column}`;
  const fault = typed.fault(field);
  const name = t("measures.trustForm.of", {
    column: t(`measures.trustForm.${column}`),
    level: t(`measures.trustForm.levels.${level}`),
  });
  return (
    <>
      <input
        className="input"
        name={field}
        defaultValue={typed.value(field) ?? now ?? ""}
        inputMode="numeric"
        aria-label={name}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${field}-fault` : undefined}
      />
      {fault && (
        <p className="fault" id={`${field}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}
