import { z } from "zod";
import { avatarUrl } from "@/lib/accounts/avatar";
import {
  bioMax,
  commentsAfterwards,
  emailMax,
  handleMax,
  nameMax,
  passwordMax,
  passwordMin,
  roles,
  standings,
  statuses,
} from "@/lib/accounts/limits";
import { canBeSeen, turnsText } from "@/lib/accounts/name";
import { cursorSchema, limitSchema } from "@/lib/cursor";
import { idSchema } from "@/lib/ids";
import { t } from "@/lib/messages";
import { codePoints, line, text } from "@/lib/text";

export const roleSchema = z.enum(roles);
const statusSchema = z.enum(statuses);
export const standingSchema = z.enum(standings);

/** An address as we store it: ASCII, lower case. */
export const emailSchema = z
  .string(t("accounts.fault.email"))
  .max(emailMax + 64, t("accounts.fault.emailLong", { max: emailMax }))
  .transform((address) => address.trim().toLowerCase())
  .pipe(z.email(t("accounts.fault.email")).max(emailMax, t("accounts.fault.emailLong", { max: emailMax })));

export const nameSchema = line({ max: nameMax, min: 1 })
  .refine((name) => !turnsText(name), t("accounts.fault.nameTurns"))
  .refine(canBeSeen, t("accounts.fault.nameUnseen"));

export const handleSchema = z
  .string()
  .max(200)
  .transform((handle) => handle.trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^[a-z0-9_-]+$/, t("accounts.fault.handle"))
      .max(handleMax, t("accounts.fault.handleLong", { max: handleMax })),
  );

const bioSchema = text({ max: bioMax });

/** A password that is being chosen; the same words typed on another keyboard are the same password (NFC). Nothing is trimmed or cut. */
export const newPasswordSchema = z
  .string(t("accounts.fault.password"))
  .max(passwordMax * 4, t("accounts.fault.passwordLong", { max: passwordMax }))
  .refine((password) => password.isWellFormed() && !password.includes("\0"), t("accounts.fault.passwordBroken"))
  .transform((password) => password.normalize("NFC"))
  .refine((password) => codePoints(password) <= passwordMax, t("accounts.fault.passwordLong", { max: passwordMax }))
  .refine((password) => codePoints(password) >= passwordMin, t("accounts.fault.passwordShort", { min: passwordMin }));

/** A password that is being checked. */
const typedPasswordSchema = z
  .string(t("accounts.fault.passwordMissing"))
  .min(1, t("accounts.fault.passwordMissing"))
  .max(passwordMax * 4, t("accounts.fault.passwordLong", { max: passwordMax }))
  .refine((password) => password.isWellFormed() && !password.includes("\0"), t("accounts.fault.passwordBroken"))
  .transform((password) => password.normalize("NFC"));

/** A form or body without fields. */
export const nothingSchema = z.strictObject({});
/** What is said where every address is answered alike. */
export const confirmationSchema = z.object({ detail: z.string().max(500) });

/** The token of a mailed link. */
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/);
export const tokenParams = z.object({ token: tokenSchema });

export const signUpSchema = z.strictObject({ email: emailSchema, name: nameSchema, password: newPasswordSchema });
export const signInSchema = z.strictObject({ email: emailSchema, password: typedPasswordSchema });
export const confirmSignUpSchema = z.strictObject({ password: typedPasswordSchema.optional() });
export const resetRequestSchema = z.strictObject({ email: emailSchema });
export const resetSchema = z.strictObject({ password: newPasswordSchema });
export const setUpSchema = z.strictObject({
  token: z.string().min(1, t("accounts.fault.setupToken")).max(200),
  siteName: line({ max: nameMax }).optional(),
  email: emailSchema,
  name: nameSchema,
  password: newPasswordSchema,
});

export const ownAccountSchema = z.strictObject({
  name: nameSchema.optional(),
  handle: handleSchema.optional(),
  bio: bioSchema.optional(),
  /** The address or file name of a picture that is here already; null takes the portrait away. */
  avatar: z
    .string()
    .regex(/^(\/media\/)?[0-9a-f]{64}\.(png|jpe?g|webp|avif|gif)$/, t("accounts.fault.avatar"))
    .max(100)
    .transform((file) => file.replace("/media/", ""))
    .nullable()
    .optional(),
  email: emailSchema.optional(),
  password: newPasswordSchema.optional(),
  currentPassword: typedPasswordSchema.optional(),
});
export type OwnAccountChange = z.output<typeof ownAccountSchema>;

export const accountChangeSchema = z
  .strictObject({ role: roleSchema.optional(), status: statusSchema.optional() })
  .refine(({ role, status }) => role !== undefined || status !== undefined, t("accounts.fault.nothing"));
export type AccountChange = z.output<typeof accountChangeSchema>;

/** What closing one's account asks: what becomes of the comments, and the password. */
export const closingSchema = z.strictObject({
  comments: z.enum(commentsAfterwards, t("accounts.fault.closeComments")),
  currentPassword: typedPasswordSchema,
});
export type ClosingInput = z.output<typeof closingSchema>;

/** How far a closing has come. `left`: comments that still bear the name or the words; 0 where they are kept. */
export const closingOutput = z.object({
  id: z.string().max(100),
  comments: z.enum(commentsAfterwards),
  at: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  left: z.int(),
});
export type ClosingOutput = z.output<typeof closingOutput>;

export const ignoreOutput = z.object({ handle: z.string().max(handleMax), ignored: z.boolean() });

export const accountParams = z.object({ id: idSchema });

export const accountsQuery = z.strictObject({
  q: z
    .string()
    .max(200)
    .refine((q) => q.isWellFormed() && !q.includes("\0"), t("accounts.fault.search"))
    .optional(),
  role: roleSchema.optional(),
  status: statusSchema.optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});

/** A person as everybody sees them. */
export const personSchema = z.object({
  handle: z.string().max(handleMax),
  name: z.string().max(nameMax * 2),
  avatarUrl: z.string().max(200).nullable(),
});
export type Person = z.output<typeof personSchema>;

/** The public face of an account row. */
export function person({ handle, name, avatar }: { handle: string; name: string; avatar: string | null }): Person {
  return { handle, name, avatarUrl: avatarUrl(avatar) };
}

const viewerProfileSchema = personSchema.extend({
  id: z.string().max(100),
  role: roleSchema,
  bio: z.string().max(bioMax * 2),
  can: z.object({
    comment: z.boolean(),
    write: z.boolean(),
    editAll: z.boolean(),
    moderate: z.boolean(),
    administer: z.boolean(),
  }),
  unreadCount: z.int(),
});
export type ViewerProfile = z.output<typeof viewerProfileSchema>;
export const viewerSchema = z.object({ viewer: viewerProfileSchema.nullable() });
/** What a change of one's own account answers: `confirm` is true when a link went to the new address. */
export const ownAccountAnswer = viewerSchema.extend({ confirm: z.boolean() });

export const accountSchema = personSchema.extend({
  id: z.string().max(100),
  role: roleSchema,
  status: standingSchema,
  /** For admins only. */
  email: z.string().max(emailMax).nullable(),
  publishedCount: z.int(),
  createdAt: z.iso.datetime(),
});
export type AccountItem = z.output<typeof accountSchema>;
export const accountsPageSchema = z.object({
  items: z.array(accountSchema).max(100),
  nextCursor: z.string().max(400).nullable(),
});
