import { Table } from "@/components/ui/table";
import { type Example, outcomes, type PlaybackOutput, type PlaybackResult } from "@/lib/comments/screening/schema";
import { holdSteps } from "@/lib/comments/screening/submission";
import { formatDay, formatNumber, t } from "@/lib/messages";

/** What the rules would have done, what was decided on the same comments, and some of them. */
export function PlaybackFound({ from, at, result }: Pick<PlaybackOutput, "from" | "at"> & { result: PlaybackResult }) {
  const span = { from: formatDay(new Date(from)), to: formatDay(new Date(at)), judged: result.judged };
  return (
    <>
      <p>{t("screening.playback.span", span)}</p>
      <p className="standfirst">{t("screening.playback.would", { held: result.held, refused: result.refused })}</p>
      <p>{t("screening.playback.now", result.inForce)}</p>
      <Outcomes result={result} />
      <p>{t("screening.playback.missed", { count: result.turnedAwayMissed })}</p>
      <Steps steps={result.steps} />
      {result.reckoned > 0 && <p className="small">{t("screening.playback.reckoned", { count: result.reckoned })}</p>}
      {result.examples.length > 0 && <h2>{t("screening.playback.examples")}</h2>}
      {outcomes.map((outcome) => (
        <Examples
          key={outcome}
          outcome={outcome}
          examples={result.examples.filter((each) => each.outcome === outcome)}
        />
      ))}
    </>
  );
}

function Outcomes({ result }: { result: PlaybackResult }) {
  return (
    <Table
      caption={t("screening.playback.outcomes")}
      head={[t("screening.playback.decided"), t("screening.playback.count")]}
      figures={[1]}
    >
      {outcomes.map((outcome) => (
        <tr key={outcome}>
          <th scope="row">{t(`screening.playback.outcome.${outcome}`)}</th>
          <td className="num">{formatNumber(result.outcomes[outcome])}</td>
        </tr>
      ))}
    </Table>
  );
}

function Steps({ steps }: { steps: PlaybackResult["steps"] }) {
  const found = holdSteps.filter((step) => steps[step]);
  if (found.length === 0) return null;
  const head = [t("screening.playback.step"), t("screening.playback.count")];
  return (
    <Table caption={t("screening.playback.steps")} head={head} figures={[1]}>
      {found.map((step) => (
        <tr key={step}>
          <th scope="row">{t(`screening.steps.${step}`)}</th>
          <td className="num">{formatNumber(steps[step] ?? 0)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Examples({ outcome, examples }: { outcome: Example["outcome"]; examples: Example[] }) {
  if (examples.length === 0) return null;
  return (
    <section>
      <h3>{t(`screening.playback.outcome.${outcome}`)}</h3>
      <ul className="rows">
        {examples.map(({ id, words, verdict, why }) => (
          <li key={id} className="reported">
            <p className="text" dir="auto">
              {words}
            </p>
            <p className="small">
              {t(`screening.playback.${verdict}`)}: {why.map(inWords).join(" · ")}{" "}
              <a href={`/moderation?comment=${id}`}>{t("screening.playback.see")}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function inWords({ step, detail, found }: Example["why"][number]): string {
  const name = holdSteps.find((each) => each === step);
  const words = found.length > 0 ? found.map((word) => `“${word}”`).join(", ") : detail;
  return `${name ? t(`screening.steps.${name}`) : step}: ${words}`;
}
