import { z } from "zod";
import { handleMax } from "@/lib/accounts/limits";
import { articleLimits } from "@/lib/articles/limits";
import { commentOutput } from "@/lib/comments/schema";
import { holdSteps } from "@/lib/comments/screening/submission";
import { cursorSchema, limitSchema } from "@/lib/cursor";
import { idSchema } from "@/lib/ids";
import { t } from "@/lib/messages";
import {
  ages,
  firstDay,
  lastDay,
  leastPrecision,
  maxDecisionNote,
  maxDecisionsAtOnce,
  maxReportNote,
  maxSearch,
  mostPrecision,
  queueOrders,
  queues,
  reasons,
} from "@/lib/moderation/limits";
import { line, momentText, text } from "@/lib/text";
import { trustLevels } from "@/lib/trust";
import {
  CommentStatus,
  DecisionAction,
  HelperLeave,
  LegalCategory,
  ReportReason,
  ReportStatus,
  Role,
  SanctionKind,
} from "@/prisma/generated/enums";

const reason = z.enum(ReportReason, t("moderation.fault.reason"));
const revision = z.int(t("moderation.fault.revision")).min(1).max(2_147_483_647);

export const decisionParams = z.strictObject({ id: idSchema });
export const commentParams = z.strictObject({ id: idSchema });

export const reportInput = z.strictObject({ reason, note: text({ max: maxReportNote }).default("") });
export type ReportInput = z.output<typeof reportInput>;

const verdict = {
  action: z.enum(DecisionAction, t("moderation.fault.action")),
  reason: reason.nullish(),
  note: text({ max: maxDecisionNote }).default(""),
};

/** `revision` is the one that the moderator saw. */
export const decisionInput = z.strictObject({ ...verdict, revision });
export type DecisionInput = z.input<typeof decisionInput>;

export const decisionsInput = z.strictObject({
  ...verdict,
  items: z
    .array(z.strictObject({ id: idSchema, revision }))
    .min(1)
    .max(maxDecisionsAtOnce),
});
export type DecisionsInput = z.input<typeof decisionsInput>;

/** A day in UTC. */
export const daySchema = z.iso
  .date(t("moderation.fault.day"))
  .refine(
    (text) => text >= firstDay && text <= lastDay,
    t("moderation.fault.dayBetween", { first: firstDay, last: lastDay }),
  );

/** What narrows a list of the queue; all of it may be asked at once. An article or a person that is not there leaves nothing. */
export const queueFilters = z.strictObject({
  article: line({ max: articleLimits.slug, min: 1 }).optional(),
  person: line({ max: handleMax, min: 1 }).optional(),
  /** Why readers reported it, or which step of screening held it. */
  reason: z.enum([...reasons, ...holdSteps]).optional(),
  /** Came on that day (UTC) or later; before that day. */
  since: daySchema.optional(),
  before: daySchema.optional(),
  /** Has been here for longer than that. */
  older: z.enum(ages).optional(),
  lang: line({ max: articleLimits.lang, min: 2 }).optional(),
  /** Words in the comment. */
  q: line({ max: maxSearch, min: 1 }).optional(),
});
export type QueueFilters = z.output<typeof queueFilters>;

