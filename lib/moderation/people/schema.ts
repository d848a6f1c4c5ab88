import { z } from "zod";
import { nameMax } from "@/lib/accounts/limits";
import { personSchema, roleSchema, standingSchema } from "@/lib/accounts/schema";
import { after, day, now } from "@/lib/clock";

import { idSchema } from "@/lib/ids";
import { t } from "@/lib/messages";
import { barKinds, maxMessage, maxNote, maxYears, measures, timed } from "@/lib/moderation/people/limits";
import { text } from "@/lib/text";
import { trustLevels } from "@/lib/trust";
import { CommentStatus, DecisionAction, ReportReason, SanctionKind } from "@/prisma/generated/enums";

const reason = z.enum(ReportReason, t("measures.fault.reason"));
const message = text({ max: maxMessage }).default("");

/** A moment to come, within ten years: ISO 8601 or, from a form, a day, at whose end (UTC) it is. Left out or null: until somebody ends it. */
const until = z
  .string(t("measures.fault.until"))
  .max(40, t("measures.fault.until"))
  .transform((given) => (/^\d{4}-\d\d-\d\d$/.test(given) ? `${given}T23:59:59.999Z` : given))
  .pipe(z.iso.datetime({ offset: true, error: t("measures.fault.until") }))
  .transform((given) => new Date(given))
  .refine((moment) => moment > now(), t("measures.fault.past"))
  .refine((moment) => moment < after(now(), maxYears * 366 * day), t("measures.fault.far", { years: maxYears }))
  .nullish();

export const sanctionInput = z
  .strictObject({ kind: z.enum(SanctionKind, t("measures.fault.kind")), reason, message, until })
  .refine(({ kind, until }) => !until || timed.some((each) => each === kind), {
    path: ["until"],
    message: t("measures.fault.noEnd"),
  });
export type SanctionInput = z.output<typeof sanctionInput>;

/** Why a measure is ended; the team reads it. */
export const endInput = z.strictObject({ why: text({ max: maxNote, min: 1 }) });
export const noteInput = z.strictObject({ note: text({ max: maxNote, min: 1 }) });

/** A form sends an empty field for what was left out. */
export const filled = ({ until, ...fields }: Record<string, string>) => ({ ...fields, ...(until && { until }) });

export const personParams = z.object({ handle: z.string().min(1).max(100) });
export const sanctionParams = z.object({ id: idSchema });
export const barParams = z.object({ id: idSchema });

export const barInput = z.strictObject({
  kind: z.enum(barKinds, t("measures.fault.barKind")),
  value: z.string(t("measures.fault.barValue")).trim().min(1, t("measures.fault.barValue")).max(253),
  reason,
  message,
  until,
});
export type BarInput = z.output<typeof barInput>;
export const liftInput = z.strictObject({ why: text({ max: maxNote }).default("") });

const moment = z.iso.datetime();
const named = z.object({ handle: z.string(), name: z.string().max(nameMax * 2) });

const sanctionOutput = z.object({
  id: z.string(),
  kind: z.enum(measures),
  reason,
  message: z.string(),
  by: named.nullable(),
  at: moment,
  until: moment.nullable(),
  /** Its time may be over although nobody ended it. */
  endedAt: moment.nullable(),
  endedBy: named.nullable(),
  open: z.boolean(),
});
/** A measure, and against whom. */
export const sanctionMade = sanctionOutput.extend({ handle: z.string() });
export type SanctionOutput = z.output<typeof sanctionOutput>;

const noteOutput = z.object({ id: z.string(), note: z.string(), by: named.nullable(), at: moment });
export const noteMade = z.object({ id: z.string() });
export type NoteOutput = z.output<typeof noteOutput>;

const barOutput = z.object({
  id: z.string(),
  kind: z.enum(barKinds),
  value: z.string(),
  reason,
  message: z.string(),
  by: named.nullable(),
  at: moment,
  until: moment.nullable(),
});
export const barMade = z.object({ id: z.string() });
export type BarOutput = z.output<typeof barOutput>;
export const barsOutput = z.object({ items: z.array(barOutput) });

/** All that a moderator is told of a person. */
export const personOutput = personSchema.extend({
  id: z.string(),
  role: roleSchema,
  status: standingSchema,
  memberSince: moment,
  trust: z.object({ level: z.enum(trustLevels), published: z.int(), days: z.int(), removed: z.int() }),
  comments: z.object({
    published: z.int(),
    pending: z.int(),
    rejected: z.int(),
    removed: z.int(),
    /** Of those that a moderator let through or turned away, how many were let through; null while there is none. */
    approvedShare: z.number().min(0).max(1).nullable(),
  }),
  reports: z.object({ made: z.int(), upheld: z.int(), dismissed: z.int() }),
  decisions: z.array(
    z.object({
      commentId: z.string(),
      action: z.enum(DecisionAction),
      toStatus: z.enum(CommentStatus),
      reason: reason.nullable(),
      note: z.string(),
      by: named.nullable(),
      at: moment,
    }),
  ),
  latest: z.array(
    z.object({
      id: z.string(),
      status: z.enum(CommentStatus),
      excerpt: z.string(),
      at: moment,
      article: z.object({ slug: z.string(), title: z.string(), lang: z.string() }),
    }),
  ),
  formerly: z.object({
    names: z.array(z.object({ name: z.string(), until: moment })),
    handles: z.array(z.object({ handle: z.string(), until: moment })),
  }),
  notes: z.array(noteOutput),
  sanctions: z.array(sanctionOutput),
  /** Whence they signed in lately: networks (CIDR), the latest first. */
  networks: z.array(z.object({ network: z.string(), at: moment })),
});
export type PersonOutput = z.output<typeof personOutput>;
