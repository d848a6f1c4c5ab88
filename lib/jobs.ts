import { db } from "@/lib/db";

/**
 * What runs later, and what each job is told. A noun adds its jobs here and their handlers in its `jobs.ts`. `letterId` is what the letter of a job is known
 * by: done twice, it is the same letter, which goes out once.
 */
export interface Jobs {
  /** Sends one mail; `lib/mail.ts` made the message. */
  send_mail: {
    to: string;
    subject: string;
    text: string;
    html?: string;
    fromName?: string;
    headers?: Record<string, string>;
  };
  /** Mails a link for a new password, if the address belongs to somebody. Asked for later, so that every address is answered alike. */
  mail_password_reset: { letterId: string; email: string };
  /** Mails a link that opens the account or, if the address has one already, says so. */
  mail_sign_up: { letterId: string; email: string; name: string; passwordHash: string };
  /** Mails a link that confirms a new address, and a notice to the old one. */
  mail_email_change: { letterId: string; accountId: string; email: string };
  /** Does what is left to be done after an account was closed. */
  finish_closing: { accountId: string };
  /** Goes on with closings that were cut: their worker may have died with the job in its hands. */
  resume_closings: Record<string, never>;
  /** Publishes an article whose time has come. */
  publish_due: { articleId: string };
  /**
   * Tells those whom a published comment calls, or only those whom it names. `at`: when it could be read (ISO 8601). `again`: it could be read
   * before, so that whoever began to follow since is not told.
   */
  tell_of_comment: { commentId: string; at: string; onlyNamed?: boolean; again?: boolean };
  /** Tells a writer what was decided on their comment. */
  tell_of_decision: { decisionId: string };
  /** Tells somebody why a measure was taken against them. */
  tell_of_statement: { statementId: string };
  /** Tells those whose reports a decision answered. */
  tell_of_reports: { decisionId: string };
  /** Tells whoever objected what came of it. */
  tell_of_objection: { objectionId: string };
  /** Tells a writer that their comment was picked out. */
  tell_of_pick: { commentId: string };
  /** Mails one notification, if it is still to be mailed. */
  mail_notification: { notificationId: string };
  /** Enqueues the daily letters. */
  mail_daily: Record<string, never>;
  /** Mails one account what it was told until then (ISO 8601), in one letter. */
  mail_daily_letter: { accountId: string; until: string };
  /** Plays changed rules back over the comments of the past. */
  play_back: { playbackId: string };
  /** Learns from decisions, if there are enough new ones, and scores what waits. */
  learn: Record<string, never>;
  /** Ends the measures and bars whose time is over. */
  end_measures: Record<string, never>;
  /** Deletes what has lived its time: drafts, tokens, idempotency keys, sessions, limits. */
  sweep: Record<string, never>;
}

type JobName = keyof Jobs;
export type JobHandlers = { [Name in JobName]?: (payload: Jobs[Name]) => Promise<void> };

/**
 * Enqueues a job in the ambient transaction (graphile-worker's `add_job`): it runs if and only if that commits, at least once, so handlers are idempotent.
 * `runAt` is UTC; jobs with the same `key` replace one another while they wait; those of a higher `priority` wait for all others.
 */
export async function enqueue<Name extends JobName>(
  name: Name,
  payload: Jobs[Name],
  { runAt, key, priority = 0 }: { runAt?: Date; key?: string; priority?: number } = {},
): Promise<void> {
  await db.$queryRaw`
    SELECT 1 AS done FROM graphile_worker.add_job(
      identifier => ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${runAt ?? null}::timestamptz,
      job_key => ${key ?? null}::text,
      priority => ${priority}::int
    )`;
}
