"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { BatchBar } from "@/components/moderation/batch-bar";
import { KeyHints } from "@/components/moderation/key-hints";
import { QueueFilters } from "@/components/moderation/queue-filters";
import type { QueueAddress } from "@/components/moderation/queue-href";
import { QueueList } from "@/components/moderation/queue-list";
import { placeInQueue } from "@/components/moderation/queue-place";
import { shownItem } from "@/components/moderation/queue-state";
import { QueueSteps } from "@/components/moderation/queue-steps";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { QueueWork } from "@/components/moderation/queue-work";
import { UndoBar, UndoForm } from "@/components/moderation/undo-bar";
import { useClaim, useNews } from "@/components/moderation/use-news";
import { usePlaces } from "@/components/moderation/use-places";
import { useQueue } from "@/components/moderation/use-queue";
import { useQueueKeys } from "@/components/moderation/use-queue-keys";
import { useReady } from "@/components/moderation/use-ready";
import { useVeil } from "@/components/moderation/veil";
import { Alert } from "@/components/ui/alert";
import { Empty } from "@/components/ui/empty";
import type { Moderator } from "@/lib/actor";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import type { QueueCounts } from "@/lib/moderation/queries";
import type { CountsOutput, QueueItem, QueuePlaceOutput } from "@/lib/moderation/schema";
import type { DecisionAction } from "@/prisma/generated/enums";

interface QueueDeskProps {
  items: QueueItem[];
  nextCursor: string | null;
  counts: QueueCounts;
  place: QueuePlaceOutput | null;
  undoable: { id: string; commentId: string; action: DecisionAction; left: number } | null;
  address: QueueAddress;
  viewer: Moderator;
  kept: KeptForm | null;
  /** When the page was made (ISO 8601). */
  at: string;
}

/** The focus goes along to the comment that is shown, unless a refusal takes it; on a narrow screen so does the view. */
function useArriving(current: string | null, opened: boolean): void {
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    const comment = document.getElementById("under-decision");
    if (!document.activeElement?.closest(".refusal")) comment?.focus({ preventScroll: true });
    if (opened && window.matchMedia("(max-width: 67.99rem)").matches) window.scrollTo({ top: 0 });
  }, [current, opened]);
}

const namesOf = (claims: CountsOutput["claims"]) =>
  Object.fromEntries(claims.map(({ commentId, by }) => [commentId, by.name]));

/** The queue: its lists, one comment in its place, the decision. Made on the server as one comment at a time; with scripts it goes on by itself. */
export function QueueDesk({ items, nextCursor, counts, place, undoable, address, viewer, kept, at }: QueueDeskProps) {
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState("");
  const ready = useReady();
  const [veiled, turnVeil] = useVeil();
  const work = useRef<HTMLDivElement>(null);
  const say = useCallback((what: { decided?: DecisionAction; count?: number; refused?: string; undone?: true }) => {
    setFault(what.refused ?? "");
    if (what.undone) setSaid(t("queue.undone"));
    if (what.decided) setSaid(t("queue.did", { did: t(`moderation.did.${what.decided}`), count: what.count ?? 1 }));
  }, []);
  const [news, look] = useNews(at);
  const queue = useQueue({
    items,
    more: nextCursor,
    shown: place?.item ?? null,
    address,
    own: viewer.handle,
    say,
    answered: look,
  });
  const { state } = queue;
  const item = shownItem(state);
  const ids = useMemo(() => state.items.map(({ comment }) => comment.id), [state.items]);
  const shownPlace = usePlaces(place, ids, state.current);
  const other = useClaim(ready ? state.current : null, viewer.handle);
  const { change } = queue;
  useEffect(() => {
    if (news) change({ what: "claims", claims: namesOf(news.claims) });
  }, [news, change]);
  const now = useMemo(() => new Date(at), [at]);
  useQueueKeys({ queue, work, turnVeil });
  useArriving(state.current, state.opened);

  const here = placeInQueue(ids, state.current ?? "", address);
  const undoRefused = kept?.form.endsWith("/undo") ? kept.problem.detail : "";
  return (
    <div className="queue-desk" data-veil={veiled || undefined}>
      <p className="sr-only" role="status">
        {said}
      </p>
      <QueueTabs counts={news?.counts ?? counts} current={address.status} />
      <QueueFilters address={address} arrived={news?.arrived ?? 0}>
        {ready && (
          <button type="button" className="keys-switch veil-switch" aria-pressed={veiled} onClick={turnVeil}>
            {t("queue.keys.veil")}
          </button>
        )}
      </QueueFilters>
      {(undoRefused || (fault && !(state.current && state.refusals[state.current]))) && (
        <div className="queue-news">
          <Alert title={t("moderation.refused")}>{fault || undoRefused}</Alert>
        </div>
      )}
      {state.opened && item && <QueueSteps place={here} count={state.items.length} queue={queue} />}
      <div
        className="panes queue"
        ref={work}
        onInput={queue.touched}
        data-show={!item || !state.opened ? (item ? "list" : "list work") : "work side"}
      >
        <QueueList
          {...{ queue, address, now, ready }}
          count={(news?.counts ?? counts)[address.status]}
          cursor={nextCursor}
        />
        {item ? (
          <QueueWork
            key={item.comment.id}
            {...{ item, place: shownPlace, viewer, here, now, queue }}
            kept={kept}
            looking={other?.name ?? state.claims[item.comment.id] ?? null}
          />
        ) : (
          <div className="pane-work">
            <Empty title={t(`moderation.empty.${address.status}`)}>
              <p>{t("moderation.emptyHint")}</p>
            </Empty>
          </div>
        )}
      </div>
      {state.marked.length > 0 && <BatchBar queue={queue} viewer={viewer} />}
      {state.act ? (
        <UndoBar key={state.act.key} act={state.act} undo={queue.undo} />
      ) : (
        undoable && state.gone.length === 0 && <UndoForm undoable={undoable} here={here.here} />
      )}
      {ready && <KeyHints />}
    </div>
  );
}
