import type { Moderator } from "@/lib/actor";
import { after, day } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import type { Span } from "@/lib/moderation/figures/limits";
import { dayOf, nextDay } from "@/lib/moderation/figures/period";
import type { Measure, ObjectionStatus, ReportReason, ReportStatus } from "@/prisma/generated/enums";

/** What becomes of comments, in the order of the rows of the chart. */
export const flows = ["came", "published", "held", "rejected", "removed"] as const;
export type Flow = (typeof flows)[number];

/** How many, day by day in UTC. */
export interface DayOfFlow extends Record<Flow, number> {
  day: string;
}

/** How long what was held waited for its decision, in seconds; `from` is the first day of so many. */
export interface Waited {
  from: string;
  decided: number;
  median: number;
  slowest: number;
}

export interface Seen {
  span: Span;
  days: DayOfFlow[];
  waited: Waited[];
  reports: { reason: ReportReason; status: ReportStatus; count: number }[];
  objections: { measure: Measure; status: ObjectionStatus; count: number }[];
}

/** Days over which waiting is put together: single ones over a month and less, weeks over more. */
export const bucketOf = (span: Span) => (span > 30 ? 7 : 1);

/** What a moderator sees of the last days, today included. Each part is one bounded read by an index; decisions that were undone are left out. */
export async function seen(_by: Moderator, span: Span, now: Date): Promise<Seen> {
  const before = nextDay(now);
  const from = after(before, -span * day);
  const [counted, waited, reports, objections] = await Promise.all([
    flow(from, before),
    waiting(from, before, bucketOf(span)),
    db.$queryRaw<Seen["reports"]>`
      SELECT reason::text AS reason, status::text AS status, count(*)::int AS count FROM reports
      WHERE status IN ('open', 'upheld', 'dismissed') AND "createdAt" >= ${from}::timestamptz AND "createdAt" < ${before}::timestamptz
      GROUP BY 1, 2`,
    db.$queryRaw<Seen["objections"]>`
      SELECT s.measure::text AS measure, o.status::text AS status, count(*)::int AS count
      FROM objections o JOIN statements s ON s.id = o."statementId"
      WHERE o.status IN ('open', 'granted', 'refused') AND o.at >= ${from}::timestamptz AND o.at < ${before}::timestamptz
      GROUP BY 1, 2`,
  ]);
  return { span, days: daysOf(counted, from, span), waited, reports, objections };
}

interface Counted {
  day: string;
  what: Flow | "let_through";
  count: number;
}

const byDay = Prisma.sql`to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

function flow(from: Date, before: Date): Promise<Counted[]> {
  const within = Prisma.sql`at >= ${from}::timestamptz AND at < ${before}::timestamptz`;
  return db.$queryRaw<Counted[]>`
    SELECT ${byDay} AS day, what, sum(count)::int AS count FROM (
      SELECT date_bin('1 day', at, '2000-01-01T00:00:00Z') AS at, count(*) AS count,
        CASE WHEN type = 'comment.held' THEN 'held' WHEN data->>'status' = 'published' THEN 'published' ELSE 'came' END AS what
      FROM events WHERE type IN ('comment.posted', 'comment.held') AND ${within} GROUP BY 1, 3
      UNION ALL
      SELECT date_bin('1 day', at, '2000-01-01T00:00:00Z'), count(*),
        CASE action WHEN 'reject' THEN 'rejected' WHEN 'remove' THEN 'removed' ELSE 'let_through' END
      FROM decisions d WHERE action IN ('approve', 'reject', 'remove') AND ${within}
        AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = d.id)
      GROUP BY 1, 3
    ) parts GROUP BY 1, 2`;
}

/** A row for each day, those on which nothing happened too. What is published at once came in as well. */
function daysOf(counted: readonly Counted[], from: Date, span: Span): DayOfFlow[] {
  const known = new Map(counted.map(({ day: on, what, count }) => [`${on} ${what}`, count]));
  return Array.from({ length: span }, (_, index) => {
    const on = dayOf(after(from, index * day));
    const of = (what: Counted["what"]) => known.get(`${on} ${what}`) ?? 0;
    return {
      day: on,
      came: of("came") + of("published"),
      published: of("published") + of("let_through"),
      held: of("held"),
      rejected: of("rejected"),
      removed: of("removed"),
    };
  });
}

/** Nobody waits longer, or they are left out of the figures. */
const longestWait = 180 * day;

/** From the last time that a comment was held until what was decided on it. */
function waiting(from: Date, before: Date, days: number): Promise<Waited[]> {
  return db.$queryRaw<Waited[]>`
    SELECT to_char(bucket AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS from, count(*)::int AS decided,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median, percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS slowest
    FROM (
      SELECT date_bin(make_interval(days => ${days}::int), d.at, ${from}::timestamptz) AS bucket,
        extract(epoch FROM d.at - max(held.at))::float8 AS seconds
      FROM decisions d JOIN events held ON held.subject = d."commentId" AND held.type = 'comment.held' AND held.at <= d.at
      WHERE d.at >= ${from}::timestamptz AND d.at < ${before}::timestamptz AND d."fromStatus" = 'pending' AND d.action IN ('approve', 'reject')
        AND held.at >= ${after(from, -longestWait)}::timestamptz AND held.at < ${before}::timestamptz
        AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = d.id)
      GROUP BY d.id
    ) waits GROUP BY bucket ORDER BY bucket`;
}
