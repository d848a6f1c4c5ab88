import { TransparencyFigures } from "@/components/moderation/figures/transparency-figures";
import { formatDay, t } from "@/lib/messages";
import type { Period } from "@/lib/moderation/figures/period";
import { transparencyReport } from "@/lib/moderation/figures/transparency";

/** The report of a period: over what it was counted, how to take it along, and its figures. */
export async function TransparencyReport({ period }: { period: Period }) {
  const report = await transparencyReport(period);
  const { entries, first, last, head } = report.log;
  const query = new URLSearchParams({ ...period });
  return (
    <>
      <section className="accounted" aria-labelledby="period">
        <h2 id="period">{t("transparency.period", { from: written(period.from), to: written(period.to) })}</h2>
        <p>
          {t.rich("transparency.counted", {
            entries,
            first: first ?? "none",
            last: last ?? 0,
            head: head.seq,
            log: (words) => <a href="/log">{words}</a>,
          })}
        </p>
        <p className="hash">
          <code>{head.hash}</code>
        </p>
        <p className="meta">{t("transparency.countedHint")}</p>
        <p className="meta">
          {t("transparency.take")}: <a href={`/api/v1/transparency?${query}&format=csv`}>{t("transparency.csv")}</a>,{" "}
          <a href={`/api/v1/transparency?${query}`}>{t("transparency.json")}</a>
        </p>
      </section>
      <TransparencyFigures report={report} />
    </>
  );
}

const written = (day: string) => formatDay(new Date(`${day}T00:00:00Z`));
