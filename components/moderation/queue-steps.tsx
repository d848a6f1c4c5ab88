import Link from "next/link";
import type { QueuePlace } from "@/components/moderation/queue-place";
import { formatNumber, t } from "@/lib/messages";

/** One comment at a time: back to the list, which one this is, and the next. */
export function QueueSteps({ place: { place, list, following }, count }: { place: QueuePlace; count: number }) {
  return (
    <nav className="pane-tabs bar" aria-label={t("moderation.list")}>
      <Link className="button" prefetch={false} href={list}>
        {t("moderation.backToList")}
      </Link>
      {place > 0 && (
        <span className="num">{t("moderation.place", { place: formatNumber(place), count: formatNumber(count) })}</span>
      )}
      {following && (
        <Link className="button" prefetch={false} href={following}>
          {t("moderation.next")}
        </Link>
      )}
    </nav>
  );
}
