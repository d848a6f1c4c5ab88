import type { ReactNode } from "react";
import { formatNumber, t } from "@/lib/messages";
import type { HelperOutput } from "@/lib/moderation/schema";

const [width, height, edge] = [320, 200, 28];
const x = (share: number) => edge + share * (width - 2 * edge);
const y = (share: number) => height - edge - share * (height - 2 * edge);
const path = (points: readonly [number, number][]) =>
  points.map(([across, up], at) => `${at === 0 ? "M" : "L"}${x(across).toFixed(1)} ${y(up).toFixed(1)}`).join(" ");

/** The frame of a chart from 0 to 100 %. The table beside it says the same, so listeners are spared this. */
function Frame({ children }: { children: ReactNode }) {
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className="grid" x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} />
          <text x={x(0) - 4} y={y(share) + 4} textAnchor="end">
            {formatNumber(100 * share)}
          </text>
        </g>
      ))}
      {children}
    </svg>
  );
}

/** What was said against what came: on the line where scores come true, larger where they are many. */
export function ReliabilityChart({ reliability }: Pick<HelperOutput, "reliability">) {
  const most = Math.max(1, ...reliability.map(({ count }) => count));
  const points = reliability.filter(({ count }) => count > 0);
  return (
    <Frame>
      <line className="grid" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <path className="line" d={path(points.map(({ said, came }) => [said, came]))} />
      {points.map(({ said, came, count }) => (
        <circle key={said} cx={x(said)} cy={y(came)} r={2 + 5 * Math.sqrt(count / most)} />
      ))}
    </Frame>
  );
}

/** Precision (drawn through) and recall (dashed) as they went. */
export function CourseChart({ course }: Pick<HelperOutput, "course">) {
  const across = (at: number) => (course.length > 1 ? at / (course.length - 1) : 0.5);
  const of = (what: "precision" | "recall") => course.map((point, at): [number, number] => [across(at), point[what]]);
  return (
    <Frame>
      <path className="line" d={path(of("precision"))} />
      <path className="line dashed" d={path(of("recall"))} />
      {of("precision").map(([at, up]) => (
        <circle key={at} cx={x(at)} cy={y(up)} r={3} />
      ))}
      <text x={x(0)} y={height - 6}>
        {`— ${t("learning.precisionHead")}   - - ${t("learning.recallHead")}`}
      </text>
    </Frame>
  );
}
