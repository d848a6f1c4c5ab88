import { z } from "zod";
import { maxDocument, maxWhy } from "@/lib/comments/screening/limits";
import { idSchema } from "@/lib/ids";
import { t } from "@/lib/messages";
import { line, text } from "@/lib/text";
import { CommentPolicy, Role, RuleMode } from "@/prisma/generated/enums";

const revision = z.int(t("screening.fault.revision")).min(0).max(2_147_483_647);
const document = text({ max: maxDocument });

export const rulesInput = z.strictObject({
  document,
  revision,
  why: line({ max: maxWhy }).default(""),
  mode: z.enum(RuleMode, t("screening.fault.mode")).default("live"),
});
export type RulesInput = z.input<typeof rulesInput>;

export const versionParams = z.strictObject({ number: z.coerce.number().int().min(1).max(2_147_483_647) });
export const restoreInput = z.strictObject({ revision });
export const playbackInput = z.strictObject({ document });
export const playbackParams = z.strictObject({ id: idSchema });

/** A form's fields as the schemas want them. */
export const rulesForm = ({ revision, ...fields }: Record<string, string>) => ({
  ...fields,
  revision: Number(revision),
});

const moment = z.iso.datetime();
const version = z.object({
  number: z.int(),
  mode: z.enum(RuleMode),
  why: z.string(),
  restored: z.int().nullable(),
  by: z.object({ handle: z.string(), name: z.string() }).nullable(),
  at: moment,
});
export const versionOutput = version.extend({ document: z.string() });
export const versionsOutput = z.object({ items: z.array(version), nextCursor: z.string().nullable() });
export type VersionItem = z.output<typeof version>;

/** `revision` goes back with a change. `live` is null while the publication has its first rules. */
export const rulesOutput = z.object({
  revision: z.int(),
  document: z.string(),
  live: version.nullable(),
  shadow: versionOutput.nullable(),
});
export type RulesOutput = z.output<typeof rulesOutput>;

/** What was recorded of a comment that rules would have stopped: let through by a moderator, never questioned, turned away, still waiting, taken back. */
export const outcomes = ["approved", "stood", "turnedAway", "waiting", "withdrawn"] as const;
export type Outcome = (typeof outcomes)[number];

const example = z.object({
  id: z.string(),
  articleSlug: z.string(),
  words: z.string(),
  verdict: z.enum(["hold", "refuse"]),
  outcome: z.enum(outcomes),
  why: z.array(z.object({ step: z.string(), detail: z.string(), found: z.array(z.string()) })),
});
export type Example = z.output<typeof example>;

/** What rules would have done. `turnedAwayMissed`: turned away by moderators, and not stopped by these rules. */
export const playbackResult = z.object({
  judged: z.int(),
  /** Of those, recorded before this was kept: some of what was known then had to be reckoned. */
  reckoned: z.int(),
  held: z.int(),
  refused: z.int(),
  /** What the rules in force do to the same comments. */
  inForce: z.object({ held: z.int(), refused: z.int() }),
  outcomes: z.record(z.enum(outcomes), z.int()),
  turnedAwayMissed: z.int(),
  steps: z.record(z.string(), z.int()),
  examples: z.array(example),
});
export type PlaybackResult = z.output<typeof playbackResult>;

export const playbackOutput = z.object({
  id: z.string(),
  document: z.string(),
  at: moment,
  from: moment,
  total: z.int(),
  done: z.int(),
  finishedAt: moment.nullable(),
  failed: z.string().nullable(),
  result: playbackResult.nullable(),
});
export type PlaybackOutput = z.output<typeof playbackOutput>;

/** What is kept of the moment when a comment was judged (`Screened`). */
export const screenedSchema = z.object({
  status: z.enum(["published", "pending"]),
  role: z.enum(Role),
  published: z.int(),
  repeated: z.boolean(),
  policy: z.enum(CommentPolicy),
  days: z.int().optional(),
  removed: z.int().optional(),
  measured: z.literal(true).optional(),
});
