"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect } from "react";
import { keyOf, keysAreOn, nextKey, previousKey } from "@/components/moderation/keys";
import { actions, reasons } from "@/lib/moderation/limits";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("textarea, select, input:not([type=radio])");

/** J and K go through the list, figures choose a reason, letters press the buttons of the form. Never while somebody types. */
export function useQueueKeys(
  form: RefObject<HTMLFormElement | null>,
  { previous, following }: { previous: string | null; following: string | null },
): void {
  const router = useRouter();
  useEffect(() => {
    function press({ key, target, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent) {
      if (ctrlKey || metaKey || altKey || repeat || isTyping(target) || !keysAreOn()) return;
      const pressed = key.toLowerCase();
      const neighbour = { [nextKey]: following, [previousKey]: previous }[pressed];
      if (neighbour) router.push(neighbour, { scroll: false });
      else if (reasons[Number(pressed) - 1]) choose(reasons[Number(pressed) - 1]);
      else decide(pressed);
    }
    function choose(reason: string | undefined) {
      form.current?.querySelector<HTMLInputElement>(`input[name=reason][value=${reason}]`)?.click();
    }
    function decide(pressed: string) {
      for (const action of actions.filter((each) => keyOf[each] === pressed)) {
        const button = form.current?.querySelector<HTMLButtonElement>(`button[value=${action}]`);
        if (button) form.current?.requestSubmit(button);
      }
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [form, router, previous, following]);
}
