import type { DecisionAction, ReportReason } from "@/prisma/generated/enums";

/** Code points of the words that go with a report. */
export const maxReportNote = 1_000;
/** Code points of what a moderator tells the writer. */
export const maxDecisionNote = 2_000;
/** Comments that one request may decide on. */
export const maxDecisionsAtOnce = 100;
/** A count of the queue goes no further: past it, "more than" is all that anybody needs. */
export const maxCounted = 1_000;

/** In the order in which forms offer them; the keys 1 to 8 of the queue. */
export const reasons = [
  "harassment",
  "off_topic",
  "misinformation",
  "spam",
  "hate",
  "violence",
  "illegal",
  "other",
] as const satisfies readonly ReportReason[];

/** The lists of the queue, in the order of its tabs. */
export const queues = ["pending", "reported", "published", "rejected", "removed"] as const;
export type Queue = (typeof queues)[number];

/** What a moderator may do to one comment, in the order of the buttons. */
export const actions = [
  "approve",
  "restore",
  "dismiss_reports",
  "reject",
  "remove",
] as const satisfies readonly DecisionAction[];
