import { z } from "zod";
import { after, day } from "@/lib/clock";
import { mostYears } from "@/lib/moderation/figures/limits";
import { daySchema } from "@/lib/moderation/schema";

/** Days in UTC, the first and the last of them both counted. */
export interface Period {
  from: string;
  to: string;
}

/** The fields of a period as a form or a query gives them: an empty or missing one is filled by `periodOf`. */
export const periodFields = {
  from: daySchema.or(z.literal("")).optional(),
  to: daySchema.or(z.literal("")).optional(),
};

/** The period asked for; unless told, the year that ends today. `null` where it ends before it begins or is longer than may be asked at once. */
export function periodOf(asked: { from?: string | undefined; to?: string | undefined }, now: Date): Period | null {
  const to = asked.to || dayOf(now);
  const from = asked.from || dayOf(after(yearsFrom(to, -1), day));
  return from <= to && dayOf(yearsFrom(from, mostYears)) > to ? { from, to } : null;
}

const fields = z.object(periodFields);

/** As `periodOf`, of what stands in an address. */
export function askedPeriod(asked: Partial<Record<keyof Period, string | undefined>>, now: Date): Period | null {
  const read = fields.safeParse(asked);
  return read.success ? periodOf(read.data, now) : null;
}

/** The moments of a period: from the first, and before the second. */
export function momentsOf({ from, to }: Period): [from: Date, before: Date] {
  return [new Date(`${from}T00:00:00Z`), after(new Date(`${to}T00:00:00Z`), day)];
}

/** A moment's day in UTC, as 2026-03-14. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

function yearsFrom(text: string, years: number): Date {
  const moment = new Date(`${text}T00:00:00Z`);
  moment.setUTCFullYear(moment.getUTCFullYear() + years);
  return moment;
}

/** When the next day begins, in UTC. */
export const nextDay = (moment: Date): Date => after(new Date(`${dayOf(moment)}T00:00:00Z`), day);
