import type { FormEvent } from "react";
import { keyOf } from "@/components/moderation/keys";
import type { useQueue } from "@/components/moderation/use-queue";
import { Button } from "@/components/ui/button";
import type { Moderator } from "@/lib/actor";
import { t } from "@/lib/messages";
import { actions, maxDecisionNote, reasons } from "@/lib/moderation/limits";
import { mayDecide, needsReason, openActions } from "@/lib/moderation/policy";

export const batchFormId = "batch";

/** One verb and one reason for all that are marked; each is answered by itself. */
export function BatchBar({ queue, viewer }: { queue: ReturnType<typeof useQueue>; viewer: Moderator }) {
  const { items, marked } = queue.state;
  const chosen = items.filter(({ comment }) => marked.includes(comment.id));
  const decidable = chosen.filter(({ writer }) => mayDecide(viewer, { authorId: writer?.id ?? null }));
  const open = actions.filter((action) => decidable.every(({ comment }) => openActions(comment).includes(action)));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { nativeEvent, currentTarget } = event;
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const action = button instanceof HTMLButtonElement && open.find((known) => known === button.value);
    if (!action) return;
    const fields = new FormData(currentTarget);
    const typed = { reason: String(fields.get("reason") ?? ""), note: String(fields.get("note") ?? "") };
    const ids = decidable.map(({ comment }) => comment.id);
    const reason = currentTarget.elements.namedItem("reason");
    if (needsReason(action) && !typed.reason && reason instanceof HTMLSelectElement) {
      reason.setCustomValidity(t("queue.chooseReason"));
      reason.reportValidity();
      return;
    }
    queue.decide(ids, action, typed);
  }

  return (
    <form id={batchFormId} className="batch bar" noValidate onSubmit={submit} aria-label={t("queue.batch")}>
      <b>{t("queue.chosen", { count: chosen.length })}</b>
      {decidable.length > 0 && open.length > 0 ? (
        <>
          <select
            name="reason"
            className="input"
            aria-label={t("moderation.reason")}
            defaultValue=""
            onChange={(event) => event.currentTarget.setCustomValidity("")}
          >
            <option value="">{t("queue.noReason")}</option>
            {reasons.map((reason) => (
              <option key={reason} value={reason}>
                {t(`moderation.reasons.${reason}`)}
              </option>
            ))}
          </select>
          <input
            name="note"
            className="input"
            aria-label={t("moderation.note")}
            placeholder={t("moderation.note")}
            maxLength={maxDecisionNote}
            dir="auto"
          />
          {open.map((action) => (
            <Button key={action} name="action" value={action} kind={action === "remove" ? "danger" : "line"}>
              {t(`moderation.actions.${action}`)}
              <span className="key" aria-hidden="true">
                {keyOf[action].toUpperCase()}
              </span>
            </Button>
          ))}
        </>
      ) : (
        <span>{t("queue.nothingCommon")}</span>
      )}
      <Button type="button" kind="quiet" onClick={() => queue.change({ what: "mark", ids: marked, on: false })}>
        {t("queue.unmark")}
      </Button>
    </form>
  );
}
