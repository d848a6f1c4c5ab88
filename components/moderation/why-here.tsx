import { ageInWords } from "@/components/moderation/age";
import type { Hold } from "@/lib/comments/screening/screen";
import { t } from "@/lib/messages";
import type { QueueItem } from "@/lib/moderation/schema";

const steps = ["all_held", "first_held", "repeated", "edited"] as const satisfies readonly Hold["step"][];

/** Why screening held a comment, in a sentence, or in the few words of a row. */
export function heldInWords(
  { step, detail }: QueueItem["held"][number],
  length: "held" | "heldShort" = "held",
): string {
  const known = steps.find((each) => each === step);
  return known ? t(`moderation.${length}.${known}`) : detail || step;
}

/** Why a comment waits. */
export function HeldReasons({ held, waiting }: { held: QueueItem["held"]; waiting: boolean }) {
  if (held.length === 0 || !waiting) return null;
  return (
    <section>
      <h2>{t("moderation.heldTitle")}</h2>
      <ul>
        {held.map((why) => (
          <li key={why.step}>{heldInWords(why)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What readers reported, in their words. */
export function OpenReports({ reports, count, now }: { reports: QueueItem["reports"]; count: number; now: Date }) {
  if (count === 0) return null;
  return (
    <section>
      <h2>{t("moderation.reportedBy", { count })}</h2>
      <ul className="rows">
        {reports.map(({ reason, note, by, at }) => (
          <li key={`${by?.handle} ${at}`} className="reported">
            <p className="text" dir="auto">
              {note || t("moderation.noNote")}
            </p>
            <p className="small">
              {t(`moderation.reasons.${reason}`)} ·{" "}
              {t("moderation.reporter", {
                name: by?.name ?? t("moderation.nobody"),
                age: ageInWords(new Date(at), now),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
