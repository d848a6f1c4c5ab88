import { duration, shortDay } from "@/components/moderation/figures/amounts";
import { AsTable, DayAxis } from "@/components/moderation/figures/axis";
import { formatNumber, t } from "@/lib/messages";
import type { DayOfFlow, Waited } from "@/lib/moderation/figures/activity";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
/** Tops of the scale whose half is a round time as well. */
const tops = [10 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 12 * hour, day, 2 * day, 4 * day, 8 * day];

interface WaitingProps {
  waited: Waited[];
  days: DayOfFlow[];
  /** Days in each place of the chart. */
  bucket: number;
}

/** The median as a dot and the 95th percentile as a bar across, joined by a line; a place without decisions is empty. */
export function WaitingChart({ waited, days, bucket }: WaitingProps) {
  const places = days.filter((_, at) => at % bucket === 0).map((each) => each.day);
  const most = Math.max(...waited.map(({ slowest }) => slowest));
  const top = tops.find((each) => each >= most) ?? Math.ceil(most / (16 * day)) * 16 * day;
  const y = (seconds: number) => (100 - (100 * seconds) / top).toFixed(2);
  const points = waited.map((each) => ({ ...each, x: places.indexOf(each.from) + 0.5 }));
  return (
    <>
      <p className="legend" aria-hidden="true">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path className="dot" d="M8 8h0" />
        </svg>
        {t("figures.median")}
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path className="tick" d="M2 8h12" />
        </svg>
        {t("figures.slowest")}
      </p>
      <div className="waiting">
        <p className="scale" aria-hidden="true">
          {[top, top / 2, 0].map((seconds) => (
            <span key={seconds}>{duration(seconds)}</span>
          ))}
        </p>
        <svg viewBox={`0 0 ${places.length} 100`} preserveAspectRatio="none" aria-hidden="true">
          <path className="grid" d={`M0 0h${places.length}M0 50h${places.length}M0 100h${places.length}`} />
          <path
            className="stem"
            d={points.map(({ x, median, slowest }) => `M${x} ${y(median)}V${y(slowest)}`).join("")}
          />
          <path className="tick" d={points.map(({ x, slowest }) => `M${x - 0.25} ${y(slowest)}h.5`).join("")} />
          <path className="dot" d={points.map(({ x, median }) => `M${x} ${y(median)}h0`).join("")} />
        </svg>
        <DayAxis names={places.map(shortDay)} />
      </div>
      <AsTable
        caption={t("figures.waitingTable")}
        head={[
          t(bucket === 1 ? "figures.day" : "figures.week"),
          t("figures.decided"),
          t("figures.median"),
          t("figures.slowest"),
        ]}
        rows={waited.map(({ from, decided, median, slowest }) => ({
          name: shortDay(from),
          cells: [formatNumber(decided), duration(median), duration(slowest)],
        }))}
      />
    </>
  );
}
