import type { Metadata } from "next";
import { type Asked, asked } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { FiguresDesk } from "@/components/moderation/figures/figures-desk";
import { HelperCourse, HelperMeasures } from "@/components/moderation/helper-quality";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { Tabs } from "@/components/ui/tabs";
import { isModerator } from "@/lib/actor";
import { now } from "@/lib/clock";
import { t } from "@/lib/messages";
import { seen } from "@/lib/moderation/figures/activity";
import { spans } from "@/lib/moderation/figures/limits";
import { helperScreen } from "@/lib/moderation/helper-screen";
import { queueCounts } from "@/lib/moderation/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("figures.title") };

const hrefOf = (span: number) => `/moderation/figures?days=${span}`;

export default async function FiguresPage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer("/moderation/figures", isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const days = await asked(searchParams, "days");
  const span = spans.find((each) => String(each) === days) ?? 90;
  const [figures, helper, counts] = await Promise.all([
    seen(viewer, span, now()),
    helperScreen(viewer),
    queueCounts(viewer),
  ]);
  return (
    <>
      <QueueTabs counts={counts} current="figures" />
      <div className="desk-page figures-page">
        <h1>{t("figures.title")}</h1>
        <p>{t("figures.lead")}</p>
        <Tabs
          label={t("figures.spans")}
          tabs={spans.map((each) => ({ href: hrefOf(each), label: t("figures.span", { days: each }) }))}
          current={hrefOf(span)}
        />
        <FiguresDesk seen={figures} />
        <section aria-labelledby="helper">
          <h2 id="helper">{t("figures.helper")}</h2>
          <HelperMeasures screen={helper} />
          <HelperCourse screen={helper} />
          <p>
            <a href="/moderation/learning">{t("figures.helperMore")}</a>
          </p>
        </section>
        <p>
          <a href={`/transparency?from=${figures.days[0]?.day}&to=${figures.days.at(-1)?.day}`}>
            {t("figures.report")}
          </a>
        </p>
      </div>
    </>
  );
}
