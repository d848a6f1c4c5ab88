import { z } from "zod";
import { emailSchema } from "@/lib/accounts/schema";
import { cursorSchema, limitSchema } from "@/lib/cursor";
import { idSchema } from "@/lib/ids";
import { t } from "@/lib/messages";
import {
  maxAnswer,
  maxExplanation,
  maxObjectionWords,
  maxReporterName,
  objectionLists,
} from "@/lib/moderation/fairness/limits";
import { line, text } from "@/lib/text";
import {
  CommentStatus,
  Ground,
  LegalCategory,
  Means,
  Measure,
  ObjectionStatus,
  ReportReason,
} from "@/prisma/generated/enums";

const moment = z.iso.datetime();

export const statementParams = z.strictObject({ id: idSchema });
export const objectionParams = z.strictObject({ id: idSchema });
/** The end of a mailed link. */
export const letterParams = z.strictObject({ token: z.string().min(1).max(200) });
export const statementsQuery = z.strictObject({ cursor: cursorSchema, limit: limitSchema });

/** Why somebody was restricted, for them alone. */
export const statementOutput = z.object({
  id: z.string(),
  measure: z.enum(Measure),
  /** A rule of the house, or the law. */
  ground: z.enum(Ground),
  reason: z.enum(ReportReason),
  /** What the moderator told in words. */
  facts: z.string(),
  /** How it came to light. */
  foundBy: z.enum(Means),
  /** Whether a machine decided it. */
  automated: z.boolean(),
  at: moment,
  /** When a measure ends by itself; null where it has no end, and where it is about a comment. */
  until: moment.nullable(),
  /** When it was taken back or ended early. */
  withdrawnAt: moment.nullable(),
  /** Until when one may object, and whether one can now. */
  objectUntil: moment,
  canObject: z.boolean(),
  /** The comment that it is about, with its words while its writer leaves them there. */
  comment: z
    .object({ id: z.string(), status: z.enum(CommentStatus), permalink: z.string(), html: z.string().nullable() })
    .nullable(),
  /** Where it stood; null while that is not to be read. */
  article: z.object({ slug: z.string(), title: z.string(), lang: z.string() }).nullable(),
  objection: z
    .object({
      id: z.string(),
      words: z.string(),
      at: moment,
      status: z.enum(ObjectionStatus),
      answer: z.string(),
      answeredAt: moment.nullable(),
    })
    .nullable(),
});
export type StatementOutput = z.output<typeof statementOutput>;
export const statementsPage = z.object({ items: z.array(statementOutput), nextCursor: z.string().nullable() });

export const objectionInput = z.strictObject({ words: text({ max: maxObjectionWords }).default("") });
export type ObjectionInput = z.output<typeof objectionInput>;

export const objectionsQuery = z.strictObject({
  list: z.enum(objectionLists).default("open"),
  cursor: cursorSchema,
  limit: limitSchema,
});

export const answerInput = z.strictObject({
  outcome: z.enum(["granted", "refused"], t("fairness.fault.outcome")),
  answer: text({ max: maxAnswer, min: 1 }),
});
export type AnswerInput = z.output<typeof answerInput>;

const person = z.object({ handle: z.string(), name: z.string() });

/** An objection as those who answer see it. */
export const objectionOutput = z.object({
  id: z.string(),
  at: moment,
  status: z.enum(ObjectionStatus),
  words: z.string(),
  by: person,
  /** Who decided what is objected to: another answers. */
  decidedBy: person.nullable(),
  answer: z.string(),
  answeredBy: person.nullable(),
  answeredAt: moment.nullable(),
  mayAnswer: z.boolean(),
  statement: statementOutput.omit({ objection: true, canObject: true, objectUntil: true }),
  /** What the comment answers. */
  parent: z.object({ html: z.string(), status: z.enum(CommentStatus), author: person.nullable() }).nullable(),
});
export type ObjectionOutput = z.output<typeof objectionOutput>;
export const objectionsPage = z.object({ items: z.array(objectionOutput), nextCursor: z.string().nullable() });

const optionalAddress = z.union([z.literal("").transform(() => null), emailSchema]).nullish();

/** What somebody without an account says of a comment (EU 2022/2065 art. 16(2)). */
export const outsideReportInput = z
  .strictObject({
    reason: z.enum(ReportReason, t("fairness.fault.reason")),
    /** The law that is meant; asked for where it is one. */
    category: z.enum(LegalCategory, t("fairness.fault.category")).nullish(),
    explanation: text({ max: maxExplanation, min: 1 }),
    name: line({ max: maxReporterName }).default(""),
    /** Where it is answered; nobody needs to say it who reports the abuse of a child. */
    email: optionalAddress,
    goodFaith: z.literal(true, t("fairness.fault.goodFaith")),
    formToken: z.string(t("fairness.fault.form")).min(1, t("fairness.fault.form")).max(200, t("fairness.fault.form")),
    /** People do not see this field; what fills it in is a machine. */
    website: z.literal("", t("fairness.fault.trap")).default(""),
  })
  .superRefine(({ reason, category, email }, context) => {
    if (reason === "illegal" && !category)
      context.addIssue({ code: "custom", path: ["category"], message: t("fairness.fault.category") });
    if (!email && category !== "minors")
      context.addIssue({ code: "custom", path: ["email"], message: t("fairness.fault.email") });
  });
export type OutsideReport = z.output<typeof outsideReportInput>;

/** A form sends what was chosen or nothing. */
export function outsideReportForm({ category, goodFaith, ...fields }: Record<string, string>) {
  return { ...fields, ...(category && { category }), goodFaith: goodFaith === "1" };
}
/** Alike for a first report and a second. */
export const receivedAnswer = z.object({ received: z.literal(true) });
