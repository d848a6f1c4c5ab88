import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
import type { Asked } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { queueAddress } from "@/components/moderation/queue-address";
import { QueueDesk } from "@/components/moderation/queue-desk";
import { filtersOf, queueHref } from "@/components/moderation/queue-href";
import { isModerator } from "@/lib/actor";
import { t } from "@/lib/messages";
import { queueScreen } from "@/lib/moderation/queue-screen";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("moderation.title") };

export default async function QueuePage({ searchParams }: { searchParams: Asked }) {
  const address = queueAddress(await searchParams);
  const viewer = await pageViewer(queueHref(address), isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const [{ at, ...screen }, kept] = await Promise.all([
    queueScreen(viewer, { ...address, filters: filtersOf(address) }),
    keptDraft(searchParams),
  ]);
  return (
    <>
      <h1 className="sr-only">{t("moderation.title")}</h1>
      <QueueDesk
        key={queueHref({ ...address, comment: undefined })}
        {...screen}
        {...{ address, viewer, kept }}
        at={at.toISOString()}
      />
    </>
  );
}
