import type { Metadata } from "next";
import { keptWords } from "@/components/accounts/kept-words";
import { type Asked, asked } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { BarForm, barAction } from "@/components/moderation/people/bar-form";
import { BarsTable } from "@/components/moderation/people/bars-table";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { Alert } from "@/components/ui/alert";
import { Empty } from "@/components/ui/empty";
import { isModerator } from "@/lib/actor";
import { t } from "@/lib/messages";
import { bars } from "@/lib/moderation/people/queries";
import { queueCounts } from "@/lib/moderation/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("bars.title") };

export default async function BarsPage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer("/moderation/bars", isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const [draft, done, network] = await Promise.all(
    (["draft", "done", "network"] as const).map((name) => asked(searchParams, name)),
  );
  const [standing, counts, kept] = await Promise.all([bars(viewer), queueCounts(viewer), keptWords(draft)]);
  return (
    <>
      <QueueTabs counts={counts} current="bars" />
      <div className="desk-page">
        <h1>{t("bars.title")}</h1>
        <p>{t("bars.lead")}</p>
        {done && <Alert kind="note" title={t(done === "lifted" ? "bars.lifted" : "bars.done")} />}
        {kept && kept.form !== barAction && <Alert title={t("bars.refusedTitle")}>{kept.problem.detail}</Alert>}
        <section aria-label={t("bars.standing")}>
          {standing.length > 0 ? (
            <BarsTable bars={standing} />
          ) : (
            <Empty title={t("bars.none")}>
              <p>{t("bars.noneText")}</p>
            </Empty>
          )}
        </section>
        <BarForm network={network} kept={kept} />
      </div>
    </>
  );
}
