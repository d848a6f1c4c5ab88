import { queueHref } from "@/components/moderation/queue-address";
import { Tabs } from "@/components/ui/tabs";
import { formatNumber, t } from "@/lib/messages";
import { maxCounted, type Queue, queues } from "@/lib/moderation/limits";

const logHref = "/moderation/log";
const rulesHref = "/moderation/rules";
const learningHref = "/moderation/learning";

function labelOf(queue: Queue, count: number): string {
  const name = t(`moderation.queues.${queue}`);
  if (count >= maxCounted) return t("moderation.tabMany", { name, count: formatNumber(maxCounted - 1) });
  return t("moderation.tab", { name, count: formatNumber(count) });
}

type Current = Queue | "log" | "rules" | "learning";

function addressOf(current: Current): string {
  if (current === "log") return logHref;
  if (current === "learning") return learningHref;
  return current === "rules" ? rulesHref : queueHref({ status: current });
}

/** The lists of the queue with what stands in each, the log, the rules and the helper. */
export function QueueTabs({ counts, current }: { counts: Record<Queue, number>; current: Current }) {
  const tabs = queues.map((queue) => ({
    href: queueHref({ status: queue }),
    label: labelOf(queue, counts[queue]),
  }));
  return (
    <div className="queues">
      <Tabs
        label={t("moderation.title")}
        tabs={[
          ...tabs,
          { href: logHref, label: t("moderation.log") },
          { href: rulesHref, label: t("screening.tab") },
          { href: learningHref, label: t("learning.tab") },
        ]}
        current={addressOf(current)}
      />
    </div>
  );
}
