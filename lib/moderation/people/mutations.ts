import { canSuspend } from "@/lib/accounts/policy";
import { accountForStaff, type Restraint, requireAnAdminLeft, restrain } from "@/lib/accounts/staff";
import { type Admin, type Moderator, type System, system, type Viewer, when } from "@/lib/actor";
import { after, now, second } from "@/lib/clock";
import { db, isTaken, transaction } from "@/lib/db";
import { AppError, invalid, notFound } from "@/lib/errors";
import { forgetNotes, record } from "@/lib/events";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs";
import { t } from "@/lib/messages";
import { issueStatement, withdraw } from "@/lib/moderation/fairness/statements";
import { mayNote } from "@/lib/moderation/people/policy";
import type { SanctionInput } from "@/lib/moderation/people/schema";
import { viewerOf } from "@/lib/session";
import type { AccountStatus, Measure, SanctionKind } from "@/prisma/generated/enums";

const stated: Record<SanctionKind, Measure> = {
  warn: "warned",
  hold: "comments_held",
  suspend: "suspended",
  ban: "banned",
};
const weighs = (kind: SanctionKind) => kind === "suspend" || kind === "ban";

/**
 * Takes a measure against somebody, at once: it is written down, holds for their account, is in the log and is told them, together or not at all.
 * Whoever is suspended or banned is signed out. Throws `forbidden`, `not_found`, `invalid` for an end that is not to come, and `conflict` for the last
 * admin, a closed account, and a measure of that kind that is in force already: of two at once a unique index decides.
 */
export async function sanction(
  by: Admin | Moderator,
  accountId: string,
  { kind, reason, message, until = null }: SanctionInput,
): Promise<{ id: string }> {
  return transaction(async () => {
    const { actor, account } = await accountForStaff(by, accountId);
    if (weighs(kind)) await requireAnAdminLeft(account);
    if (!canSuspend(actor, account)) throw new AppError("forbidden", t("measures.fault.mayNot"));
    const at = when(actor);
    if (until && until <= at) throw invalid("until", t("measures.fault.past"));
    await endOverdue(at, accountId);
    const id = newId();
    await db.sanction
      .create({ data: { id, accountId, kind, reason, message, byId: actor.id, at, until }, select: { id: true } })
      .catch((thrown: unknown) => {
        throw isTaken(thrown) ? new AppError("conflict", t(`measures.fault.already.${kind}`)) : thrown;
      });
    const status = await settle(account, at);
    const data = { sanctionId: id, kind, reason, until: until?.toISOString() ?? null };
    await record(actor, "account.sanctioned", accountId, { ...data, before: account.status, after: status }, message);
    await issueStatement(actor, { sanctionId: id, accountId, measure: stated[kind], reason, facts: message });
    if (until) await enqueue("end_measures", {}, { runAt: after(until, second), key: `end_measures:${id}` });
    return { id };
  });
}

/** Ends a measure before its time. The team reads why. Throws `not_found`, `forbidden`, `conflict` where it is over. */
export async function endSanction(by: Admin | Moderator, id: string, { why }: { why: string }): Promise<void> {
  await transaction(async () => {
    const found = await db.sanction.findUnique({ where: { id }, select: { accountId: true, kind: true } });
    if (!found) throw notFound();
    const { actor, account } = await accountForStaff(by, found.accountId);
    if (!canSuspend(actor, account)) throw new AppError("forbidden", t("measures.fault.mayNotEnd"));
    const at = when(actor);
    await endOverdue(at, account.id);
    if (!(await close(actor, { id, ...found }, at, why))) throw new AppError("conflict", t("measures.fault.over"));
  });
}

/**
 * Ends what is over by time, of everybody or of one account; the queries that judge have taken it for ended from its moment on. Idempotent. In the
 * name of the product: no moderator did it.
 */
export async function endOverdue(at: Date, accountId?: string): Promise<void> {
  await transaction(async () => {
    const over = await db.sanction.findMany({
      where: { endedAt: null, until: { lte: at }, ...(accountId && { accountId }) },
      orderBy: [{ accountId: "asc" }, { until: "asc" }],
      select: { id: true, accountId: true, kind: true, until: true },
      take: 500,
    });
    for (const each of over) await close(system(each.until ?? at), each, at, "");
  });
}

interface Open {
  id: string;
  accountId: string;
  kind: SanctionKind;
}

/** Writes down that a measure ended, and puts its account under what is left. False if it had ended. In the caller's transaction. */
export async function close(
  by: Viewer | System,
  { id, accountId, kind }: Open,
  at: Date,
  why: string,
): Promise<boolean> {
  const endedById = by.kind === "person" ? by.id : null;
  const { count } = await db.sanction.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: when(by), endedById },
  });
  if (count === 0) return false;
  const account = await viewerOf(accountId);
  const status = account ? await settle(account, at, { lifts: weighs(kind) }) : null;
  const data = { sanctionId: id, kind, before: account?.status ?? null, after: status };
  await record(by, "account.sanction_ended", accountId, data, why);
  if (by.kind === "person") await withdraw({ sanctionId: id }, at);
  return true;
}

/**
 * Puts an account under its open measures, in the caller's transaction; the heaviest gives its status, to which it resolves. One that was silenced
 * without a measure stays so until that is lifted.
 */
export async function settle(
  { id, status }: { id: string; status: AccountStatus },
  at: Date,
  { lifts = false } = {},
): Promise<AccountStatus> {
  if (status === "closed") return status;
  const open = await db.sanction.findMany({
    where: { accountId: id, endedAt: null, kind: { not: "warn" }, OR: [{ until: null }, { until: { gt: at } }] },
    select: { kind: true, until: true },
  });
  const end = (kind: SanctionKind): Date | "open" | null => {
    const measure = open.find((each) => each.kind === kind);
    return measure ? (measure.until ?? "open") : null;
  };
  const [suspendedUntil, banned] = [end("suspend"), end("ban") !== null];
  const stays = !lifts && (status === "suspended" || status === "banned") ? status : "active";
  const restraint: Restraint = {
    status: banned ? "banned" : suspendedUntil && stays !== "banned" ? "suspended" : stays,
    heldUntil: end("hold"),
    suspendedUntil,
  };
  await restrain(id, restraint, at);
  return restraint.status;
}

/** Writes a note of the team on somebody. Throws `not_found`, `forbidden` for oneself, `conflict` for somebody who left. */
export async function addNote(by: Moderator, accountId: string, { note }: { note: string }): Promise<{ id: string }> {
  const account = await viewerOf(accountId);
  if (!account) throw notFound();
  if (!mayNote(by, account)) throw new AppError("forbidden", t("measures.fault.mayNotNote"));
  if (account.status === "closed") throw new AppError("conflict", t("measures.fault.closed"));
  const id = newId();
  await db.accountNote.create({ data: { id, accountId, byId: by.id, note, at: when(by) }, select: { id: true } });
  return { id };
}

/**
 * Forgets what the team noted on somebody, what they were told with measures and why these ended, in the caller's transaction: they closed their account.
 * That there were measures stays, without words.
 */
export async function forgetWords(accountId: string): Promise<void> {
  await db.accountNote.deleteMany({ where: { accountId } });
  await db.sanction.updateMany({ where: { accountId }, data: { message: "" } });
  await forgetNotes([accountId]);
}

/** As a job: ends what is over by now. */
export const endMeasures = () => endOverdue(now());
