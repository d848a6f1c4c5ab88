import { duration, percent } from "@/components/moderation/figures/amounts";
import { Table } from "@/components/ui/table";
import { formatNumber, t } from "@/lib/messages";
import { type Figure, linesOf, sections } from "@/lib/moderation/figures/lines";
import type { Transparency } from "@/lib/moderation/figures/schema";

const amount = { count: formatNumber, seconds: duration, share: percent };

const shown = ({ unit }: Figure, value: number | null) =>
  value === null ? t("transparency.notKnown") : amount[unit](value);

/** The report, part by part of the law: numbers alone first, then tables of those that have parts. */
export function TransparencyFigures({ report }: { report: Transparency }) {
  const lines = linesOf(report);
  return sections.map((section) => {
    const figures = lines.filter((line) => line.section === section);
    return (
      <section key={section} className="accounted" aria-labelledby={section}>
        <h2 id={section}>{t(`transparency.sections.${section}.title`)}</h2>
        <p className="meta">{t("transparency.law", { article: figures[0]?.article ?? "" })}</p>
        <p>{t(`transparency.sections.${section}.text`)}</p>
        <Numbers figures={figures.filter(isNumber)} />
        <div className="tables">
          {figures
            .filter((figure) => !isNumber(figure))
            .map((figure) => (
              <Parts key={figure.name} figure={figure} />
            ))}
        </div>
      </section>
    );
  });
}

const isNumber = ({ parts }: Figure) => parts.length === 1 && parts[0]?.part === "";

function Numbers({ figures }: { figures: Figure[] }) {
  return (
    <dl className="facts">
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt>{t(`transparency.figures.${figure.name}`)}</dt>
          <dd className="num">{shown(figure, figure.parts[0]?.value ?? null)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What did not happen is left out here; the table to take along has it with 0. A long one is folded. */
function Parts({ figure }: { figure: Figure }) {
  const parts = figure.parts.filter(({ value }) => value !== 0);
  if (parts.length === 0) return null;
  if (figure.name !== "measuresGroups") return <PartsTable figure={figure} parts={parts} />;
  return (
    <details className="whole">
      <summary>{t("transparency.figures.measuresGroups")}</summary>
      <PartsTable figure={figure} parts={parts} />
    </details>
  );
}

function PartsTable({ figure, parts }: { figure: Figure; parts: Figure["parts"] }) {
  return (
    <Table
      caption={t(`transparency.figures.${figure.name}`)}
      head={[t("transparency.what"), t("transparency.count")]}
      figures={[1]}
    >
      {parts.map(({ part, value }) => (
        <tr key={part}>
          <th scope="row">{part}</th>
          <td className="num">{shown(figure, value)}</td>
        </tr>
      ))}
    </Table>
  );
}
