import { after, day, now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { JobHandlers } from "@/lib/jobs";

/** Answers of guarded POSTs are kept for longer than the 24 h that the contract promises. */
const answersKept = 2 * day;
/** What tried rules found quotes comments, and must not outlive them for long. */
const playbacksKept = 7 * day;

/** Longer than any job is tried again: a message whose claim is forgotten is not under way any more. */
const claimsKept = 60 * day;

/** Jobs that were tried for the last time hold what they were told, addresses too: a week in which an operator sees them (docs/operating.md). */
const failedJobsKept = 7 * day;

/** After the answer to a report without an account: six months, in which somebody may ask about it. */
const addressesKept = 184 * day;

/**
 * Deletes what has lived its time: drafts, sessions, mailed links, stored answers, spent limits, claims on mail, jobs that failed for good,
 * addresses of who reported without an account. Safe to run at any time, twice too.
 */
async function sweep(): Promise<void> {
  const expired = { expiresAt: { lt: now() } };
  await db.draft.deleteMany({ where: expired });
  await db.session.deleteMany({ where: expired });
  await db.emailToken.deleteMany({ where: { expiresAt: { lt: after(now(), -day) } } });
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: after(now(), -answersKept) } } });
  await db.sentMail.deleteMany({ where: { at: { lt: after(now(), -claimsKept) } } });
  await db.worker.deleteMany({ where: { seenAt: { lt: after(now(), -day) } } });
  await db.playback.deleteMany({ where: { at: { lt: after(now(), -playbacksKept) } } });
  await db.claim.deleteMany({ where: { until: { lt: now() } } });
  const long = { lt: after(now(), -addressesKept) };
  await db.report.updateMany({
    where: {
      OR: [{ address: { not: null } }, { name: { not: "" } }],
      AND: { OR: [{ decision: { at: long } }, { createdAt: long, comment: { status: "deleted" } }] },
    },
    data: { address: null, name: "" },
  });
  await db.rateLimit.deleteMany({ where: { expire: { lt: now().getTime() } } });
  await dropFailedJobs();
}

/** graphile-worker keeps them for ever. `complete_jobs` deletes, but none that a worker is at: the last attempt of all counts once it begins. */
async function dropFailedJobs(): Promise<void> {
  await db.$queryRaw`
    SELECT count(dropped.id)::int AS dropped FROM graphile_worker.complete_jobs(ARRAY(
      SELECT id FROM graphile_worker.jobs
      WHERE attempts >= max_attempts AND greatest(run_at, updated_at) < ${after(now(), -failedJobsKept)}::timestamptz
    )) dropped`;
}

export const jobs: JobHandlers = { sweep };
