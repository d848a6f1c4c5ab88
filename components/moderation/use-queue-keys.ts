"use client";

import { type RefObject, useEffect, useRef } from "react";
import { batchFormId } from "@/components/moderation/batch-bar";
import { decisionFormId } from "@/components/moderation/decision-form";
import { deskKeys, keyOf, keysAreOn } from "@/components/moderation/keys";
import type { useQueue } from "@/components/moderation/use-queue";
import { actions, reasons } from "@/lib/moderation/limits";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("textarea, select, input:not([type=radio], [type=checkbox])");

interface Desk {
  queue: ReturnType<typeof useQueue>;
  work: RefObject<HTMLDivElement | null>;
  turnVeil(): void;
}

/** The form that a verb belongs to: that of the batch while something is marked. */
const formNow = () => document.getElementById(batchFormId) ?? document.getElementById(decisionFormId);

function press(action: string): void {
  const form = formNow();
  const button = form?.querySelector<HTMLButtonElement>(`button[value=${action}]`);
  if (form instanceof HTMLFormElement && button) form.requestSubmit(button);
}

function choose(reason: string): void {
  const form = formNow();
  const select = form?.querySelector<HTMLSelectElement>("select[name=reason]");
  if (select) select.value = reason;
  else form?.querySelector<HTMLInputElement>(`input[name=reason][value=${reason}]`)?.click();
}

function showHelp(): void {
  const help = document.getElementById("all-keys");
  if (help instanceof HTMLDialogElement && !help.open) help.showModal();
}

/** One key for each verb, figures for reasons, J and K through the list. Never while somebody types, nor while a dialog is open. */
export function useQueueKeys(desk: Desk): void {
  const latest = useRef(desk);
  latest.current = desk;
  useEffect(() => {
    function begin(event: KeyboardEvent) {
      const { key, target, ctrlKey, metaKey, altKey, repeat } = event;
      if (ctrlKey || metaKey || altKey || repeat || isTyping(target) || !keysAreOn()) return;
      if (document.querySelector("dialog[open]")) return;
      const { queue, work, turnVeil } = latest.current;
      const { current, marked } = queue.state;
      const pressed = key.toLowerCase();
      const reason = reasons[Number(pressed) - 1];
      const does: Record<string, () => void> = {
        [deskKeys.next]: () => queue.step(1),
        [deskKeys.previous]: () => queue.step(-1),
        [deskKeys.undo]: () => queue.undo(),
        [deskKeys.mark]: () => current && queue.change({ what: "mark", ids: [current], on: !marked.includes(current) }),
        [deskKeys.unveil]: () => work.current?.querySelector<HTMLButtonElement>(".unveil")?.click(),
        [deskKeys.veil]: turnVeil,
        [deskKeys.around]: () =>
          work.current?.querySelectorAll<HTMLDetailsElement>("details.beside").forEach((each) => {
            each.open = !each.open;
          }),
        [deskKeys.search]: () => document.querySelector<HTMLInputElement>("#q")?.focus(),
        [deskKeys.help]: showHelp,
      };
      const act = does[pressed];
      if (act) {
        // The slash is not to be typed into the search that it opens.
        event.preventDefault();
        act();
      } else if (reason) choose(reason);
      else for (const action of actions.filter((each) => keyOf[each] === pressed)) press(action);
    }
    window.addEventListener("keydown", begin);
    return () => window.removeEventListener("keydown", begin);
  }, []);
}
