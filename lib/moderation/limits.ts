import type { DecisionAction, HelperLeave, ReportReason } from "@/prisma/generated/enums";

/** Code points of the words that go with a report. */
export const maxReportNote = 1_000;
/** Code points of what a moderator tells the writer. */
export const maxDecisionNote = 2_000;
/** Comments that one request may decide on. */
export const maxDecisionsAtOnce = 100;
/** Seconds in which whoever decided may take it back; nobody is told of it before. */
export const undoSeconds = 30;
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
/** The orders of what waits. */
export const queueOrders = ["time", "score"] as const;
export type QueueOrder = (typeof queueOrders)[number];
export type Queue = (typeof queues)[number];

/** What a moderator may do to one comment, in the order of the buttons. */
export const actions = [
  "approve",
  "restore",
  "dismiss_reports",
  "reject",
  "remove",
] as const satisfies readonly DecisionAction[];

/** Decisions, and of each kind, before the helper learns at all. */
export const fewestDecisions = 30;
export const fewestOfAKind = 5;
/** The newest decisions that it learns from; older ones describe another site. */
export const mostDecisions = 20_000;
/** It learns anew after so many decisions more, or after this share of what it knew. */
export const learnsAfter = 10;
export const learnsAfterShare = 0.05;
/** Decisions that it had not seen, and how many of them it would have held, before it may hold. The latest ones count. */
export const fewestTrials = 100;
export const fewestHeld = 20;
export const latestTrials = 1_000;
/** Comments that are scored anew when it has learned. */
export const scoredAnew = 20_000;
/** What a site may ask of its helper, in the order of the form; and how precise it must be in order to hold. */
export const helperLeaves = ["shadow", "order", "hold"] as const satisfies readonly HelperLeave[];
export const leastPrecision = 0.5;
export const mostPrecision = 0.999;
