import { Age, ageInWords } from "@/components/moderation/age";
import { QueueOrders } from "@/components/moderation/learned-score";
import { isNarrowed, type QueueAddress, queueHref } from "@/components/moderation/queue-href";
import { QueueRow } from "@/components/moderation/queue-row";
import { useMarking } from "@/components/moderation/use-marking";
import type { useQueue } from "@/components/moderation/use-queue";
import { Pager } from "@/components/ui/pager";
import { t } from "@/lib/messages";

interface QueueListProps {
  queue: ReturnType<typeof useQueue>;
  address: QueueAddress;
  count: number;
  /** The page after this one, for whoever has no scripts. */
  cursor: string | null;
  ready: boolean;
  now: Date;
}

/** One list of the queue: who wrote, when, how it begins, why it is here. */
export function QueueList({ queue, address, count, cursor, ready, now }: QueueListProps) {
  const { status, order } = address;
  const { items, current, marked, more } = queue.state;
  const [first] = items;
  const mark = useMarking(queue);
  const waits = status === "pending" || status === "reported" || status === "helper";
  const ordered = items.some(({ score }) => score !== null);
  return (
    <nav className="pane-list" aria-label={t("moderation.list")}>
      <h2 className="group">
        <span>{isNarrowed(address) ? t("queue.narrowed") : t(`moderation.heads.${status}`, { count })}</span>
        {first && (
          <span className="small">
            {order
              ? t("learning.orders.score")
              : waits
                ? t("moderation.oldest", { age: ageInWords(new Date(first.comment.createdAt), now) })
                : t("moderation.newest")}
          </span>
        )}
      </h2>
      {status === "pending" && ordered && <QueueOrders current={order ?? "time"} />}
      {ready && items.length > 0 && (
        <label className="mark-all choice">
          <input
            type="checkbox"
            checked={items.every(({ comment }) => marked.includes(comment.id))}
            onChange={({ target }) =>
              queue.change({ what: "mark", ids: items.map(({ comment }) => comment.id), on: target.checked })
            }
          />
          <span>{t("queue.markAll", { count: items.length })}</span>
        </label>
      )}
      <ul className="rows">
        {items.map((item) => (
          <QueueRow
            key={item.comment.id}
            item={item}
            href={queueHref({ ...address, comment: item.comment.id })}
            chosen={item.comment.id === current}
            marked={ready ? marked.includes(item.comment.id) : null}
            looking={queue.state.claims[item.comment.id] ?? null}
            open={() => queue.open(item.comment.id)}
            mark={mark}
            age={<Age at={item.comment.createdAt} now={now} />}
          />
        ))}
      </ul>
      <Pager
        more={
          (ready ? more : cursor) &&
          queueHref({ ...address, comment: undefined, cursor: (ready ? more : cursor) ?? undefined })
        }
        start={address.cursor ? queueHref({ ...address, comment: undefined, cursor: undefined }) : null}
      />
    </nav>
  );
}
