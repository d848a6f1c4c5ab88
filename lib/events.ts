import { createHash, randomBytes } from "node:crypto";
import { type System, type Viewer, when } from "@/lib/actor";
import { db, Prisma } from "@/lib/db";
import { newId } from "@/lib/ids";

type EventType =
  | "account.created"
  | "account.changed"
  | "account.role_changed"
  | "account.status_changed"
  | "account.password_changed"
  | "account.email_changed"
  | "account.signed_out_everywhere"
  | "account.closed"
  | "article.created"
  | "article.changed"
  | "article.scheduled"
  | "article.published"
  | "article.unpublished"
  | "article.archived"
  | "comment.posted"
  | "comment.edited"
  | "comment.deleted"
  | "comment.reported"
  | "comment.decided"
  | "comment.decision_undone"
  | "comment.held"
  | "comment.picked"
  | "comment.unpicked"
  | "comment.pinned"
  | "comment.unpinned"
  | "account.sanctioned"
  | "account.sanction_ended"
  | "bar.raised"
  | "bar.lifted"
  | "statement.issued"
  | "objection.made"
  | "objection.answered"
  | "rules.changed"
  | "settings.changed";

/**
 * Appends what happened, in the ambient transaction. `subject` is the id of the row concerned (settings: the nil UUID);
 * `data` holds what a log needs and no secret: before and after, a status, a reason. A `note` in somebody's own words is kept apart, and
 * only its hash with the event, so that it can be erased while the log (lib/moderation/verify-log.ts) still verifies.
 */
export async function record(
  actor: Viewer | System,
  type: EventType,
  subject: string,
  data: Prisma.InputJsonObject = {},
  note = "",
): Promise<void> {
  const id = newId();
  const salt = randomBytes(16).toString("hex");
  await db.event.create({
    data: {
      id,
      type,
      actorKind: actor.kind,
      actorId: actor.kind === "person" ? actor.id : null,
      subject,
      data: note === "" ? data : { ...data, noteHash: noteHash(salt, note) },
      at: when(actor),
    },
    select: { id: true },
  });
  if (note !== "") await db.eventNote.create({ data: { eventId: id, salt, note }, select: { eventId: true } });
}

/** Erases what was written in somebody's own words with the events of these subjects, in the caller's transaction. The log still verifies. */
export async function forgetNotes(subjects: readonly string[]): Promise<void> {
  await db.eventNote.deleteMany({ where: { event: { subject: { in: [...subjects] } } } });
}

/** What an event holds of a note: SHA-256 (hex) of its salt and its words. */
export function noteHash(salt: string, note: string): string {
  return createHash("sha256").update(salt).update(note).digest("hex");
}

/** As `record`, as a part of a statement that does what happened: once if `source` (a CTE) has a row. `data` may be jsonb made of that row. */
export function recording(
  actor: Viewer | System,
  type: EventType,
  subject: string,
  data: Prisma.InputJsonObject | Prisma.Sql,
  source: Prisma.Sql,
): Prisma.Sql {
  const asJson = data instanceof Prisma.Sql ? data : Prisma.sql`${JSON.stringify(data)}::jsonb`;
  const actorId = actor.kind === "person" ? actor.id : null;
  return Prisma.sql`
    INSERT INTO events (id, type, "actorKind", "actorId", subject, data, at)
    SELECT ${newId()}::uuid, ${type}, ${actor.kind}::"ActorKind", ${actorId}::uuid, ${subject}::uuid,
      ${asJson}, ${when(actor)}::timestamptz
    FROM ${source}`;
}
