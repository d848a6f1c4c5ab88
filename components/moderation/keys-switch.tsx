"use client";

import { useEffect, useState } from "react";
import { keysAreOn, turnKeys } from "@/components/moderation/keys";
import { t } from "@/lib/messages";

/** Turns the keys off for whoever speaks to their computer, or types where they do not mean to (WCAG 2.1.4). */
export function KeysSwitch() {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(keysAreOn()), []);

  function toggle() {
    turnKeys(!on);
    setOn(!on);
  }

  return (
    <button type="button" className="keys-switch" onClick={toggle}>
      {t(on ? "moderation.keys.turnOff" : "moderation.keys.turnOn")}
    </button>
  );
}
