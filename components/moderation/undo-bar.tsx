"use client";

import { useEffect, useState } from "react";
import { queueHref } from "@/components/moderation/queue-href";
import type { Act } from "@/components/moderation/queue-state";
import { Button } from "@/components/ui/button";
import { undoSeconds } from "@/lib/comments/limits";
import { t } from "@/lib/messages";
import type { DecisionAction } from "@/prisma/generated/enums";

/** What was decided last, and the way back, with the seconds that it stands open. */
export function UndoBar({ act: { action, rows }, undo }: { act: Act; undo(): void }) {
  const [left, setLeft] = useState(undoSeconds);
  useEffect(() => {
    const timer = window.setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <section className="undo bar" aria-label={t("queue.undoTitle")}>
      <span>{t("queue.did", { did: t(`moderation.did.${action}`), count: rows.length })}</span>
      <Button type="button" onClick={undo} aria-keyshortcuts="z">
        {t("queue.undo")} <span className="num" aria-hidden="true">{`(${left})`}</span>
        <span className="key" aria-hidden="true">
          Z
        </span>
      </Button>
    </section>
  );
}

interface UndoFormProps {
  undoable: { id: string; commentId: string; action: DecisionAction; left: number };
  here: string;
}

/** The same for the decision before this page was made, which is all that there is without scripts. */
export function UndoForm({ undoable: { id, commentId, action, left }, here }: UndoFormProps) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setOver(true), left * 1_000);
    return () => window.clearTimeout(timer);
  }, [left]);
  if (over) return null;
  return (
    <form className="undo bar" method="post" action={`/api/v1/moderation/decisions/${id}/undo`}>
      <input type="hidden" name="next" value={here} />
      <span>
        {t("queue.did", { did: t(`moderation.did.${action}`), count: 1 })}{" "}
        <a href={queueHref({ status: "all", comment: commentId })}>{t("moderation.seeComment")}</a>
      </span>
      <Button>{t("queue.undoWithin", { left })}</Button>
    </form>
  );
}
