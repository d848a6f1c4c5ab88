import { z } from "zod";
import { type Admin, when } from "@/lib/actor";
import { db, transaction } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { record } from "@/lib/events";
import { t } from "@/lib/messages";
import { storePicture } from "@/lib/pictures";
import { limits } from "@/lib/rate-limit";
import { type LimitOverrides, type SiteSettings, siteSettings } from "@/lib/settings";
import { line, text } from "@/lib/text";
import { trustSchema } from "@/lib/trust";
import { Voting } from "@/prisma/generated/enums";

/** Whom an event about the settings concerns: the nil UUID. */
const settingsSubject = "00000000-0000-0000-0000-000000000000";

const limitInput = z.strictObject({ points: z.int().min(1).max(100_000), seconds: z.int().min(1).max(86_400) });
const isLimit = (name: string): name is keyof typeof limits => Object.hasOwn(limits, name);

export const settingsSchema = z.strictObject({
  name: line({ max: 80, min: 1 }).optional(),
  description: text({ max: 500 }).optional(),
  /** BCP 47. */
  lang: z
    .string()
    .max(35)
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, t("accounts.fault.lang"))
    .optional(),
  logo: z
    .string()
    .max(100)
    .regex(/^\/media\/[0-9a-f]{64}\.[a-z]{3,4}$/, t("accounts.fault.avatar"))
    .nullable()
    .optional(),
  defaultCommentPolicy: z.enum(["open", "first_held", "all_held", "closed"]).optional(),
  editWindowMinutes: z.int().min(0).max(10_080).optional(),
  voting: z.enum(Voting).optional(),
  /** By name; null puts a limit back to what it was at first. Limits that are not named stay. */
  limits: z
    .record(z.string().max(40), limitInput.nullable())
    .refine((given) => Object.keys(given).length <= 50 && Object.keys(given).every(isLimit), t("accounts.fault.limit"))
    .optional(),
  /** From how many good comments on a reader is at which level; trusted asks for as much as known at least. */
  trust: trustSchema
    .refine(
      ({ known, trusted }) => trusted.published >= known.published && trusted.days >= known.days,
      t("measures.fault.trust"),
    )
    .optional(),
});
type SettingsChange = z.output<typeof settingsSchema>;

export const settingsOutput = z.object({
  name: z.string().max(160),
  description: z.string().max(1_000),
  lang: z.string().max(35),
  logo: z.string().max(200).nullable(),
  defaultCommentPolicy: z.enum(["open", "first_held", "all_held", "closed"]),
  editWindowMinutes: z.int(),
  voting: z.enum(Voting),
  limits: z.record(z.string().max(40), z.object({ points: z.int(), seconds: z.int() })),
  trust: trustSchema,
});

/** Every limit by name, with the numbers in force. */
export function limitsInForce(changed: LimitOverrides) {
  return Object.values(limits).map(({ name, points, seconds }) => ({ name, points, seconds, ...changed[name] }));
}

/** The settings as an admin sees them: every limit with the numbers in force. */
export function settingsSeen({ setUpAt: _setUpAt, limits: changed, ...settings }: SiteSettings) {
  const inForce = limitsInForce(changed).map(({ name, ...numbers }) => [name, numbers]);
  return { ...settings, limits: Object.fromEntries(inForce) } satisfies z.output<typeof settingsOutput>;
}

/** Changes the publication's settings; those not given stay. */
export async function changeSettings(by: Admin, { limits: given, ...plain }: SettingsChange): Promise<SiteSettings> {
  return transaction(async () => {
    const [row] = await db.$queryRaw<unknown[]>`SELECT 1 FROM settings WHERE id = 1 FOR UPDATE`;
    if (!row) throw new AppError("internal", t("requests.fault.settings"));
    const before = await siteSettings();
    const changed = Object.entries({ ...before.limits, ...given }).flatMap(([name, limit]) =>
      limit ? [[name, limit]] : [],
    );
    await db.settings.update({
      where: { id: 1 },
      data: { ...plain, limits: given && Object.fromEntries(changed), updatedAt: when(by) },
      select: { id: true },
    });
    await record(by, "settings.changed", settingsSubject, {
      fields: Object.keys({ ...plain, ...(given && { limits: given }) }),
    });
    return siteSettings();
  });
}

/** The fields of the settings form as the schema wants them: `limits.{name}.points`, `limits.{name}.seconds`, `removeLogo`; `part` says which form it was. */
export function settingsForm(fields: Record<string, string>): unknown {
  const byName = new Map<string, Record<string, number>>();
  const trust = new Map<string, Record<string, number | null>>();
  const others: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    const [, name, part] = /^limits\.(\w{1,40})\.(points|seconds)$/.exec(field) ?? [];
    const [, level, asked] = /^trust\.(known|trusted)\.(published|days|removed)$/.exec(field) ?? [];
    if (level && asked)
      trust.set(level, {
        ...trust.get(level),
        [asked]: asked === "removed" && value.trim() === "" ? null : wholeNumber(value),
      });
    else if (name && part) byName.set(name, { ...byName.get(name), [part]: wholeNumber(value) });
    else if (field === "editWindowMinutes") others.editWindowMinutes = wholeNumber(value);
    else if (field === "removeLogo") others.logo = null;
    else if (field === "part" || field === "logo") continue;
    else others[field] = value;
  }
  return {
    ...others,
    ...(byName.size > 0 && { limits: Object.fromEntries(byName) }),
    ...(trust.size > 0 && { trust: Object.fromEntries(trust) }),
  };
}

const wholeNumber = (value: string) => (/^\d{1,9}$/.test(value.trim()) ? Number(value) : Number.NaN);

/** The change with the uploaded logo stored, if there is one. Throws `invalid` for a file that is no picture. */
export async function withLogo(by: Admin, input: SettingsChange, file: File | undefined): Promise<SettingsChange> {
  if (!file || file.size === 0) return input;
  try {
    return { ...input, logo: (await storePicture(by, new Uint8Array(await file.arrayBuffer()))).url };
  } catch (thrown) {
    throw thrown instanceof AppError && thrown.code === "invalid" ? invalid("logo", thrown.message) : thrown;
  }
}
