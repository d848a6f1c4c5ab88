import { type System, type Viewer, when } from "@/lib/actor";
import { db, Prisma } from "@/lib/db";
import { newId } from "@/lib/ids";

export type EventType =
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
  | "comment.picked"
  | "comment.unpicked"
  | "comment.pinned"
  | "comment.unpinned"
  | "settings.changed";

/**
 * Appends what happened, in the ambient transaction. `subject` is the id of the row concerned (settings: the nil UUID);
 * `data` holds what a log needs and no secret: before and after, a status, a reason.
 */
export async function record(
  actor: Viewer | System,
  type: EventType,
  subject: string,
  data: Prisma.InputJsonObject = {},
): Promise<void> {
  await db.event.create({
    data: {
      id: newId(),
      type,
      actorKind: actor.kind,
      actorId: actor.kind === "person" ? actor.id : null,
      subject,
      data,
      at: when(actor),
    },
    select: { id: true },
  });
}

/** As `record`, as a part of a statement that does what happened: once if `source` (a CTE) has a row. */
export function recording(
  actor: Viewer | System,
  type: EventType,
  subject: string,
  data: Prisma.InputJsonObject,
  source: Prisma.Sql,
): Prisma.Sql {
  const actorId = actor.kind === "person" ? actor.id : null;
  return Prisma.sql`
    INSERT INTO events (id, type, "actorKind", "actorId", subject, data, at)
    SELECT ${newId()}::uuid, ${type}, ${actor.kind}::"ActorKind", ${actorId}::uuid, ${subject}::uuid,
      ${JSON.stringify(data)}::jsonb, ${when(actor)}::timestamptz
    FROM ${source}`;
}
