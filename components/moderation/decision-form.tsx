"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { DecisionButtons } from "@/components/moderation/decision-buttons";
import { ReasonChoices } from "@/components/moderation/reason-choices";
import { type Refusal, sendDecision } from "@/components/moderation/send-decision";
import { useQueueKeys } from "@/components/moderation/use-queue-keys";
import { Alert } from "@/components/ui/alert";
import { t } from "@/lib/messages";
import type { DecisionAction } from "@/prisma/generated/enums";

export interface DecisionFormProps {
  comment: { id: string; revision: number };
  actions: DecisionAction[];
  /** What a refused plain form had chosen, and why it was refused. */
  kept: { reason: string | undefined; refusal: Refusal } | null;
  /** Addresses: of this page, of what to show after the decision, of the comments beside this one. */
  here: string;
  next: string;
  neighbours: { previous: string | null; following: string | null };
}

/** The form's id: the note stands elsewhere on the page and belongs to it all the same. */
export const decisionFormId = "decision";

const takes = (action: DecisionAction) => action === "reject" || action === "remove";

/** Decides by a plain form; with JavaScript by keys, and on to the next comment without a new page. */
export function DecisionForm({
  comment,
  actions,
  kept,
  here,
  next,
  neighbours,
  onDecided,
}: DecisionFormProps & { onDecided(action: string): void }) {
  const address = `/api/v1/moderation/comments/${comment.id}/decisions`;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState(kept?.refusal ?? null);
  useQueueKeys(form, neighbours);
  useEffect(() => {
    if (refusal) alert.current?.focus();
  }, [refusal]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    const { nativeEvent, currentTarget } = event;
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (busy) return;
    setBusy(button.value);
    const refused = await sendDecision(address, button.value, new FormData(currentTarget));
    setBusy(null);
    setRefusal(refused);
    if (refused) return;
    onDecided(button.value);
    router.replace(next, { scroll: false });
    router.refresh();
  }

  return (
    <form ref={form} id={decisionFormId} className="decision" method="post" action={address} onSubmit={submit}>
      <input type="hidden" name="revision" value={comment.revision} />
      <input type="hidden" name="back" value={here} />
      <input type="hidden" name="next" value={next} />
      {refusal && (
        <div ref={alert} tabIndex={-1}>
          <Alert title={t("moderation.refused")}>
            {refusal.detail} <a href={here}>{t("moderation.reload")}</a>
          </Alert>
        </div>
      )}
      <DecisionButtons actions={actions.filter((action) => !takes(action))} busy={busy} />
      {actions.some(takes) && (
        <>
          <ReasonChoices
            legend={t(actions.every(takes) ? "moderation.reason" : "moderation.otherwise")}
            chosen={kept?.reason}
            fault={refusal?.reasonFault}
          />
          <DecisionButtons actions={actions.filter(takes)} busy={busy} />
        </>
      )}
    </form>
  );
}
