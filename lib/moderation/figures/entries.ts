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
  -- Each decision or measure with the statement of its reasons and whether it was undone: put together by sorting, whatever their numbers.
  made AS (
    SELECT id, min(seq) FILTER (WHERE does) AS seq, min(at) FILTER (WHERE does) AS at, bool_or(within) FILTER (WHERE does) AS within,
      min(subject) FILTER (WHERE does) AS subject, min(action) AS action, min(kind) AS kind, min(reason) FILTER (WHERE does) AS reason,
      min(ground) AS ground, min(means) AS means, bool_or(automated) AS automated, bool_or(type = 'comment.decision_undone') AS undone
    FROM (
      SELECT coalesce(data->>'decisionId', data->>'sanctionId', data->>'undone', data->>'of') AS id, seq, at, within, subject::text AS subject, type,
        type IN ('comment.decided', 'account.sanctioned') AS does, data->>'reason' AS reason,
        CASE type WHEN 'comment.decided' THEN data->>'action' END AS action, CASE type WHEN 'account.sanctioned' THEN data->>'kind' END AS kind,
        data->>'ground' AS ground, data->>'foundBy' AS means, (data->>'automated')::boolean AS automated
      FROM entries WHERE type IN ('comment.decided', 'comment.decision_undone', 'account.sanctioned', 'statement.issued')
    ) parts GROUP BY id
  ),
  stands AS (SELECT * FROM made WHERE NOT undone)`;
}

/** Whether a measure was taken on the law or on the rules of the house. */
const groundOf = Prisma.sql`coalesce(ground, CASE WHEN reason = 'illegal' THEN 'law' ELSE 'rule' END)`;

/**
 * Each entry of a kind with the first decision after it on the same comment. Counted from the end, an entry and the decision that answers it have
 * the same number of decisions from there on.
 */
function answered(name: Prisma.Sql, asking: Prisma.Sql, actions: readonly string[]): Prisma.Sql {
  return Prisma.sql`${name}_and_answers AS (
    SELECT *, count(*) FILTER (WHERE action IS NOT NULL) OVER (PARTITION BY subject ORDER BY at DESC, seq DESC) AS place
    FROM (
      SELECT seq, at, within, subject::text AS subject, "actorKind", data, NULL AS action, NULL AS ground FROM entries WHERE ${asking}
      UNION ALL
      SELECT seq, at, within, subject, NULL, NULL, action, ${groundOf} FROM stands WHERE action = ANY(${[...actions]}::text[])
    ) both_kinds
  ),
  ${name} AS (
    SELECT asked."actorKind", asked.data, answer.action, answer.ground,
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
        WHEN ground = 'law' THEN 'acted_on_law' ELSE 'acted_on_rules' END AS outcome
    FROM reported
  )`;

/** What machines held, with what a moderator then said of it. */
export const holds = Prisma.sql`${answered(Prisma.sql`held`, Prisma.sql`type = 'comment.held'`, ["approve", "reject"])},
  holds AS (
    SELECT CASE WHEN data->'steps' <@ ${JSON.stringify(standingSteps)}::jsonb THEN 'standing' ELSE data->>'by' END AS machine,
      CASE action WHEN 'approve' THEN 'approved' WHEN 'reject' THEN 'rejected' ELSE 'open' END AS outcome
    FROM held
  )`;

/** Decisions and measures by the names of the report. */
const kinds = Prisma.sql`WHEN 'reject' THEN 'comment_rejected' WHEN 'remove' THEN 'comment_removed'
      WHEN 'warn' THEN 'warned' WHEN 'hold' THEN 'comments_held' WHEN 'suspend' THEN 'suspended' WHEN 'ban' THEN 'banned'`;

/** What was done to comments and to people, by whomever. */
export const measures = Prisma.sql`measures AS (
    SELECT CASE coalesce(action, kind) ${kinds} END AS kind, ${groundOf} AS ground, reason, coalesce(means, 'moderator') AS means,
      coalesce(automated, false) AS automated
    FROM stands WHERE within AND (action IN ('reject', 'remove') OR kind IS NOT NULL)
    UNION ALL
    SELECT 'comment_held', 'rule', 'none', data->>'by', true FROM entries WHERE type = 'comment.held' AND within
  )`;

/** Objections with how they were answered. */
export const objections = Prisma.sql`objections_made AS (
    SELECT min(data->>'measure') AS measure, min(data->>'reason') AS reason, coalesce(min(data->>'outcome'), 'open') AS outcome,
      extract(epoch FROM max(at) - min(at))::float8 AS seconds
    FROM entries WHERE type IN ('objection.made', 'objection.answered')
    GROUP BY subject HAVING bool_or(within) FILTER (WHERE type = 'objection.made')
  )`;
