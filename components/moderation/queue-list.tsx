import Link from "next/link";
import { Age, ageInWords } from "@/components/moderation/age";
import { QueueOrders, scoreInWords } from "@/components/moderation/learned-score";
import { type QueueAddress, queueHref } from "@/components/moderation/queue-address";
import { heldInWords } from "@/components/moderation/why-here";
import { Pager } from "@/components/ui/pager";
import { t } from "@/lib/messages";
import type { QueueItem } from "@/lib/moderation/schema";

interface QueueListProps {
  items: QueueItem[];
  nextCursor: string | null;
  count: number;
  chosen: string;
  address: QueueAddress;
  /** The helper knows something, and may put what waits in order. */
  ordered: boolean;
  now: Date;
}

/** Enough for two lines of a row. */
const excerptLength = 180;
const excerpt = (body: string) => [...body.slice(0, 2 * excerptLength)].slice(0, excerptLength).join("");

function whyHere({ reports, held, comment }: QueueItem): string {
  const [first] = reports;
  if (first) {
    const count = t("moderation.reports", { count: comment.openReports });
    return `${count} · ${t(`moderation.reasons.${first.reason}`)}`;
  }
  if (comment.status !== "pending") return "";
  return held.flatMap((why) => (why.shadow ? [] : heldInWords(why))).join(" · ");
}

/** One list of the queue: who wrote, when, how it begins, why it is here. */
export function QueueList({ items, nextCursor, count, chosen, address, ordered, now }: QueueListProps) {
  const { status, order, cursor } = address;
  const [first] = items;
  const waits = status === "pending" || status === "reported";
  return (
    <nav className="pane-list" aria-label={t("moderation.list")}>
      <h2 className="group">
        <span>{t(`moderation.heads.${status}`, { count })}</span>
        {first && (
          <span className="small">
            {waits && !order
              ? t("moderation.oldest", { age: ageInWords(new Date(first.comment.createdAt), now) })
              : order
                ? t("learning.orders.score")
                : t("moderation.newest")}
          </span>
        )}
      </h2>
      {status === "pending" && ordered && <QueueOrders current={order ?? "time"} />}
      <ul className="rows">
        {items.map((item) => (
          <li key={item.comment.id}>
            <Link
              className="row"
              prefetch={false}
              scroll={false}
              href={queueHref({ status, order, cursor, comment: item.comment.id })}
              aria-current={item.comment.id === chosen ? "true" : undefined}
            >
              <span className="bar">
                <b>
                  <bdi>{item.comment.author?.name ?? t("moderation.nobody")}</bdi>
                </b>
                <Age at={item.comment.createdAt} now={now} />
              </span>
              <span className="excerpt" dir="auto">
                {excerpt(item.comment.body)}
              </span>
              <span className="small">
                {[whyHere(item), ordered && item.score !== null && scoreInWords(item.score)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Pager
        more={nextCursor && queueHref({ status, order, cursor: nextCursor })}
        start={cursor ? queueHref({ status, order }) : null}
      />
    </nav>
  );
}
