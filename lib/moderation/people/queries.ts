import { stillNamed } from "@/lib/accounts/queries";
import type { Moderator } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { shown } from "@/lib/moderation/people/limits";
import type { BarOutput, SanctionOutput } from "@/lib/moderation/people/schema";
import type { ReportReason, SanctionKind } from "@/prisma/generated/enums";

export const named = { select: { handle: true, name: true } } as const;

/** The account that a moderator means: whoever has that handle now, or had it. Null if nobody did. */
export async function personMeant(_by: Moderator, handle: string): Promise<{ id: string; handle: string } | null> {
  const account = await db.account.findUnique({ where: { handle }, select: { id: true, handle: true } });
  if (account) return account;
  const old = await db.oldHandle.findFirst({
    where: { handle, account: stillNamed },
    select: { account: { select: { id: true, handle: true } } },
  });
  return old?.account ?? null;
}

/** As `personMeant`. Throws `not_found`. */
export async function requirePerson(by: Moderator, handle: string): Promise<{ id: string; handle: string }> {
  const meant = await personMeant(by, handle);
  if (!meant) throw notFound();
  return meant;
}

interface SanctionRow {
  id: string;
  kind: SanctionKind;
  reason: ReportReason;
  message: string;
  at: Date;
  until: Date | null;
  endedAt: Date | null;
  by: { handle: string; name: string } | null;
  endedBy: { handle: string; name: string } | null;
}

/** A measure as moderators see it: one whose time is over is over, though no job has said so. */
function toSanction({ at, until, endedAt, ...row }: SanctionRow, moment: Date): SanctionOutput {
  const ended = endedAt ?? (until && until <= moment ? until : null);
  return {
    ...row,
    at: at.toISOString(),
    until: until?.toISOString() ?? null,
    endedAt: ended?.toISOString() ?? null,
    open: ended === null && row.kind !== "warn",
  };
}

const sanctionFields = {
  ...{ id: true, kind: true, reason: true, message: true, at: true, until: true, endedAt: true },
  by: named,
  endedBy: named,
} as const;

/** The measures against somebody, the latest first. */
export async function sanctionsOf(_by: Moderator, accountId: string): Promise<SanctionOutput[]> {
  const rows = await db.sanction.findMany({
    where: { accountId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: shown.sanctions,
    select: sanctionFields,
  });
  return rows.map((row) => toSanction(row, now()));
}

/** One measure. Throws `not_found`. */
export async function sanctionById(_by: Moderator, id: string): Promise<SanctionOutput & { handle: string }> {
  const row = await db.sanction.findUnique({
    where: { id },
    select: { ...sanctionFields, account: { select: { handle: true } } },
  });
  if (!row) throw notFound();
  const { account, ...measure } = row;
  return { ...toSanction(measure, now()), handle: account.handle };
}

const barFields = {
  id: true,
  kind: true,
  value: true,
  reason: true,
  message: true,
  at: true,
  until: true,
  by: named,
} as const;

/** The bars that stand, the latest first. */
export async function bars(_by: Moderator): Promise<BarOutput[]> {
  const rows = await db.bar.findMany({
    where: { endedAt: null, OR: [{ until: null }, { until: { gt: now() } }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 500,
    select: barFields,
  });
  return rows.map(({ at, until, ...row }) => ({ ...row, at: at.toISOString(), until: until?.toISOString() ?? null }));
}
