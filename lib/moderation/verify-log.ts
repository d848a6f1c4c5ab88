import { createHash } from "node:crypto";
import { db } from "@/lib/db";
import { noteHash } from "@/lib/events";

/** Entries read at a time. */
const batch = 1_000;
/** The hash before the first entry. */
const beginning = "0".repeat(64);

/** Something in the log that is not as it was written. */
export interface Fault {
  /** Null where an entry is missing altogether. */
  seq: number | null;
  fault: "gap" | "chain" | "hash" | "event" | "decision" | "note" | "missing" | "head";
}

export interface Verified {
  entries: number;
  /** The hash of the last entry; whoever wrote it down elsewhere can tell later that nothing before it was changed. */
  head: string;
  faults: Fault[];
}

interface Row {
  seq: number;
  entry: string;
  previousHash: string;
  hash: string;
  /** The event says what the entry says. */
  sameEvent: boolean;
  /** So does the decision, where it is one or takes one back. */
  sameDecision: boolean;
  noteHash: string | null;
  salt: string | null;
  note: string | null;
}

/**
 * Reads the whole log and checks that each entry is the one that was written: in order without gaps, chained to the one before, its hash its own
 * (SHA-256 of the hash before, a line break and the entry), the event, the decision and the note as it says (a note may have been erased), no staff act
 * without an entry, and its end where the head says. A batch at a time, so that any length does.
 */
export async function verifyLog(): Promise<Verified> {
  const faults: Fault[] = [];
  let [seq, head] = [0, beginning];
  for (;;) {
    const rows = await entriesAfter(seq);
    for (const row of rows) {
      faults.push(...faultsOf(row, { seq, hash: head }));
      [seq, head] = [row.seq, row.hash];
    }
    if (rows.length < batch) break;
  }
  return { entries: seq, head, faults: [...faults, ...(await faultsAround(seq, head))] };
}

function entriesAfter(seq: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT l.seq::int AS seq, l.entry, l."previousHash", l.hash, e.data->>'noteHash' AS "noteHash", n.salt, n.note,
      (e.id::text, e.type, e."actorKind"::text, e."actorId"::text, e.subject::text, e.data)
        IS NOT DISTINCT FROM
      (j->>'id', j->>'type', j->>'actorKind', j->>'actorId', j->>'subject', j->'data')
        AND e.at = (j->>'at')::timestamptz AND (j->>'seq')::bigint = l.seq AS "sameEvent",
      (e.data->>'decisionId' IS NULL OR EXISTS (
        SELECT 1 FROM decisions d WHERE d.id = (e.data->>'decisionId')::uuid AND d."commentId" = e.subject
          AND d.action::text = e.data->>'action' AND d.reason::text IS NOT DISTINCT FROM e.data->>'reason'
          AND d."fromStatus"::text = e.data->>'before' AND d."toStatus"::text = e.data->>'after'
      )) AND (e.data->>'undone' IS NULL OR EXISTS (
        SELECT 1 FROM undone_decisions u JOIN decisions d ON d.id = u."decisionId"
        WHERE u."decisionId" = (e.data->>'undone')::uuid AND d."commentId" = e.subject AND d.action::text = e.data->>'action'
      )) AS "sameDecision"
    FROM log_entries l JOIN events e ON e.id = l."eventId" LEFT JOIN event_notes n ON n."eventId" = e.id, LATERAL (SELECT l.entry::jsonb AS j) as_json
    WHERE l.seq > ${seq}::bigint ORDER BY l.seq LIMIT ${batch}::int`;
}

function faultsOf(row: Row, before: { seq: number; hash: string }): Fault[] {
  const { seq } = row;
  const found: Fault["fault"][] = [];
  if (seq !== before.seq + 1) found.push("gap");
  if (row.previousHash !== before.hash) found.push("chain");
  if (row.hash !== createHash("sha256").update(`${row.previousHash}\n${row.entry}`).digest("hex")) found.push("hash");
  if (!row.sameEvent) found.push("event");
  if (!row.sameDecision) found.push("decision");
  if (row.note !== null && noteHash(row.salt ?? "", row.note) !== row.noteHash) found.push("note");
  return found.map((fault) => ({ seq, fault }));
}

async function faultsAround(seq: number, hash: string): Promise<Fault[]> {
  const missing = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id::text AS id FROM events e WHERE is_logged(e.type) AND NOT EXISTS (SELECT 1 FROM log_entries l WHERE l."eventId" = e.id)
    UNION ALL
    SELECT d.id::text FROM decisions d WHERE NOT EXISTS (
      SELECT 1 FROM events e WHERE e.type = 'comment.decided' AND e.subject = d."commentId" AND e.data->>'action' = d.action::text
    )
    UNION ALL
    SELECT d.id::text FROM undone_decisions u JOIN decisions d ON d.id = u."decisionId" WHERE NOT EXISTS (
      SELECT 1 FROM events e WHERE e.type = 'comment.decision_undone' AND e.subject = d."commentId" AND e.data->>'undone' = d.id::text
    ) LIMIT 100`;
  const head = await db.logHead.findUnique({ where: { id: 1 } });
  const ends = head ? Number(head.seq) === seq && head.hash === hash : seq === 0;
  return [
    ...missing.map((): Fault => ({ seq: null, fault: "missing" })),
    ...(ends ? [] : [{ seq: null, fault: "head" as const }]),
  ];
}
