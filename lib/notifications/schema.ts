import { z } from "zod";
import { personSchema } from "@/lib/accounts/schema";
import { cursorSchema, limitSchema } from "@/lib/cursor";
import { idSchema } from "@/lib/ids";
import { t } from "@/lib/messages";
import { deliveries, excerptLength, kinds, maxMarked } from "@/lib/notifications/limits";
import { momentText } from "@/lib/text";
import { CommentStatus, DecisionAction, Measure, ReportReason } from "@/prisma/generated/enums";

const kindSchema = z.enum(kinds);
const deliverySchema = z.enum(deliveries, t("notifications.fault.delivery"));

/** One thing that somebody is told. What may not be read any more (a comment that went, a piece that was taken back) is null. */
const notificationSchema = z.object({
  id: z.string(),
  kind: kindSchema,
  at: z.iso.datetime(),
  /** Some seconds after it happened. The list is in this order. */
  toldAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  actor: personSchema.nullable(),
  comment: z
    .object({
      id: z.string(),
      status: z.enum(CommentStatus),
      permalink: z.string(),
      excerpt: z.string().max(excerptLength * 2),
    })
    .nullable(),
  article: z.object({ slug: z.string(), title: z.string(), lang: z.string() }).nullable(),
  decision: z
    .object({ action: z.enum(DecisionAction), reason: z.enum(ReportReason).nullable(), note: z.string() })
    .nullable(),
  /** Why they were restricted, which they may read, and what kind of measure it is. */
  statement: z.object({ id: z.string(), measure: z.enum(Measure) }).nullable(),
  /** What became of a report, or of an objection. */
  outcome: z.enum(["upheld", "dismissed", "granted", "refused"]).nullable(),
});
export type Told = z.output<typeof notificationSchema>;

export const notificationsSchema = z.object({
  items: z.array(notificationSchema).max(100),
  nextCursor: z.string().max(400).nullable(),
});

export const inboxQuery = z.strictObject({ cursor: cursorSchema, limit: limitSchema });

/** `ids` absent: all, or all up to `until`, the `toldAt` of the first that was shown. */
export const readInput = z.strictObject({
  ids: z.array(idSchema).min(1).max(maxMarked).optional(),
  until: momentText.optional(),
});
export const readAnswer = z.object({ unreadCount: z.int() });

const deliveriesSchema = z.object({
  reply: deliverySchema,
  mention: deliverySchema,
  decision: deliverySchema,
  pick: deliverySchema,
  followed_thread: deliverySchema,
  followed_person: deliverySchema,
  report: deliverySchema,
  sanction: deliverySchema,
  objection: deliverySchema,
});
export type Deliveries = z.output<typeof deliveriesSchema>;
export const deliveriesChange = deliveriesSchema.partial().strict();
export const deliveriesAnswer = z.object({ deliveries: deliveriesSchema });

export const followForm = z.strictObject({ following: z.boolean(t("notifications.fault.following")) });
/** A form says `1` or `0`. */
export function followField({ following, ...fields }: Record<string, string>) {
  return { ...fields, following: following === "1" || following === "0" ? following === "1" : following };
}
export const followAnswer = z.object({ following: z.boolean() });

export const threadParams = z.object({ slug: z.string().min(1).max(300) });
export const personParams = z.object({ handle: z.string().min(1).max(100) });

/** What a mailed link takes one off. `daily`: everything that comes in the daily letter. */
export const scopes = [...kinds, "daily"] as const;
const scopeSchema = z.enum(scopes);
export type Scope = (typeof scopes)[number];
export const tokenParams = z.object({ token: z.string().min(1).max(200) });
/** What a mail program sends (RFC 8058, 3.1); a form on our page sends nothing. */
export const oneClick = z.strictObject({ "List-Unsubscribe": z.literal("One-Click").optional() });
export const unsubscribedAnswer = z.object({ scope: scopeSchema, delivery: z.literal("never") });
