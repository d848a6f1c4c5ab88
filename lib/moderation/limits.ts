import type { DecisionAction, HelperLeave, ReportReason } from "@/prisma/generated/enums";

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
export const queues = ["pending", "reported", "helper", "published", "rejected", "removed", "all"] as const;
/** What a moderator may ask to have waited for at least so long. */
export const ages = ["hour", "day", "week"] as const;
export type WaitedFor = (typeof ages)[number];
/** Days that may be asked for: what Postgres and people alike can mean. */
export const firstDay = "2000-01-01";
export const lastDay = "2999-12-31";
/** Code points of a search; rows of an index that it reads before it goes by the order of the list instead. */
export const maxSearch = 200;
export const fewFound = 1_000;
/** Seconds for which whoever opens a comment has it to themselves, unless they look on. */
export const claimSeconds = 120;
/** Neighbours and replies that are shown around a comment, on each side; code points of how its piece begins. */
export const nearbyShown = 3;
export const openingShown = 400;
/** Claims of others that the desk is told of. */
export const claimsTold = 100;
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
