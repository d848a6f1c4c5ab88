import { shortDay } from "@/components/moderation/figures/amounts";
import { AsTable, DayAxis } from "@/components/moderation/figures/axis";
import { formatNumber, t } from "@/lib/messages";
import { type DayOfFlow, type Flow, flows } from "@/lib/moderation/figures/activity";

/** What came in and what became of it: a row of bars for each, one bar a day, every row on a scale of its own. */
export function FlowChart({ days }: { days: DayOfFlow[] }) {
  const names = days.map(({ day }) => shortDay(day));
  return (
    <>
      <div className="flow">
        {flows.map((flow) => (
          <Row key={flow} flow={flow} counts={days.map((day) => day[flow])} />
        ))}
        <DayAxis names={names} />
      </div>
      <AsTable
        caption={t("figures.flowTable")}
        head={[t("figures.day"), ...flows.map((flow) => t(`figures.flows.${flow}`))]}
        rows={days.map((day, at) => ({
          name: names[at] ?? day.day,
          cells: flows.map((flow) => formatNumber(day[flow])),
        }))}
      />
    </>
  );
}

function Row({ flow, counts }: { flow: Flow; counts: number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <div className="flow-row">
      <p>
        <b>{t(`figures.flows.${flow}`)}</b>{" "}
        <span className="num">{formatNumber(counts.reduce((sum, n) => sum + n, 0))}</span>
      </p>
      <svg className="bars-of-days" viewBox={`0 0 ${counts.length} 100`} preserveAspectRatio="none" aria-hidden="true">
        <path d={counts.map((count, at) => bar(at, (100 * count) / most)).join("")} />
      </svg>
      <p className="small">{t("figures.most", { count: Math.max(0, ...counts) })}</p>
    </div>
  );
}

/** A day's bar: four fifths of its width, so that days are told apart. */
const bar = (at: number, height: number) => (height === 0 ? "" : `M${at + 0.1} 100v${-height.toFixed(1)}h.8V100z`);
