import { queueHref } from "@/components/moderation/queue-href";
import { Tabs } from "@/components/ui/tabs";
import { formatNumber, t } from "@/lib/messages";
import { maxCounted, type Queue, queues } from "@/lib/moderation/limits";
import type { QueueCounts } from "@/lib/moderation/queries";

const objectionsHref = "/moderation/objections";
const logHref = "/moderation/log";
const rulesHref = "/moderation/rules";
const learningHref = "/moderation/learning";
const barsHref = "/moderation/bars";
const figuresHref = "/moderation/figures";

function labelOf(name: string, count: number): string {
  if (count >= maxCounted) return t("moderation.tabMany", { name, count: formatNumber(maxCounted - 1) });
  return t("moderation.tab", { name, count: formatNumber(count) });
}

type Current = Queue | "objections" | "log" | "rules" | "learning" | "bars" | "figures";

function addressOf(current: Current): string {
  if (current === "objections") return objectionsHref;
  if (current === "log") return logHref;
  if (current === "learning") return learningHref;
  if (current === "bars") return barsHref;
  if (current === "figures") return figuresHref;
  return current === "rules" ? rulesHref : queueHref({ status: current });
}

/** The lists of the queue with what stands in each, objections, the log, the rules, the helper, bars and figures. */
export function QueueTabs({ counts, current }: { counts: QueueCounts; current: Current }) {
  const tabs = queues.map((queue) => ({
    href: queueHref({ status: queue }),
    label: labelOf(t(`moderation.queues.${queue}`), counts[queue]),
  }));
  return (
    <div className="queues">
      <Tabs
        label={t("moderation.title")}
        tabs={[
          ...tabs,
          { href: objectionsHref, label: labelOf(t("fairness.tab"), counts.objections) },
          { href: logHref, label: t("moderation.log") },
          { href: rulesHref, label: t("screening.tab") },
          { href: learningHref, label: t("learning.tab") },
          { href: barsHref, label: t("bars.tab") },
          { href: figuresHref, label: t("figures.tab") },
        ]}
        current={addressOf(current)}
      />
    </div>
  );
}
