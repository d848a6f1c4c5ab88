import type { DecisionAction } from "@/prisma/generated/enums";

/** The key of each decision. Those with the same key are never open for the same comment. */
export const keyOf: Record<DecisionAction, string> = {
  approve: "a",
  restore: "a",
  dismiss_reports: "a",
  reject: "e",
  remove: "r",
};

export const nextKey = "j";
export const previousKey = "k";
