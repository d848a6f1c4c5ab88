import { setImmediate } from "node:timers/promises";
import { after, now, second } from "@/lib/clock";
import { undoSeconds } from "@/lib/comments/limits";
import { exampleOf } from "@/lib/comments/screening/at-hand";
import { hostsIn } from "@/lib/comments/screening/domains";
import type { Decided } from "@/lib/comments/screening/learned/training";
import { visibleText } from "@/lib/comments/screening/visible";
import { db } from "@/lib/db";
import { mostDecisions } from "@/lib/moderation/limits";
import type { DecisionAction } from "@/prisma/generated/enums";

/** A comment on which was decided: what the helper learns from. */
export interface Case extends Decided {
  commentId: string;
  /** When it was first decided on. */
  at: Date;
}

interface Row {
  commentId: string;
  at: Date;
  action: DecisionAction;
  html: string;
  published: number | null;
}

const isBad = (action: DecisionAction) => action === "reject" || action === "remove";

/** A comment's words and what was known of its writer, as the helper reads them. */
export function exampleFrom({ html, published }: { html: string; published: number | null }) {
  const text = visibleText(html);
  return exampleOf({ text, ...hostsIn(html, text) }, published ?? undefined);
}

/**
 * The latest decisions, one for each comment: its words as they were decided on, and the last word on them. Ordered by when each comment was first
 * decided on, for the past is replayed in its order. Comments that their writers took back are left out, and decisions that were or can still be undone.
 */
export async function decidedCases(): Promise<Case[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT last."commentId"::text AS "commentId", last.first AS at, last.action::text AS action,
      coalesce(r.html, c.html) AS html, (c.screened->>'published')::int AS published
    FROM (
      SELECT DISTINCT ON (d."commentId") d."commentId", d.action, d.revision, min(d.at) OVER (PARTITION BY d."commentId") AS first
      FROM (
        SELECT * FROM decisions
        WHERE at <= ${settledUntil()}::timestamptz AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = decisions.id)
        ORDER BY at DESC, id DESC LIMIT ${mostDecisions}::int
      ) d
      ORDER BY d."commentId", d.at DESC, d.id DESC
    ) last
    JOIN comments c ON c.id = last."commentId" AND c.status <> 'deleted'
    LEFT JOIN comment_revisions r ON r."commentId" = c.id AND r.revision = last.revision
    ORDER BY last.first, last."commentId"`;
  const cases: Case[] = [];
  for (const { commentId, at, action, ...row } of rows) {
    cases.push({ ...exampleFrom(row), commentId, at, bad: isBad(action) });
    // Whoever asks this process for a page does not wait until all are read.
    if (cases.length % 100 === 0) await setImmediate();
  }
  return cases;
}

/** Until when what was decided can no longer be undone. */
const settledUntil = () => after(now(), -undoSeconds * second);

/** How many decisions stand, and the moment of the last of all or null: nothing is read where nothing was decided since. */
export async function lastDecided(): Promise<{ at: Date | null; count: number }> {
  const settled = { at: { lte: settledUntil() }, undone: null };
  const [last, count] = await Promise.all([
    db.decision.findFirst({ where: settled, orderBy: [{ at: "desc" }, { id: "desc" }], select: { at: true } }),
    db.decision.count({ where: settled }),
  ]);
  return { at: last?.at ?? null, count };
}
