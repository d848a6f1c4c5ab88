import { ageInWords } from "@/components/moderation/age";
import { holdSteps } from "@/lib/comments/screening/submission";
import { t } from "@/lib/messages";
import type { QueueItem } from "@/lib/moderation/schema";

type Held = QueueItem["held"][number];

/** Why screening held a comment, in the few words of a row. */
export function heldInWords({ step, detail }: Held): string {
  const known = holdSteps.find((each) => each === step);
  const name = known ? t(`screening.steps.${known}`) : step;
  return known === "words" && detail ? `${name}: ${detail}` : name;
}

/** Why a comment waits, with the words that were found; and what rules in shadow would have done. */
export function HeldReasons({ held, waiting }: { held: QueueItem["held"]; waiting: boolean }) {
  const [tried, real] = [held.filter(({ shadow }) => shadow), waiting ? held.filter(({ shadow }) => !shadow) : []];
  return (
    <>
      {real.length > 0 && <Reasons title={t("moderation.heldTitle")} held={real} />}
      {tried.length > 0 && <Reasons title={t("screening.trial.title")} held={tried} />}
    </>
  );
}

function Reasons({ title, held }: { title: string; held: Held[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {held.map((why) => (
          <li key={`${why.step} ${why.detail}`}>
            {why.shadow && `${t(`screening.trial.${why.shadow}`)}: `}
            {heldInWords(why)}
            {why.step !== "words" && why.detail && <span className="small"> {why.detail}</span>}
            {why.matched.map((match) => (
              <Found key={`${match.entry} ${match.before} ${match.found}`} match={match} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A word that a rule found, marked between those around it. */
function Found({ match: { entry, before, found, after } }: { match: Held["matched"][number] }) {
  return (
    <p className="found">
      <bdi>
        {before}
        <mark>{found}</mark>
        {after}
      </bdi>
      {entry && entry !== found && <span className="small"> {t("screening.listed", { entry })}</span>}
    </p>
  );
}

/** What readers reported, in their words. */
export function OpenReports({ reports, count, now }: { reports: QueueItem["reports"]; count: number; now: Date }) {
  if (count === 0) return null;
  return (
    <section>
      <h2>{t("moderation.reportedBy", { count })}</h2>
      <ul className="rows">
        {reports.map(({ reason, note, category, at, ...from }) => (
          <li key={`${from.by?.handle} ${at}`} className="reported">
            <p className="text" dir="auto">
              {note || t("moderation.noNote")}
            </p>
            <p className="small">
              {t(`moderation.reasons.${reason}`)} · {reporterInWords(from, ageInWords(new Date(at), now))}
            </p>
            {category && (
              <p className="small">
                {t("fairness.queue.category", { category: t(`fairness.outside.categories.${category}`) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Report = QueueItem["reports"][number];

function reporterInWords({ by, withoutAccount }: Pick<Report, "by" | "withoutAccount">, age: string): string {
  if (withoutAccount) {
    return t("fairness.queue.withoutAccount", { name: withoutAccount.name || t("fairness.queue.unnamed"), age });
  }
  return t("moderation.reporter", { name: by?.name ?? t("moderation.nobody"), age });
}
