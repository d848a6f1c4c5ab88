import type { Metadata } from "next";
import type { Asked } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { LogTable } from "@/components/moderation/log-table";
import { queueAddress } from "@/components/moderation/queue-address";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { isModerator } from "@/lib/actor";
import { t } from "@/lib/messages";
import { decisionLog, orFirstPage, queueCounts } from "@/lib/moderation/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("moderation.logTitle") };

export default async function LogPage({ searchParams }: { searchParams: Asked }) {
  const { cursor } = queueAddress(await searchParams);
  const viewer = await pageViewer("/moderation/log", isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const [{ items, nextCursor }, counts] = await Promise.all([
    orFirstPage(cursor, (from) => decisionLog(viewer, { cursor: from, limit: 50 })),
    queueCounts(viewer),
  ]);
  return (
    <>
      <QueueTabs counts={counts} current="log" />
      <div className="desk-page">
        <h1>{t("moderation.logTitle")}</h1>
        {items.length === 0 ? <Empty title={t("moderation.logEmpty")} /> : <LogTable decisions={items} />}
        <Pager more={nextCursor && `/moderation/log?cursor=${nextCursor}`} start={cursor ? "/moderation/log" : null} />
      </div>
    </>
  );
}
