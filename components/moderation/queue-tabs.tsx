import { queueHref } from "@/components/moderation/queue-address";
import { Tabs } from "@/components/ui/tabs";
import { formatNumber, t } from "@/lib/messages";
import { maxCounted, type Queue, queues } from "@/lib/moderation/limits";

const logHref = "/moderation/log";

function labelOf(queue: Queue, count: number): string {
  const name = t(`moderation.queues.${queue}`);
  if (count >= maxCounted) return t("moderation.tabMany", { name, count: formatNumber(maxCounted - 1) });
  return t("moderation.tab", { name, count: formatNumber(count) });
}

/** The lists of the queue with what stands in each, and the log. */
export function QueueTabs({ counts, current }: { counts: Record<Queue, number>; current: Queue | "log" }) {
  const tabs = queues.map((queue) => ({
    href: queueHref({ status: queue }),
    label: labelOf(queue, counts[queue]),
  }));
  return (
    <div className="queues">
      <Tabs
        label={t("moderation.title")}
        tabs={[...tabs, { href: logHref, label: t("moderation.log") }]}
        current={current === "log" ? logHref : queueHref({ status: current })}
      />
    </div>
  );
}
