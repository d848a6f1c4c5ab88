import type { QueuePlace } from "@/components/moderation/queue-place";
import type { useQueue } from "@/components/moderation/use-queue";
import { formatNumber, t } from "@/lib/messages";

interface QueueStepsProps {
  place: QueuePlace;
  count: number;
  queue: ReturnType<typeof useQueue>;
}

/** One comment at a time: back to the list, which one this is, and the next. */
export function QueueSteps({ place: { place, list, following }, count, queue }: QueueStepsProps) {
  return (
    <nav className="pane-tabs bar" aria-label={t("moderation.list")}>
      <a
        className="button"
        href={list}
        onClick={(event) => {
          event.preventDefault();
          queue.change({ what: "list" });
        }}
      >
        {t("moderation.backToList")}
      </a>
      {place > 0 && (
        <span className="num">{t("moderation.place", { place: formatNumber(place), count: formatNumber(count) })}</span>
      )}
      {following && (
        <a
          className="button"
          href={following}
          onClick={(event) => {
            event.preventDefault();
            queue.step(1);
          }}
        >
          {t("moderation.next")}
        </a>
      )}
    </nav>
  );
}
