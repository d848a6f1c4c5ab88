import type { DecisionAction } from "@/prisma/generated/enums";

/** The key of each decision. Those with the same key are never open for the same comment. */
export const keyOf: Record<DecisionAction, string> = {
  approve: "a",
  restore: "a",
  dismiss_reports: "a",
  reject: "e",
  remove: "r",
};

/** The other keys of the desk. */
export const deskKeys = {
  next: "j",
  previous: "k",
  undo: "z",
  mark: "x",
  around: "c",
  unveil: "v",
  veil: "b",
  search: "/",
  help: "?",
} as const;

const kept = "rejoinder-keys";

/** Whether this browser's keys decide. Storage may be closed to us. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(kept) !== "off";
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean): void {
  try {
    localStorage.setItem(kept, on ? "on" : "off");
  } catch {
    // Then they are as before after the next load.
  }
}
