"use client";

import { useEffect, useRef, useState } from "react";
import { DecisionForm, type DecisionFormProps } from "@/components/moderation/decision-form";
import { t } from "@/lib/messages";
import { actions } from "@/lib/moderation/limits";

/** The decision form of the comment that is shown; says what was decided, and moves the focus to the next comment. */
export function DecisionPane(props: DecisionFormProps) {
  const { id, revision } = props.comment;
  const shown = useRef(id);
  const [said, setSaid] = useState("");

  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    document.getElementById("under-decision")?.focus({ preventScroll: true });
  }, [id]);

  function say(decided: string) {
    const action = actions.find((known) => known === decided);
    if (action) setSaid(t(`moderation.did.${action}`));
  }

  return (
    <>
      <p className="sr-only" role="status">
        {said}
      </p>
      <DecisionForm key={`${id}:${revision}`} {...props} onDecided={say} />
    </>
  );
}
