import { Client } from "pg";
import { here } from "../fixtures/here";

const one = (from: string) => `(SELECT ${from} LIMIT 1)`;
const answered = one(`id FROM reports WHERE "decisionId" IS NOT NULL`);
const dropEntry = (type: string) =>
  `DELETE FROM log_entries WHERE "eventId" = ${one(`id FROM events WHERE type = '${type}'`)}`;
const dropJob = (name: string) =>
  `DELETE FROM graphile_worker._private_jobs WHERE task_id = ${one(`id FROM graphile_worker._private_tasks WHERE identifier = '${name}'`)}`;

/** What a half-done act would leave, by what it is found as. */
const halves: Record<string, string> = {
  status: `UPDATE comments SET status = 'pending' WHERE id = ${one(`c.id FROM comments c JOIN decisions d ON d."commentId" = c.id WHERE c.status <> 'pending'`)}`,
  "event and entry": dropEntry("comment.decided"),
  "event and entry of the undoing": dropEntry("comment.decision_undone"),
  "decision of the event": `DELETE FROM decisions WHERE id = ${one("id FROM decisions")}`,
  note: `DELETE FROM event_notes WHERE "eventId" = ${one('"eventId" FROM event_notes')}`,
  statement: `DELETE FROM statements WHERE id = ${one("id FROM statements")}`,
  "event and entry of the statement": dropEntry("statement.issued"),
  "whether the statement is withdrawn": `UPDATE statements SET "withdrawnAt" = CASE WHEN "withdrawnAt" IS NULL THEN now() END WHERE id = ${one("id FROM statements")}`,
  report: `UPDATE reports SET status = 'open', "decisionId" = NULL WHERE id = ${answered}`,
  "telling the writer": dropJob("tell_of_decision"),
  "telling those who reported": dropJob("tell_of_reports"),
  "telling the thread": dropJob("tell_of_comment"),
};

/** What `query` finds after each of them, past the triggers that refuse it; nothing of it stays. */
export async function foundAfter(query: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: here().databaseUrl });
  await client.connect();
  const found: Record<string, string[]> = {};
  try {
    for (const [half, statement] of Object.entries(halves)) {
      await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}`);
      found[half] = (await client.query<{ what: string }>(query)).rows.map(({ what }) => what);
      await client.query("ROLLBACK");
    }
  } finally {
    await client.end();
  }
  return found;
}
