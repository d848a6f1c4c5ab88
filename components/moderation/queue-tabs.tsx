import { queueHref } from "@/components/moderation/queue-address";
import { Tabs } from "@/components/ui/tabs";
import { formatNumber, t } from "@/lib/messages";
import { maxCounted, type Queue, queues } from "@/lib/moderation/limits";

const logHref = "/moderation/log";
const rulesHref = "/moderation/rules";

function labelOf(queue: Queue, count: number): string {
  const name = t(`moderation.queues.${queue}`);
  if (count >= maxCounted) return t("moderation.tabMany", { name, count: formatNumber(maxCounted - 1) });
  return t("moderation.tab", { name, count: formatNumber(count) });
}

function addressOf(current: Queue | "log" | "rules"): string {
  if (current === "log") return logHref;
  return current === "rules" ? rulesHref : queueHref({ status: current });
}

/** The lists of the queue with what stands in each, the log and the rules. */
export function QueueTabs({ counts, current }: { counts: Record<Queue, number>; current: Queue | "log" | "rules" }) {
  const tabs = queues.map((queue) => ({
    href: queueHref({ status: queue }),
    label: labelOf(queue, counts[queue]),
  }));
  return (
    <div className="queues">
      <Tabs
        label={t("moderation.title")}
        tabs={[...tabs, { href: logHref, label: t("moderation.log") }, { href: rulesHref, label: t("screening.tab") }]}
        current={addressOf(current)}
      />
    </div>
  );
}
