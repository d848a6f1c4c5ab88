import { queueHref } from "@/components/moderation/queue-href";
import { Tabs } from "@/components/ui/tabs";
import { t } from "@/lib/messages";
import type { QueueOrder } from "@/lib/moderation/limits";
import type { LearnedView } from "@/lib/moderation/schema";

/** Nothing is certain: never 0 nor 100. */
const percent = (share: number) => `${Math.min(99, Math.max(1, Math.round(100 * share)))} %`;

/** A score in the few words of a row. */
export const scoreInWords = (score: number) => t("learning.score", { score: percent(score) });

/** What the helper says of a comment, and the words that made it. */
export function LearnedScore({ learned: { score, words } }: { learned: LearnedView }) {
  return (
    <section>
      <h2>{t("learning.scoreTitle")}</h2>
      <p>{t("learning.scoreText", { score: percent(score) })}</p>
      <Moving title={t("learning.towards")} words={words.filter(({ by }) => by > 0)} />
      <Moving title={t("learning.away")} words={words.filter(({ by }) => by < 0)} />
    </section>
  );
}

function Moving({ title, words }: { title: string; words: LearnedView["words"] }) {
  if (words.length === 0) return null;
  return (
    <p className="found small">
      {title}:{" "}
      {words.map(({ word }, place) => (
        <span key={word}>
          {place > 0 && ", "}
          <bdi>{word}</bdi>
        </span>
      ))}
    </p>
  );
}

/** In which order what waits is listed. */
export function QueueOrders({ current }: { current: QueueOrder }) {
  const hrefs = { time: queueHref({ status: "pending" }), score: queueHref({ status: "pending", order: "score" }) };
  return (
    <Tabs
      label={t("learning.order")}
      tabs={[
        { href: hrefs.time, label: t("learning.orders.time") },
        { href: hrefs.score, label: t("learning.orders.score") },
      ]}
      current={hrefs[current]}
    />
  );
}
