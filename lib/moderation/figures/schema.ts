import { z } from "zod";
import type { HoldStep } from "@/lib/comments/screening/submission";
import { periodFields } from "@/lib/moderation/figures/period";
import { reasons } from "@/lib/moderation/limits";
import { Ground, LegalCategory, Means } from "@/prisma/generated/enums";

/** Every kind of measure, as the report names them; `comment_held` is the machines'. */
export const measureKinds = [
  "comment_held",
  "comment_rejected",
  "comment_removed",
  "warned",
  "comments_held",
  "suspended",
  "banned",
] as const;

export const noticeOutcomes = ["acted_on_law", "acted_on_rules", "dismissed", "open"] as const;
export const objectionOutcomes = ["granted", "refused", "open"] as const;
export const holdOutcomes = ["approved", "rejected", "open"] as const;
/** `standing`: held with all of its kind, whatever it says. */
export const machines = ["standing", "rules", "helper"] as const;
/** The steps of screening that look at who writes and where, not at what. */
export const standingSteps = [
  "measure",
  "first",
  "all_held",
  "first_held",
  "edited",
] as const satisfies readonly HoldStep[];
export const sources = ["account", "visitor"] as const;
/** `none`: a hold has no reason of a moderator's, and a report may name no law. */
export const reportedReasons = [...reasons, "none"] as const;
export const categories = [...Object.values(LegalCategory), "none"] as const;
export const grounds = Object.values(Ground);
export const means = Object.values(Means);

export const transparencyQuery = z.strictObject({ ...periodFields, format: z.enum(["json", "csv"]).default("json") });

const count = z.int().min(0);
const seconds = z.number().min(0).nullable();
/** A count for each key: what did not happen is there with 0. */
export const counted = <const Key extends string>(keys: readonly Key[]) => z.record(z.enum(keys), count);

/** What EU 2022/2065 art. 15(1) and 24(1) ask for, counted over the chained log. Times in seconds. */
export const transparencyOutput = z.object({
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  /** Entries of the period, and where the log stood when they were counted: the same head gives the same report. */
  log: z.object({
    entries: count,
    first: count.nullable(),
    last: count.nullable(),
    head: z.object({ seq: count, hash: z.string() }),
  }),
  /** 15(1)(a): no way to record an order of an authority is built in. */
  orders: z.object({ total: z.literal(0), recorded: z.literal(false) }),
  /** 15(1)(b). */
  notices: z.object({
    total: count,
    byReason: counted(reportedReasons),
    byCategory: counted(categories),
    bySource: counted(sources),
    byOutcome: counted(noticeOutcomes),
    processedAutomatically: z.literal(0),
    medianSeconds: seconds,
  }),
  /** 15(1)(c). `undone` ones were taken back at once by whoever took them, and count nowhere else. */
  measures: z.object({
    total: count,
    undone: count,
    byKind: counted(measureKinds),
    byGround: counted(grounds),
    byReason: counted(reportedReasons),
    byMeans: counted(means),
    automated: count,
    groups: z.array(
      z.object({
        kind: z.enum(measureKinds),
        ground: z.enum(grounds),
        reason: z.enum(reportedReasons),
        means: z.enum(means),
        automated: z.boolean(),
        count,
      }),
    ),
  }),
  /** 15(1)(d). */
  objections: z.object({
    total: count,
    byMeasure: counted(measureKinds),
    byReason: counted(reportedReasons),
    byOutcome: counted(objectionOutcomes),
    medianSeconds: seconds,
  }),
  /** 15(1)(e): what machines held, and what moderators then said of it. `errorRate`: approved, of those decided; of `standing` there is none. */
  machines: z.object({
    held: count,
    byMachine: z.record(
      z.enum(machines),
      z.object({ held: count, byOutcome: counted(holdOutcomes), errorRate: z.number().min(0).max(1).nullable() }),
    ),
  }),
  /** 24(1)(a) and (b). */
  disputes: z.object({ total: z.literal(0), recorded: z.literal(false) }),
  suspensions: z.object({ total: count, byReason: counted(reportedReasons) }),
});
export type Transparency = z.output<typeof transparencyOutput>;
