import { type Moderator, type System, system, when } from "@/lib/actor";
import { forgetBars } from "@/lib/bars";
import { after, now, second } from "@/lib/clock";
import { db, isTaken, transaction } from "@/lib/db";
import { AppError, invalid, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs";
import { t } from "@/lib/messages";
import { mailDomain, network } from "@/lib/moderation/people/range";
import type { BarInput } from "@/lib/moderation/people/schema";

/**
 * Bars whoever comes from a domain of mail, or a range of addresses, from now on and in every process: no sign-up, and from a network no comment, vote or report
 * of a reader. `address`: of whoever asks. Throws `invalid` for a value or an end that will not do, `conflict` for one that is barred already.
 */
export async function raiseBar(
  by: Moderator,
  { kind, value: typed, reason, message, until = null }: BarInput,
  address: string | null,
): Promise<{ id: string }> {
  const value = kind === "network" ? network(typed, address) : mailDomain(typed);
  const id = newId();
  const at = when(by);
  if (until && until <= at) throw invalid("until", t("measures.fault.past"));
  await transaction(async () => {
    await endOver(at);
    await db.bar
      .create({ data: { id, kind, value, reason, message, byId: by.id, at, until }, select: { id: true } })
      .catch((thrown: unknown) => {
        throw isTaken(thrown) ? new AppError("conflict", t("bars.fault.already", { value })) : thrown;
      });
    // What is barred stays out of the log, which everybody may ask for: it may be somebody's own address.
    await record(by, "bar.raised", id, { kind, reason, until: until?.toISOString() ?? null }, message);
    if (until) await enqueue("end_measures", {}, { runAt: after(until, second), key: `end_measures:${id}` });
  });
  forgetBars();
  return { id };
}

/** Lifts a bar, in every process. The team reads why. Throws `not_found`, `conflict` where it is lifted. */
export async function liftBar(by: Moderator, id: string, { why }: { why: string }): Promise<void> {
  await transaction(async () => {
    if ((await db.bar.count({ where: { id } })) === 0) throw notFound();
    await endOver(when(by));
    if (!(await lift(by, id, why))) throw new AppError("conflict", t("bars.fault.over"));
  });
  forgetBars();
}

/** Ends the bars whose time is over; whoever asks has taken them for lifted from their moment on. */
export async function endBars(): Promise<void> {
  await transaction(() => endOver(now()));
  forgetBars();
}

async function endOver(at: Date): Promise<void> {
  const over = await db.bar.findMany({
    where: { endedAt: null, until: { lte: at } },
    select: { id: true, until: true },
    take: 500,
  });
  for (const { id, until } of over) await lift(system(until ?? at), id, "");
}

async function lift(by: Moderator | System, id: string, why: string): Promise<boolean> {
  const endedById = by.kind === "person" ? by.id : null;
  const { count } = await db.bar.updateMany({ where: { id, endedAt: null }, data: { endedAt: when(by), endedById } });
  if (count > 0) await record(by, "bar.lifted", id, {}, why);
  return count > 0;
}
