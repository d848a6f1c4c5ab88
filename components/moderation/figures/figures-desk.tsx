import { percent, shortDay } from "@/components/moderation/figures/amounts";
import { BarTable } from "@/components/moderation/figures/bar-table";
import { FlowChart } from "@/components/moderation/figures/flow-chart";
import { WaitingChart } from "@/components/moderation/figures/waiting-chart";
import { t } from "@/lib/messages";
import { bucketOf, type Seen } from "@/lib/moderation/figures/activity";
import { measureKinds } from "@/lib/moderation/figures/schema";
import { reasons } from "@/lib/moderation/limits";

/** The charts of the last days, each with its numbers. */
export function FiguresDesk({ seen }: { seen: Seen }) {
  const { days, waited, span } = seen;
  const [from = "", to = ""] = [days[0]?.day, days.at(-1)?.day];
  const bucket = bucketOf(span);
  return (
    <>
      <section aria-labelledby="flow">
        <h2 id="flow">{t("figures.flow")}</h2>
        <p>{t("figures.flowText", { from: shortDay(from), to: shortDay(to) })}</p>
        <FlowChart days={days} />
      </section>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t("figures.waiting")}</h2>
        <p>
          {waited.length > 0
            ? t("figures.waitingText", { bucket: bucket === 7 ? "week" : "day" })
            : t("figures.waitingNone")}
        </p>
        {waited.length > 0 && <WaitingChart waited={waited} days={days} bucket={bucket} />}
      </section>
      <section aria-labelledby="reports">
        <h2 id="reports">{t("figures.reports")}</h2>
        <Reports reports={seen.reports} />
      </section>
      <section aria-labelledby="objections">
        <h2 id="objections">{t("figures.objections")}</h2>
        <Objections objections={seen.objections} />
      </section>
    </>
  );
}

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);

function Reports({ reports }: Pick<Seen, "reports">) {
  if (reports.length === 0) return <p>{t("figures.reportsNone")}</p>;
  const rows = reasons.map((reason) => {
    const these = reports.filter((each) => each.reason === reason);
    const of = (status: "upheld" | "dismissed" | "open") => sum(these.filter((each) => each.status === status));
    return {
      name: t(`moderation.reasons.${reason}`),
      count: sum(these),
      parts: [of("upheld"), of("dismissed"), of("open")],
    };
  });
  const head = ["reason", "count", "upheld", "dismissed", "open"] as const;
  return (
    <>
      <p>{t("figures.reportsText")}</p>
      <BarTable
        caption={t("figures.reportsTable")}
        head={head.map((name) => t(`figures.${name}`))}
        rows={rows.filter(({ count }) => count > 0)}
      />
    </>
  );
}

function Objections({ objections }: Pick<Seen, "objections">) {
  if (objections.length === 0) return <p>{t("figures.objectionsNone")}</p>;
  const of = (status: "granted" | "refused" | "open", among = objections) =>
    sum(among.filter((each) => each.status === status));
  const answered = of("granted") + of("refused");
  const share = answered === 0 ? percent(0) : percent(of("granted") / answered);
  const rows = measureKinds.map((measure) => {
    const these = objections.filter((each) => each.measure === measure);
    const parts = [of("granted", these), of("refused", these), of("open", these)];
    return { name: t(`transparency.kinds.${measure}`), count: sum(these), parts };
  });
  return (
    <>
      <p>
        {t("figures.objectionsText", { granted: of("granted"), answered, share })}{" "}
        {t("figures.objectionsOpen", { count: of("open") })}
      </p>
      <BarTable
        caption={t("figures.objectionsTable")}
        head={[
          t("figures.measure"),
          t("transparency.figures.objections"),
          ...(["granted", "refused", "open"] as const).map((name) => t(`figures.${name}`)),
        ]}
        rows={rows.filter(({ count }) => count > 0)}
      />
    </>
  );
}
