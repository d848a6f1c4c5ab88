import type { ReactNode } from "react";
import { endAction } from "@/components/moderation/people/actions";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Refusal } from "@/components/ui/refusal";
import { type Typed, typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { formatMoment, t } from "@/lib/messages";
import type { PersonOutput, SanctionOutput } from "@/lib/moderation/people/schema";

interface MeasuresProps {
  person: PersonOutput;
  /** Whether this viewer may end them. */
  may: boolean;
  kept: KeptForm | null;
}

/** The measures against somebody: those in force, each with the form that ends it, and those before. */
export function Measures({ person: { handle, sanctions }, may, kept }: MeasuresProps) {
  const [open, over] = [sanctions.filter((each) => each.open), sanctions.filter((each) => !each.open)];
  return (
    <section aria-labelledby="measures">
      <h2 id="measures">{t("measures.measures")}</h2>
      {sanctions.length === 0 && <p>{t("measures.none")}</p>}
      {open.length > 0 && <h3>{t("measures.inForce")}</h3>}
      <ul className="entries">
        {open.map((each) => (
          <Measure key={each.id} measure={each}>
            {may && <EndForm measure={each} back={`/moderation/people/${handle}`} kept={kept} />}
          </Measure>
        ))}
      </ul>
      {over.length > 0 && <h3>{t("measures.history")}</h3>}
      <ul className="entries">
        {over.map((each) => (
          <Measure key={each.id} measure={each} />
        ))}
      </ul>
    </section>
  );
}

function Measure({ measure, children }: { measure: SanctionOutput; children?: ReactNode }) {
  const { kind, reason, message, by, at, until, open, endedAt, endedBy } = measure;
  const end = until ? t("measures.untilDay", { until: formatMoment(new Date(until)) }) : t("measures.untilEnded");
  return (
    <li>
      <p>
        <b>{t("moderation.didFor", { did: t(`measures.kinds.${kind}`), reason: t(`moderation.reasons.${reason}`) })}</b>
        {kind !== "warn" && open && `, ${end}`}
      </p>
      {message && (
        <p className="text" dir="auto">
          {message}
        </p>
      )}
      <p className="small">
        {t("measures.taken", { by: by?.name ?? t("measures.product"), at: formatMoment(new Date(at)) })}
        {endedAt && `. ${endInWords(endedAt, endedBy)}.`}
      </p>
      {children}
    </li>
  );
}

function endInWords(endedAt: string, by: SanctionOutput["endedBy"]): string {
  const at = formatMoment(new Date(endedAt));
  return by ? t("measures.ended", { at, by: by.name }) : t("measures.lapsed", { at });
}

function EndForm({ measure, back, kept }: { measure: SanctionOutput; back: string; kept: KeptForm | null }) {
  const { id, kind } = measure;
  const action = endAction(measure);
  const typed: Typed = typedInto(kept, action, ["why"]);
  return (
    <form method="post" action={action}>
      <Refusal typed={typed} fields={["why"]} />
      <input type="hidden" name="back" value={back} />
      <Field
        name="why"
        id={`why-${id}`}
        label={t("measures.why")}
        required
        dir="auto"
        fault={typed.fault("why")}
        autoFocus={typed.focused === "why"}
        defaultValue={typed.value("why")}
      />
      <Button aria-label={t("measures.endOf", { kind: t(`measures.kinds.${kind}`) })}>{t("measures.end")}</Button>
    </form>
  );
}
