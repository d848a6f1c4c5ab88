"use client";

import { type ReactNode, useCallback, useEffect, useState } from "react";
import { t } from "@/lib/messages";
import type { QueueItem } from "@/lib/moderation/schema";

const kept = "rejoinder-veil";
/** From this score of the helper on. */
const worstFrom = 0.9;

/** Whether the worst is blurred in this browser, and what turns it. Storage may be closed to us. */
export function useVeil(): [boolean, () => void] {
  const [on, setOn] = useState(false);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(kept) === "on");
    } catch {
      // Then nothing is blurred until it is asked for.
    }
  }, []);
  const turn = useCallback(() => {
    setOn((was) => {
      try {
        localStorage.setItem(kept, was ? "off" : "on");
      } catch {
        // Then it is as before after the next load.
      }
      return !was;
    });
  }, []);
  return [on, turn];
}

/** What nobody need read before they are ready to: reported as hatred or a threat, or almost certain to be turned away. */
export function isWorst({ reports, score }: QueueItem): boolean {
  return (score ?? 0) >= worstFrom || reports.some(({ reason }) => reason === "hate" || reason === "violence");
}

/** Words that may be blurred, and the button that shows them. They are there for whoever listens. */
export function Veil({ worst, children }: { worst: boolean; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  if (!worst || shown) return children;
  return (
    <div className="veil">
      <div className="veiled">{children}</div>
      <button type="button" className="button unveil" onClick={() => setShown(true)} aria-keyshortcuts="v">
        {t("queue.unveil")}
        <span className="key" aria-hidden="true">
          V
        </span>
      </button>
    </div>
  );
}
