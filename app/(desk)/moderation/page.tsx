import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
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
import { orFirstPage, queue, queueCounts, queued, standingReplies } from "@/lib/moderation/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("moderation.title") };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function QueuePage({ searchParams }: Props) {
  const address = queueAddress(await searchParams);
  const viewer = await pageViewer(queueHref(address), isModerator);
  if (!viewer) return <NotYours />;

  const { status, cursor } = address;
  const [{ items, nextCursor }, counts] = await Promise.all([
    orFirstPage(cursor, (from) => queue(viewer, { status, cursor: from, limit: 50 })),
    queueCounts(viewer),
  ]);
  const item =
    items.find(({ comment }) => comment.id === address.comment) ??
    (address.comment ? await queued(viewer, address.comment) : null) ??
    items[0];
  const place = item && placeInQueue(items, item.comment.id, address);

  return (
    <>
      <h1 className="sr-only">{t("moderation.title")}</h1>
      <QueueTabs counts={counts} current={status} />
      {address.comment && place && <QueueSteps place={place} count={counts[status]} />}
      <div className="panes queue" data-show={!item ? "list work" : address.comment ? "work side" : "list"}>
        <QueueList
          items={items}
          nextCursor={nextCursor}
          count={counts[status]}
          chosen={item?.comment.id}
          address={address}
          now={now()}
        />
        {item && place ? (
          <QueueDesk
            item={item}
            replies={await standingReplies(viewer, item.comment.id)}
            place={place}
            viewer={viewer}
            kept={await keptDraft(searchParams)}
            now={now()}
          />
        ) : (
          <div className="pane-work">
            <Empty title={t(`moderation.empty.${status}`)}>
              <p>{t("moderation.emptyHint")}</p>
            </Empty>
          </div>
        )}
      </div>
      {item && <KeyHints />}
    </>
  );
}