export const queueQuery = queueFilters.extend({
  status: z.enum(queues).default("pending"),
  /** What waits may also be listed by what the helper says, the most suspicious first; of the other lists there is one order. */
  order: z.enum(queueOrders).default("time"),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type QueueQuery = z.output<typeof queueQuery>;

const moment = z.iso.datetime();
const person = z.object({ handle: z.string(), name: z.string() });

export const reportOutput = z.object({
  id: z.string(),
  commentId: z.string(),
  reason,
  note: z.string(),
  status: z.enum(ReportStatus),
  at: moment,
});

const decisionOutput = z.object({
  id: z.string(),
  commentId: z.string(),
  permalink: z.string(),
  articleSlug: z.string(),
  writer: person.nullable(),
  revision: z.int(),
  action: z.enum(DecisionAction),
  fromStatus: z.enum(CommentStatus),
  toStatus: z.enum(CommentStatus),
  reason: reason.nullable(),
  note: z.string(),
  moderator: person.nullable(),
  at: moment,
  /** When whoever decided took it back, before anybody was told. */
  undoneAt: moment.nullable(),
});
export type DecisionOutput = z.output<typeof decisionOutput>;

/** What else is known of a comment's writer: how many of their comments stand where, and what was decided lately. */
const writerRecord = person.extend({
  id: z.string(),
  role: z.enum(Role),
  status: z.enum(["active", "suspended", "banned", "closed"]),
  /** How far they are trusted; staff are. */
  trust: z.enum(trustLevels),
  memberSince: moment,
  published: z.int(),
  pending: z.int(),
  rejected: z.int(),
  removed: z.int(),
  decisions: z.array(
    z.object({ action: z.enum(DecisionAction), reason: reason.nullable(), note: z.string(), at: moment }),
  ),
});
export type WriterRecord = z.output<typeof writerRecord>;

/** Why screening held it, with the words that it found; `shadow`: only noted, by rules that are being tried. */
export const heldOutput = z.object({
  step: z.string(),
  detail: z.string().default(""),
  matched: z
    .array(z.object({ entry: z.string(), before: z.string(), found: z.string(), after: z.string() }))
    .default([]),
  shadow: z.enum(["hold", "refuse"]).nullable().default(null),
});

/** Who looks at a comment, and until when they have said so. It keeps nobody from deciding. */
const claimOutput = z.object({ by: person, until: moment });
export type ClaimOutput = z.output<typeof claimOutput>;
export const claimAnswer = z.object({ claim: claimOutput });

const queueItem = z.object({
  comment: commentOutput
    .omit({ pick: true, pinned: true })
    .extend({ body: z.string(), html: z.string(), openReports: z.int() }),
  article: z.object({ slug: z.string(), title: z.string(), lang: z.string() }),
  parent: z
    .object({
      id: z.string(),
      author: person.nullable(),
      html: z.string(),
      status: z.enum(CommentStatus),
      createdAt: moment,
    })
    .nullable(),
  writer: writerRecord.nullable(),
  reports: z.array(
    z.object({
      reason,
      note: z.string(),
      by: person.nullable(),
      /** Of somebody without an account, and the name that they gave, if any. */
      withoutAccount: z.object({ name: z.string() }).nullable(),
      /** The law that they say it breaks. */
      category: z.enum(LegalCategory).nullable(),
      at: moment,
    }),
  ),
  /** How the helper scored it while it waited, 0 to 1: how likely such comments are turned away here; null where it did not. */
  score: z.number().min(0).max(1).nullable(),
  held: z.array(heldOutput),
  /** Who is looking at it at this moment. */
  claim: claimOutput.nullable(),
});
export type QueueItem = z.output<typeof queueItem>;

/** What the helper says of a comment, and the words that made it: above 0, towards being turned away (log odds). */
export const learnedView = z.object({
  score: z.number().min(0).max(1),
  words: z.array(z.object({ word: z.string(), by: z.number() })),
});
export type LearnedView = z.output<typeof learnedView>;

const nearby = z.object({
  id: z.string(),
  author: person.nullable(),
  html: z.string(),
  status: z.enum(CommentStatus),
  createdAt: moment,
});
export type Nearby = z.output<typeof nearby>;

/** A comment in its place: those beside it under the same parent, its first replies, how the piece begins, and what the helper says. */
export const queuePlace = z.object({
  item: queueItem,
  before: z.array(nearby),
  after: z.array(nearby),
  replies: z.array(nearby),
  opening: z.string(),
  learned: learnedView.nullable(),
});
export type QueuePlaceOutput = z.output<typeof queuePlace>;

export const countsQuery = z.strictObject({ since: momentText.optional() });
const count = z.int().min(0);
/** None is counted further than 1,000. `arrived`: what came to wait or was reported since. */
export const countsOutput = z.object({
  counts: z.object({
    pending: count,
    reported: count,
    helper: count,
    published: count,
    rejected: count,
    removed: count,
    all: count,
    objections: count,
  }),
  arrived: count,
  claims: z.array(claimOutput.extend({ commentId: z.string() })),
});
export type CountsOutput = z.output<typeof countsOutput>;

export const queuePage = z.object({ items: z.array(queueItem), nextCursor: z.string().nullable() });
export const logPage = z.object({ items: z.array(decisionOutput), nextCursor: z.string().nullable() });

/** What the log tells of; the function `is_logged` of the database holds the same list. */
export const loggedTypes = [
  "comment.decided",
  "comment.decision_undone",
  "comment.held",
  "comment.picked",
  "comment.unpicked",
  "comment.pinned",
  "comment.unpinned",
  "comment.reported",
  "account.role_changed",
  "account.status_changed",
  "account.sanctioned",
  "account.sanction_ended",
  "bar.raised",
  "bar.lifted",
  "statement.issued",
  "objection.made",
  "objection.answered",
  "settings.changed",
  "rules.changed",
] as const;

/** An act as everybody may know it. `role` is null for what a machine, a job or somebody without an account did. */
const publicEntry = z.object({
  seq: z.int(),
  at: moment,
  type: z.enum(loggedTypes),
  role: z.enum(Role).nullable(),
  action: z.enum(DecisionAction).nullable(),
  /** Of a measure against a person. */
  kind: z.enum(SanctionKind).nullable(),
  /** Which machine held a comment. */
  machine: z.enum(["rules", "helper"]).nullable(),
  /** How an objection was answered. */
  outcome: z.enum(["granted", "refused"]).nullable(),
  /** A report by somebody who has no account. */
  withoutAccount: z.boolean(),
  reason: z.enum(ReportReason).nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  hash: z.string(),
  /** Where the comment stood, while its article is published. */
  article: z.object({ slug: z.string(), title: z.string(), lang: z.string() }).nullable(),
});
export type PublicEntry = z.output<typeof publicEntry>;
export const publicLogPage = z.object({ items: z.array(publicEntry), nextCursor: z.string().nullable() });

export const decided = z.object({ comment: queueItem.shape.comment, decision: decisionOutput });
export type Decided = z.output<typeof decided>;
/** Each item answered by itself: 200 with its decision, or the status, code and detail of its refusal. */
export const decidedMany = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      status: z.int(),
      decision: decisionOutput.optional(),
      code: z.string().optional(),
      detail: z.string().optional(),
    }),
  ),
});
export type DecidedMany = z.output<typeof decidedMany>;

