import type { MouseEvent, ReactNode } from "react";
import { scoreInWords } from "@/components/moderation/learned-score";
import { isWorst } from "@/components/moderation/veil";
import { heldInWords } from "@/components/moderation/why-here";
import { Badge } from "@/components/ui/badge";
import { t } from "@/lib/messages";
import type { QueueItem } from "@/lib/moderation/schema";

interface QueueRowProps {
  item: QueueItem;
  href: string;
  chosen: boolean;
  /** Null where nothing can be marked: without scripts. */
  marked: boolean | null;
  looking: string | null;
  open(): void;
  mark(id: string, on: boolean, range: boolean): void;
  age: ReactNode;
}

/** Enough for two lines of a row. */
const excerptLength = 180;
const excerpt = (body: string) => [...body.slice(0, 2 * excerptLength)].slice(0, excerptLength).join("");

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** Why it is here, in the few words of a row. */
function whyHere({ reports, held, comment, score }: QueueItem): string {
  const [first] = reports;
  const said = score === null ? [] : [scoreInWords(score)];
  if (first)
    return [
      t("moderation.reports", { count: comment.openReports }),
      t(`moderation.reasons.${first.reason}`),
      ...said,
    ].join(" · ");
  if (comment.status !== "pending") return said.join("");
  return [...held.flatMap((why) => (why.shadow ? [] : heldInWords(why))), ...said].join(" · ");
}

/** A comment in the list. */
export function QueueRow({ item, href, chosen, marked, looking, open, mark, age }: QueueRowProps) {
  const { comment } = item;
  const name = comment.author?.name ?? t("moderation.nobody");
  return (
    <li className="queue-row">
      {marked !== null && (
        <input
          type="checkbox"
          className="mark-one"
          aria-label={t("queue.mark", { name })}
          checked={marked}
          onClick={(event) => mark(comment.id, event.currentTarget.checked, event.shiftKey)}
          onChange={() => undefined}
        />
      )}
      <a
        className="row"
        href={href}
        aria-current={chosen ? "true" : undefined}
        onClick={(event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          open();
        }}
      >
        <span className="bar">
          <b>
            <bdi>{name}</bdi>
          </b>
          {age}
        </span>
        <span className={isWorst(item) ? "excerpt veiled" : "excerpt"} dir="auto">
          {excerpt(comment.body)}
        </span>
        <span className="small">{whyHere(item)}</span>
        {looking && <Badge soft>{t("queue.looking", { name: looking })}</Badge>}
      </a>
    </li>
  );
}
