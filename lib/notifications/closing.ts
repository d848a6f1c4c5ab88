import { setTimeout as pause } from "node:timers/promises";
import { closeOwnAccount, finishClosing, formerHandles } from "@/lib/accounts/closing";
import { closedAlready } from "@/lib/accounts/open-account";
import { closingById } from "@/lib/accounts/queries";
import type { ClosingInput, ClosingOutput } from "@/lib/accounts/schema";
import { requireCurrentPassword } from "@/lib/accounts/typed-password";
import type { Viewer } from "@/lib/actor";
import { leaveBylines } from "@/lib/articles/mutations";
import { after, minute, now, second } from "@/lib/clock";
import { partWithComments, unlinkPerson } from "@/lib/comments/mutations";
import { db, inTransaction, transaction } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { enqueue } from "@/lib/jobs";
import { forgetStatements } from "@/lib/moderation/fairness/statements";
import { takeNameOffReports } from "@/lib/moderation/mutations";
import { forgetWords } from "@/lib/moderation/people/mutations";
import { forgetPerson } from "@/lib/notifications/mutations";

/** Comments parted with in one transaction: about a tenth of a second. */
const batch = 400;
/** How long the request itself works before it leaves the rest to the job. */
const atOnce = 1 * second;

/**
 * Closes one's own account for good. At once: nobody signs in to it or is mailed by it, its sessions end, and its name is gone unless the comments
 * keep it. Its comments follow in batches, the first ones now, the rest by a job: resolves to how far that has come.
 * Throws `invalid` for a wrong password, `conflict` for the last admin or a byline that stands, `rate_limited` after ten wrong passwords.
 */
export async function closeAccount(by: Viewer, { comments, currentPassword }: ClosingInput): Promise<ClosingOutput> {
  const { status, passwordHash } = await db.account.findUniqueOrThrow({
    where: { id: by.id },
    select: { status: true, passwordHash: true },
  });
  // Closed between the gate and here, by another window of theirs.
  if (status === "closed") throw closedAlready();
  await requireCurrentPassword(by, passwordHash, currentPassword);
  const { id } = await transaction(async () => {
    if (comments !== "keep") await leaveBylines(by.id);
    const closing = await closeOwnAccount(by, comments);
    await forgetPerson(by.id, { named: comments === "keep" });
    await forgetStatements(by.id);
    await forgetWords(by.id);
    await enqueue("finish_closing", { accountId: by.id }, { key: jobOf(by.id) });
    return closing;
  });
  // Within another transaction (of an Idempotency-Key) a batch that gives up would take the closing along: there all is left to the job.
  if (!inTransaction()) await workOff({ accountId: by.id }, after(now(), atOnce));
  const closing = await closingById(id);
  if (!closing) throw notFound();
  return closing;
}

const jobOf = (accountId: string) => `closing:${accountId}`;

/**
 * Does what is left of a closing, until `until` if told: the name comes off reports and out of what others wrote, the comments are parted with, and what
 * came in meanwhile goes. Each batch is a transaction, so it may be cut anywhere, done twice, and by two at once. Resolves to whether all is done.
 */
export async function workOff({ accountId }: { accountId: string }, until?: Date): Promise<boolean> {
  const closing = await db.closing.findUnique({ where: { accountId }, select: { comments: true, doneAt: true } });
  if (!closing || closing.doneAt) return true;
  const named = closing.comments === "keep";
  await takeNameOffReports(accountId);
  if (!named) {
    const erasing = closing.comments === "erase";
    if (!(await unlinkAll(accountId, until)) || !(await partWithAll(accountId, erasing, until))) return false;
  }
  await transaction(async () => {
    await forgetPerson(accountId, { named });
    await finishClosing(accountId, { named });
  });
  return true;
}

const isOver = (until?: Date) => until !== undefined && now() > until;

async function unlinkAll(accountId: string, until?: Date): Promise<boolean> {
  const handles = await formerHandles(accountId);
  while (!isOver(until)) {
    const { found, changed } = await unlinkPerson(accountId, { handles, atMost: batch });
    if (found === 0) return true;
    if (changed === 0) await pause(100);
  }
  return false;
}

async function partWithAll(accountId: string, erasing: boolean, until?: Date): Promise<boolean> {
  for (let atMost = batch; !isOver(until); ) {
    const parted = await partWithComments(accountId, { erasing, atMost });
    if (parted === 0) return true;
    atMost = parted === null ? 1 : Math.min(batch, atMost * 4);
    if (parted === null) await pause(100);
  }
  return false;
}

/** Enqueues again what has not been done a minute after the closing. */
export async function resumeClosings(): Promise<void> {
  const cut = await db.closing.findMany({
    where: { doneAt: null, at: { lt: after(now(), -minute) } },
    select: { accountId: true },
    take: 100,
  });
  for (const { accountId } of cut) await enqueue("finish_closing", { accountId }, { key: jobOf(accountId) });
}
