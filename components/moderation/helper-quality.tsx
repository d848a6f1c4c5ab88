import { CourseChart, ReliabilityChart } from "@/components/moderation/helper-charts";
import { Table } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { formatNumber, t } from "@/lib/messages";
import type { HelperOutput } from "@/lib/moderation/schema";

const percent = (share: number) => `${formatNumber(Math.round(1_000 * share) / 10)} %`;

/** How good the helper was on decisions that it had not seen: each chart with its figures beside it. */
export function HelperQuality({ screen }: { screen: HelperOutput }) {
  const { measures } = screen;
  return (
    <section aria-labelledby="quality" className="quality">
      <h2 id="quality">{t("learning.quality")}</h2>
      <HelperMeasures screen={screen} />
      {measures && <Bounds screen={screen} />}
      {measures && <Reliability screen={screen} />}
      <HelperCourse screen={screen} />
    </section>
  );
}

/** On how many decisions it was measured, and how good it was in three numbers. */
export function HelperMeasures({ screen: { trials, measures } }: { screen: HelperOutput }) {
  return (
    <>
      {trials === 0 && <p>{t("learning.none")}</p>}
      {trials > 0 && <p>{t("learning.measuredOn", { count: formatNumber(trials) })}</p>}
      {measures && (
        <dl className="figures">
          <dt>{t("learning.roc")}</dt>
          <dd>{measures.rocArea.toFixed(4)}</dd>
          <dt>{t("learning.recall")}</dt>
          <dd>{percent(measures.recallAtOnePercent)}</dd>
          <dt>{t("learning.calibrationError")}</dt>
          <dd>{percent(measures.calibrationError)}</dd>
        </dl>
      )}
    </>
  );
}

function Bounds({ screen: { bounds } }: { screen: HelperOutput }) {
  const head = ["from", "held", "right", "precisionHead", "atLeast", "recallHead"] as const;
  return (
    <Table
      keep
      caption={t("learning.bounds")}
      head={head.map((each) => t(`learning.${each}`))}
      figures={[0, 1, 2, 3, 4, 5]}
    >
      {bounds.map(({ from, held, right, precision, atLeast, recall }) => (
        <tr key={from}>
          <th scope="row" className="num">
            {percent(from)}
          </th>
          <td className="num">{formatNumber(held)}</td>
          <td className="num">{formatNumber(right)}</td>
          <td className="num">{held > 0 && percent(precision)}</td>
          <td className="num">{held > 0 && percent(atLeast)}</td>
          <td className="num">{percent(recall)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Reliability({ screen: { reliability } }: { screen: HelperOutput }) {
  return (
    <>
      <h3>{t("learning.calibration")}</h3>
      <p>{t("learning.calibrationText")}</p>
      <div className="charted">
        <ReliabilityChart reliability={reliability} />
        <Table
          keep
          caption={t("learning.calibration")}
          head={[t("learning.said"), t("learning.came"), t("learning.count")]}
          figures={[0, 1, 2]}
        >
          {reliability
            .filter(({ count }) => count > 0)
            .map(({ said, came, count }) => (
              <tr key={said}>
                <td className="num">{percent(said)}</td>
                <td className="num">{percent(came)}</td>
                <td className="num">{formatNumber(count)}</td>
              </tr>
            ))}
        </Table>
      </div>
    </>
  );
}

/** How precise and how complete it was as time went by; nothing while there is too little to draw. */
export function HelperCourse({ screen: { course } }: { screen: HelperOutput }) {
  if (course.length === 0) return null;
  return (
    <>
      <h3>{t("learning.course")}</h3>
      <p>{t("learning.courseText")}</p>
      <div className="charted">
        <CourseChart course={course} />
        <Table
          keep
          caption={t("learning.course")}
          head={[
            t("learning.until"),
            t("learning.precisionHead"),
            t("learning.recallHead"),
            t("learning.calibrationError"),
          ]}
          figures={[1, 2, 3]}
        >
          {course.map(({ until, precision, recall, calibrationError }) => (
            <tr key={until}>
              <td>
                <When at={new Date(until)} />
              </td>
              <td className="num">{percent(precision)}</td>
              <td className="num">{percent(recall)}</td>
              <td className="num">{percent(calibrationError)}</td>
            </tr>
          ))}
        </Table>
      </div>
    </>
  );
}
