import { z } from "zod";
import { db, longRead, Prisma } from "@/lib/db";
import { entriesOf, holds, measures, notices, objections } from "@/lib/moderation/figures/entries";
import type { Period } from "@/lib/moderation/figures/period";
import {
  categories,
  grounds,
  holdOutcomes,
  machines,
  means,
  measureKinds,
  noticeOutcomes,
  objectionOutcomes,
  reportedReasons,
  sources,
} from "@/lib/moderation/figures/schema";

const count = z.int().min(1);
const seconds = z.number().nullable();
const reason = z.enum(reportedReasons);
const kind = z.enum(measureKinds);

/** What was counted, group by group: what a group does not hold did not happen. */
const counts = z.object({
  entries: z.int(),
  first: z.int().nullable(),
  last: z.int().nullable(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  undone: z.int(),
  notices: z.array(
    z.object({
      reason,
      category: z.enum(categories),
      source: z.enum(sources),
      outcome: z.enum(noticeOutcomes),
      count,
    }),
  ),
  noticeSeconds: seconds,
  measures: z.array(
    z.object({ kind, ground: z.enum(grounds), reason, means: z.enum(means), automated: z.boolean(), count }),
  ),
  holds: z.array(z.object({ machine: z.enum(machines), outcome: z.enum(holdOutcomes), count })),
  objections: z.array(z.object({ measure: kind, reason, outcome: z.enum(objectionOutcomes), count })),
  objectionSeconds: seconds,
});
export type Counts = z.output<typeof counts>;

/** Rows of a table, alike ones counted together, as JSON. */
const grouped = (table: Prisma.Sql, columns: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(jsonb_agg(each ORDER BY each), '[]') FROM (SELECT ${columns}, count(*)::int AS count FROM ${table} GROUP BY ${columns}) each
)`;

const middle = (table: Prisma.Sql) =>
  Prisma.sql`(SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FROM ${table} WHERE outcome <> 'open')`;

/** Counts a period of the chained log: one statement, so that every number is of the same moment. */
export async function countPeriod(period: Period): Promise<Counts> {
  const [row] = await longRead<object>(Prisma.sql`
    WITH ${entriesOf(period)}, ${notices}, ${holds}, ${measures}, ${objections}
    SELECT (SELECT count(*)::int FROM entries WHERE within) AS entries,
      (SELECT min(seq)::int FROM entries WHERE within) AS first, (SELECT max(seq)::int FROM entries WHERE within) AS last,
      coalesce((SELECT jsonb_build_object('seq', seq, 'hash', hash) FROM log_head), ${noHead}::jsonb) AS head,
      (SELECT count(*)::int FROM made WHERE undone AND within AND action IN ('reject', 'remove')) AS undone,
      ${grouped(Prisma.sql`notices`, Prisma.sql`reason, category, source, outcome`)} AS notices,
      ${middle(Prisma.sql`notices`)} AS "noticeSeconds",
      ${grouped(Prisma.sql`measures`, Prisma.sql`kind, ground, reason, means, automated`)} AS measures,
      ${grouped(Prisma.sql`holds`, Prisma.sql`machine, outcome`)} AS holds,
      ${grouped(Prisma.sql`objections_made`, Prisma.sql`measure, reason, outcome`)} AS objections,
      ${middle(Prisma.sql`objections_made`)} AS "objectionSeconds"`);
  return counts.parse(row);
}

/** Before the first entry. */
const noHead = JSON.stringify({ seq: 0, hash: "0".repeat(64) });

/** Where the log ends now: nothing that was counted has changed while it does not. */
export async function headOfLog(): Promise<number> {
  const head = await db.logHead.findUnique({ where: { id: 1 }, select: { seq: true } });
  return Number(head?.seq ?? 0);
}
