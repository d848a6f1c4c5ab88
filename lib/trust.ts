import { z } from "zod";
import { after, day } from "@/lib/clock";
import { Prisma } from "@/lib/db";

/** How far a reader is trusted, by what became of their comments. Computed, never stored. */
export const trustLevels = ["new", "known", "trusted"] as const;
export type TrustLevel = (typeof trustLevels)[number];

/** So many comments published, so many days here, and no more than so many removed lately (null: however many). */
const thresholds = z.strictObject({
  published: z.int().min(0).max(10_000),
  days: z.int().min(0).max(3_650),
  removed: z.int().min(0).max(1_000).nullable(),
});
export const trustSchema = z.strictObject({ known: thresholds, trusted: thresholds });
export type Trust = z.output<typeof trustSchema>;

/** Removed comments count for so many days. */
const removedDays = 90;

/** Where an admin set nothing: one published comment makes a reader known, twenty without a fault over a month make them trusted. */
export const usualTrust: Trust = {
  known: { published: 1, days: 0, removed: null },
  trusted: { published: 20, days: 30, removed: 0 },
};

/** The thresholds that the settings hold; the usual ones where they hold none. */
export const trustIn = (settings: unknown): Trust => trustSchema.catch(usualTrust).parse(settings);

/** What trust is asked of: other comments that are published, days since somebody joined, and comments of the last 90 days that were removed. */
interface TrustFacts {
  published: number;
  days: number;
  removed: number;
}

/** The level that these facts reach; the higher asks for the lower as well. */
export function levelOf(facts: TrustFacts, { known, trusted }: Trust): TrustLevel {
  if (!reaches(facts, known)) return "new";
  return reaches(facts, trusted) ? "trusted" : "known";
}

function reaches({ published, days, removed }: TrustFacts, asked: Trust["known"]): boolean {
  return published >= asked.published && days >= asked.days && (asked.removed === null || removed <= asked.removed);
}

/** How many comments of an account (its id, in the statement) of the last 90 days were removed, as a part of it; past a hundred nobody needs to know. */
export const removedOf = (account: Prisma.Sql, at: Date) => Prisma.sql`(
  SELECT count(*)::int FROM (
    SELECT FROM comments r WHERE r."authorId" = ${account} AND r.status = 'removed' AND r."createdAt" > ${after(at, -removedDays * day)}::timestamptz
    LIMIT 100
  ) few)`;

/** Whole days between two moments. */
export const daysBetween = (from: Date, to: Date) => Math.max(0, Math.floor((to.getTime() - from.getTime()) / day));
