const undone = (decision: string) => `EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = ${decision}.id)`;

const written = (type: string, key: string, of: string) => `
  (SELECT (count(e.id)::int, count(l."eventId")::int) FROM events e LEFT JOIN log_entries l ON l."eventId" = e.id
   WHERE e.type = '${type}' AND e.data->>'${key}' = ${of}::text)`;

/** Jobs by what they are told of; those of a database whose worker is off. */
const telling = (job: string, key: string) => `
  (SELECT (j.payload->>'${key}')::uuid FROM graphile_worker._private_jobs j
   JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = '${job}')`;

/** Whether a decision, or its undoing, made a comment one that readers see. */
const letThrough = (decision: string) => `
  (${decision}.action IN ('approve', 'restore')
   OR ${decision}."fromStatus" = 'published' AND ${decision}."toStatus" <> 'published' AND ${undone(decision)})`;

/**
 * Decisions, and what should have come with each, of which a part is missing or too much: there must be none at any moment. One statement, so that it
 * sees one moment. Counters are `differingCounters`.
 */
export const halfDone = `
  WITH standing AS (SELECT * FROM decisions d WHERE NOT ${undone("d")})
  SELECT 'status' AS what, c.id FROM comments c WHERE c.status <> coalesce(
    (SELECT d."toStatus" FROM standing d WHERE d."commentId" = c.id ORDER BY d.at DESC, d.id DESC LIMIT 1),
    (SELECT d."fromStatus" FROM decisions d WHERE d."commentId" = c.id ORDER BY d.at, d.id LIMIT 1), c.status)
  UNION ALL SELECT 'event and entry', d.id FROM decisions d WHERE ${written("comment.decided", "decisionId", "d.id")} <> (1, 1)
  UNION ALL SELECT 'event and entry of the undoing', d.id FROM decisions d
    WHERE ${written("comment.decision_undone", "undone", "d.id")} <> CASE WHEN ${undone("d")} THEN (1, 1) ELSE (0, 0) END
  UNION ALL SELECT 'decision of the event', e.id FROM events e WHERE e.type IN ('comment.decided', 'comment.decision_undone')
    AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.id::text = coalesce(e.data->>'decisionId', e.data->>'undone') AND d."commentId" = e.subject)
  UNION ALL SELECT 'note', d.id FROM decisions d WHERE d.note <> '' AND NOT EXISTS (
    SELECT 1 FROM events e JOIN event_notes n ON n."eventId" = e.id WHERE e.data->>'decisionId' = d.id::text AND n.note = d.note)
  UNION ALL SELECT 'statement', d.id FROM decisions d WHERE CASE d.action WHEN 'reject' THEN 1 WHEN 'remove' THEN 1 ELSE 0 END
    <> (SELECT count(*) FROM statements s WHERE s."decisionId" = d.id AND s.measure::text IN ('comment_rejected', 'comment_removed'))
  UNION ALL SELECT 'event and entry of the statement', s.id FROM statements s WHERE ${written("statement.issued", "of", 's."decisionId"')} <> (1, 1)
  UNION ALL SELECT 'whether the statement is withdrawn', s.id FROM statements s JOIN decisions d ON d.id = s."decisionId"
    WHERE (s."withdrawnAt" IS NOT NULL) <> (${undone("d")} OR EXISTS (
      SELECT 1 FROM standing later WHERE later."commentId" = d."commentId" AND (later.at, later.id) > (d.at, d.id) AND later.action IN ('approve', 'restore')))
  UNION ALL SELECT 'report', r.id FROM reports r LEFT JOIN LATERAL (
      SELECT d.id, CASE d.action WHEN 'dismiss_reports' THEN 'dismissed' ELSE 'upheld' END AS status FROM standing d
      WHERE d."commentId" = r."commentId" AND d.action IN ('reject', 'remove', 'dismiss_reports') ORDER BY d.at, d.id LIMIT 1
    ) answer ON true
    WHERE r."decisionId" IS DISTINCT FROM answer.id OR r.status::text <> coalesce(answer.status, 'open')
  UNION ALL SELECT 'telling the writer', d.id FROM decisions d
    WHERE (d.action <> 'dismiss_reports') <> (d.id IN ${telling("tell_of_decision", "decisionId")})
  UNION ALL SELECT 'telling those who reported', r.id FROM reports r
    WHERE r."decisionId" IS NOT NULL AND r."decisionId" NOT IN ${telling("tell_of_reports", "decisionId")}
  UNION ALL SELECT 'telling the thread', c.id FROM comments c
    WHERE EXISTS (SELECT 1 FROM decisions d WHERE d."commentId" = c.id AND ${letThrough("d")}) <> (c.id IN ${telling("tell_of_comment", "commentId")})
  UNION ALL SELECT 'decision to be told of', told.id
    FROM (SELECT * FROM ${telling("tell_of_decision", "decisionId")} UNION ALL SELECT * FROM ${telling("tell_of_reports", "decisionId")}) AS told (id)
    WHERE told.id NOT IN (SELECT d.id FROM decisions d)`;

const told = `SELECT "accountId", kind::text AS kind, "eventId" FROM notifications`;
const toBeTold = `
  SELECT c."authorId" AS "accountId", 'decision' AS kind, d.id AS "eventId" FROM comments c JOIN LATERAL (
      SELECT d.id FROM decisions d WHERE d."commentId" = c.id AND d.action <> 'dismiss_reports' AND NOT ${undone("d")}
      ORDER BY d.at DESC, d.id DESC LIMIT 1
    ) d ON true
  UNION ALL SELECT r."reporterId", 'report', r."decisionId" FROM reports r WHERE r."decisionId" IS NOT NULL AND r."reporterId" IS NOT NULL
  UNION ALL SELECT p."authorId", 'reply', c.id FROM comments c JOIN comments p ON p.id = c."parentId" AND p."authorId" <> c."authorId"
    WHERE c.status = 'published' AND EXISTS (SELECT 1 FROM decisions d WHERE d."commentId" = c.id AND ${letThrough("d")})`;

/** Who was told what they should not have been, or not what they should, when all jobs are done. */
export const wronglyTold = `
  SELECT 'too much' AS what, more.* FROM (${told} EXCEPT ALL (${toBeTold})) more
  UNION ALL SELECT 'not' AS what, less.* FROM ((${toBeTold}) EXCEPT ALL ${told}) less`;
