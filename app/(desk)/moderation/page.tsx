import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
import type { Asked } from "@/components/layout/address";
import { KeyHints } from "@/components/moderation/key-hints";
import { NotYours } from "@/components/moderation/not-yours";
import { queueAddress, queueHref } from "@/components/moderation/queue-address";
import { QueueDesk } from "@/components/moderation/queue-desk";
import { QueueList } from "@/components/moderation/queue-list";
import { placeInQueue } from "@/components/moderation/queue-place";
import { QueueSteps } from "@/components/moderation/queue-steps";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { Empty } from "@/components/ui/empty";
import { isModerator } from "@/lib/actor";
import { now } from "@/lib/clock";
import { t } from "@/lib/messages";
import { queueScreen } from "@/lib/moderation/queue-screen";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("moderation.title") };

export default async function QueuePage({ searchParams }: { searchParams: Asked }) {
  const address = queueAddress(await searchParams);
  const viewer = await pageViewer(queueHref(address), isModerator);
  if (!viewer) return <NotYours />;
  const [{ item, items, nextCursor, counts, replies, learned }, kept] = await Promise.all([
    queueScreen(viewer, address),
    keptDraft(searchParams),
  ]);
  const count = counts[address.status];
  const chosen = item?.comment.id ?? "";
  const place = placeInQueue(
    items.map(({ comment }) => comment.id),
    chosen,
    address,
  );
  const show = !item ? "list work" : address.comment ? "work side" : "list";
  return (
    <>
      <h1 className="sr-only">{t("moderation.title")}</h1>
      <QueueTabs counts={counts} current={address.status} />
      {show === "work side" && <QueueSteps place={place} count={count} />}
      <div className="panes queue" data-show={show}>
        <QueueList {...{ items, nextCursor, count, chosen, address }} ordered={learned !== null} now={now()} />
        {item ? (
          <QueueDesk {...{ item, replies, learned, place, viewer, kept }} now={now()} />
        ) : (
          <div className="pane-work">
            <Empty title={t(`moderation.empty.${address.status}`)}>
              <p>{t("moderation.emptyHint")}</p>
            </Empty>
          </div>
        )}
      </div>
      {item && <KeyHints />}
    </>
  );
}
