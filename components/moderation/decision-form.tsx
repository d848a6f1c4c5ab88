"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { DecisionButtons } from "@/components/moderation/decision-buttons";
import { ReasonChoices } from "@/components/moderation/reason-choices";
import type { Refusal, Typed } from "@/components/moderation/send-decision";
import { Alert } from "@/components/ui/alert";
import { t } from "@/lib/messages";
import { actions as everyAction } from "@/lib/moderation/limits";
import { needsReason } from "@/lib/moderation/policy";
import type { DecisionAction } from "@/prisma/generated/enums";

interface DecisionFormProps {
  comment: { id: string; revision: number };
  actions: DecisionAction[];
  /** Why it was refused, with what had been chosen. */
  refusal: Refusal | null;
  /** Addresses: of this page, and of what to show after the decision. */
  here: string;
  next: string;
  decide(action: DecisionAction, typed: Typed): void;
}

/** The form's id: the note stands elsewhere on the page and belongs to it all the same. */
export const decisionFormId = "decision";

/** Where it posts to. */
export const decisionAction = (commentId: string) => `/api/v1/moderation/comments/${commentId}/decisions`;

const textOf = (fields: FormData, name: string) => String(fields.get(name) ?? "");

/** Decides by a plain form; with scripts by keys, and on to the next comment at once. */
export function DecisionForm({ comment, actions, refusal, here, next, decide }: DecisionFormProps) {
  const alert = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState(refusal?.reasonFault);
  useEffect(() => {
    if (refusal) alert.current?.focus();
  }, [refusal]);

  function submit(event: FormEvent<HTMLFormElement>) {
    const { nativeEvent, currentTarget } = event;
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const action = button instanceof HTMLButtonElement && everyAction.find((known) => known === button.value);
    if (!action) return;
    event.preventDefault();
    const fields = new FormData(currentTarget);
    if (needsReason(action) && !textOf(fields, "reason")) return setFault(t("queue.chooseReason"));
    decide(action, { reason: textOf(fields, "reason"), note: textOf(fields, "note") });
  }

  return (
    <form id={decisionFormId} className="decision" method="post" action={decisionAction(comment.id)} onSubmit={submit}>
      <input type="hidden" name="revision" value={comment.revision} />
      <input type="hidden" name="back" value={here} />
      <input type="hidden" name="next" value={next} />
      {refusal && (
        <div ref={alert} className="refusal" tabIndex={-1}>
          <Alert title={t("moderation.refused")}>
            {refusal.detail} <a href={here}>{t("moderation.reload")}</a>
          </Alert>
        </div>
      )}
      <DecisionButtons actions={actions.filter((action) => !needsReason(action))} />
      {actions.some(needsReason) && (
        <>
          <ReasonChoices
            legend={t(actions.every(needsReason) ? "moderation.reason" : "moderation.otherwise")}
            chosen={refusal?.reason}
            fault={fault}
          />
          <DecisionButtons actions={actions.filter(needsReason)} />
        </>
      )}
    </form>
  );
}