const fraction = z.number().min(0).max(1);

/** What an admin changes about the helper; what is left out stays. */
export const helperChange = z.strictObject({
  leave: z.enum(HelperLeave, t("learning.fault.leave")).optional(),
  precision: z
    .number(t("learning.fault.precision"))
    .min(leastPrecision, t("learning.fault.least"))
    .max(mostPrecision, t("learning.fault.most"))
    .optional(),
});
export type HelperChange = z.input<typeof helperChange>;

/** The form gives per cent. */
export function helperForm({ leave, percent }: Record<string, string>) {
  return { ...(leave && { leave }), ...(percent && { precision: Number(percent.replace(",", ".")) / 100 }) };
}

export const helperOutput = z.object({
  state: z.enum(["none", "shadow", "ordering", "holding"]),
  leave: z.enum(HelperLeave),
  precision: fraction,
  /** The score from which it has earned to hold. */
  holdsFrom: fraction.nullable(),
  /** What is still missing before it learns, and before it can have earned to hold. */
  needs: z.object({ decisions: z.int(), trials: z.int() }),
  learned: z
    .object({ number: z.int(), decisions: z.int(), bad: z.int(), at: moment, milliseconds: z.int() })
    .nullable(),
  /** Decisions that were scored before they were learned; everything below is of these. */
  trials: z.int(),
  measures: z.object({ rocArea: fraction, recallAtOnePercent: fraction, calibrationError: fraction }).nullable(),
  bounds: z.array(
    z.object({
      from: fraction,
      held: z.int(),
      right: z.int(),
      precision: fraction,
      recall: fraction,
      atLeast: fraction,
    }),
  ),
  reliability: z.array(z.object({ count: z.int(), said: fraction, came: fraction })),
  course: z.array(
    z.object({ until: moment, count: z.int(), precision: fraction, recall: fraction, calibrationError: fraction }),
  ),
});
export type HelperOutput = z.output<typeof helperOutput>;
