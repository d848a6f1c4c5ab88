import { Prisma } from "@/lib/db";
import { momentsOf, type Period } from "@/lib/moderation/figures/period";
import { standingSteps } from "@/lib/moderation/figures/schema";
import { loggedTypes } from "@/lib/moderation/schema";

/**
 * Parts of the one statement that counts a period, each a table with a name. What happened is read from the entries of the chain; events only find
 * them by their time. Entries go on to the end of the log, since what became of a notice may lie after the period: `within` are those of the period.
 */
export function entriesOf(period: Period): Prisma.Sql {
  const [from, before] = momentsOf(period);
  return Prisma.sql`entries AS MATERIALIZED (
    SELECT l.seq, e.at, e.type, e.subject, e."actorKind"::text AS "actorKind", l.entry::jsonb->'data' AS data,
      e.at < ${before}::timestamptz AS within
    FROM events e JOIN log_entries l ON l."eventId" = e.id
    WHERE e.type = ANY(${[...loggedTypes]}::text[]) AND e.at >= ${from}::timestamptz
  ),
  undone AS (SELECT DISTINCT data->>'undone' AS id FROM entries WHERE type = 'comment.decision_undone'),
  decisions_made AS (
    SELECT seq, at, within, subject, data->>'decisionId' AS id, data->>'action' AS action, data->>'reason' AS reason
    FROM entries WHERE type = 'comment.decided'
  ),
  decided AS (SELECT * FROM decisions_made d WHERE NOT EXISTS (SELECT 1 FROM undone WHERE undone.id = d.id)),
  told AS (
    SELECT data->>'of' AS of, data->>'ground' AS ground, data->>'foundBy' AS means,
      (data->>'automated')::boolean AS automated
    FROM entries WHERE type = 'statement.issued'
  )`;
}

/** Whether a measure was taken on the law or on the rules of the house. */
const groundOf = (reason: Prisma.Sql) =>
  Prisma.sql`coalesce(told.ground, CASE WHEN ${reason} = 'illegal' THEN 'law' ELSE 'rule' END)`;

/**
 * Each entry of a kind with the first decision after it on the same comment. Counted from the end, an entry and the decision that answers it have
 * the same number of decisions from there on.
 */
function answered(name: Prisma.Sql, asking: Prisma.Sql, actions: readonly string[]): Prisma.Sql {
  return Prisma.sql`${name}_and_answers AS (
    SELECT *, count(*) FILTER (WHERE action IS NOT NULL) OVER (PARTITION BY subject ORDER BY at DESC, seq DESC) AS place
    FROM (
      SELECT seq, at, within, subject, "actorKind", data, NULL AS id, NULL AS action, NULL AS reason FROM entries WHERE ${asking}
      UNION ALL
      SELECT seq, at, within, subject, NULL, NULL, id, action, reason FROM decided WHERE action = ANY(${[...actions]}::text[])
    ) both_kinds
  ),
  ${name} AS (
    SELECT asked."actorKind", asked.data, answer.action, answer.reason, answer.id,
      extract(epoch FROM answer.at - asked.at)::float8 AS seconds
    FROM ${name}_and_answers asked
    LEFT JOIN ${name}_and_answers answer
      ON answer.subject = asked.subject AND answer.place = asked.place AND answer.action IS NOT NULL
    WHERE asked.action IS NULL AND asked.within
  )`;
}

/** Reports of readers with what became of them. */
export const notices = Prisma.sql`${answered(Prisma.sql`reported`, Prisma.sql`type = 'comment.reported'`, ["reject", "remove", "dismiss_reports"])},
  notices AS (
    SELECT reported.data->>'reason' AS reason, coalesce(reported.data->>'category', 'none') AS category, seconds,
      CASE "actorKind" WHEN 'person' THEN 'account' ELSE 'visitor' END AS source,
      CASE WHEN action IS NULL THEN 'open' WHEN action = 'dismiss_reports' THEN 'dismissed'
        WHEN ${groundOf(Prisma.sql`reported.reason`)} = 'law' THEN 'acted_on_law' ELSE 'acted_on_rules' END AS outcome
    FROM reported LEFT JOIN told ON told.of = reported.id
  )`;

/** What machines held, with what a moderator then said of it. */
export const holds = Prisma.sql`${answered(Prisma.sql`held`, Prisma.sql`type = 'comment.held'`, ["approve", "reject"])},
  holds AS (
    SELECT CASE WHEN data->'steps' <@ ${JSON.stringify(standingSteps)}::jsonb THEN 'standing' ELSE data->>'by' END AS machine,
      CASE action WHEN 'approve' THEN 'approved' WHEN 'reject' THEN 'rejected' ELSE 'open' END AS outcome
    FROM held
  )`;

/** What was done to comments and to people, by whomever. */
export const measures = Prisma.sql`measures AS (
    SELECT CASE action WHEN 'reject' THEN 'comment_rejected' ELSE 'comment_removed' END AS kind,
      ${groundOf(Prisma.sql`decided.reason`)} AS ground, decided.reason,
      coalesce(told.means, 'moderator') AS means, coalesce(told.automated, false) AS automated
    FROM decided LEFT JOIN told ON told.of = decided.id WHERE within AND action IN ('reject', 'remove')
    UNION ALL
    SELECT CASE data->>'kind' WHEN 'warn' THEN 'warned' WHEN 'hold' THEN 'comments_held' WHEN 'suspend' THEN 'suspended' ELSE 'banned' END,
      ${groundOf(Prisma.sql`data->>'reason'`)}, data->>'reason', coalesce(told.means, 'moderator'), coalesce(told.automated, false)
    FROM entries LEFT JOIN told ON told.of = data->>'sanctionId' WHERE type = 'account.sanctioned' AND within
    UNION ALL
    SELECT 'comment_held', 'rule', 'none', data->>'by', true FROM entries WHERE type = 'comment.held' AND within
  )`;

/** Objections with how they were answered. */
export const objections = Prisma.sql`objections_made AS (
    SELECT made.data->>'measure' AS measure, made.data->>'reason' AS reason, coalesce(answer.data->>'outcome', 'open') AS outcome,
      extract(epoch FROM answer.at - made.at)::float8 AS seconds
    FROM entries made
    LEFT JOIN entries answer ON answer.type = 'objection.answered' AND answer.subject = made.subject
    WHERE made.type = 'objection.made' AND made.within
  )`;
