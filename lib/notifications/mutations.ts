import { heldOpen, requireOpen } from "@/lib/accounts/open-account";
import { type Viewer, when } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, type HeldTransaction, Prisma, transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import type { Jobs } from "@/lib/jobs";
import { mailWaits } from "@/lib/mail";
import { t } from "@/lib/messages";
import { kinds, maxFollowed, toldAtOnce, usualDelivery } from "@/lib/notifications/limits";
import { canFollow } from "@/lib/notifications/policy";
import {
  deliveriesOf,
  followedPerson,
  followedThread,
  peopleOf,
  threadsOf,
  unreadCount,
} from "@/lib/notifications/queries";
import { type Called, calledBy, decidedOn, namedBy, pickedOut } from "@/lib/notifications/recipients";
import type { Deliveries, Scope } from "@/lib/notifications/schema";
import { readUnsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import type { Delivery } from "@/prisma/generated/enums";

/** Follows the discussion of a published article, or no longer. Idempotent. Throws `not_found`, `conflict` for one more than 500. */
export async function followThread(by: Viewer, slug: string, following: boolean): Promise<{ following: boolean }> {
  const accountId = by.id;
  if (!following) {
    const { count } = await db.threadFollow.deleteMany({ where: { accountId, article: { slug } } });
    if (count === 0) await followedThread(slug);
    return { following };
  }
  const { id: articleId } = await followedThread(slug);
  await requireRoom(await db.threadFollow.count({ where: { ...threadsOf(accountId), articleId: { not: articleId } } }));
  await transaction(async () => {
    await requireOpen(accountId);
    await db.threadFollow.createMany({ data: { accountId, articleId, at: when(by) }, skipDuplicates: true });
  });
  return { following };
}

/** Follows what somebody writes, or no longer. Idempotent. Throws `not_found`, `forbidden` for oneself, `conflict` for one more than 500. */
export async function followPerson(by: Viewer, handle: string, following: boolean): Promise<{ following: boolean }> {
  const accountId = by.id;
  if (!following) {
    const { count } = await db.personFollow.deleteMany({
      where: { accountId, person: { handle: handle.toLowerCase() } },
    });
    if (count === 0) await followedPerson(handle);
    return { following };
  }
  const person = await followedPerson(handle);
  if (!canFollow(by, person)) throw new AppError("forbidden", t("notifications.fault.self"));
  await requireRoom(await db.personFollow.count({ where: { ...peopleOf(accountId), personId: { not: person.id } } }));
  await transaction(async () => {
    await requireOpen(accountId);
    await db.personFollow.createMany({ data: { accountId, personId: person.id, at: when(by) }, skipDuplicates: true });
  });
  return { following };
}

async function requireRoom(followed: number): Promise<void> {
  if (followed < maxFollowed) return;
  throw new AppError("conflict", t("notifications.fault.followed", { max: maxFollowed }));
}

/** Marks one's own as read: these, or all that they were told up to `until`. Throws `not_found`, and marks none, if one of them is not one's own. */
export async function markRead(by: Viewer, { ids, until }: { ids?: string[] | undefined; until?: string | undefined }) {
  const accountId = by.id;
  return transaction(async () => {
    const wanted = ids && [...new Set(ids)];
    if (wanted && (await db.notification.count({ where: { accountId, id: { in: wanted } } })) < wanted.length)
      throw notFound();
    await db.notification.updateMany({
      where: {
        accountId,
        readAt: null,
        ...(wanted && { id: { in: wanted } }),
        ...(until && { toldAt: { lte: until } }),
      },
      data: { readAt: when(by) },
    });
    return { unreadCount: await unreadCount(by) };
  });
}

/** Chooses how soon kinds are mailed; those not named stay. Throws `unauthenticated` for an account that was closed meanwhile. */
export async function chooseDeliveries(by: Viewer, chosen: Partial<Deliveries>): Promise<Deliveries> {
  await transaction(async () => {
    await requireOpen(by.id);
    await choose(by.id, chosen);
  });
  return deliveriesOf(by.id);
}

async function choose(accountId: string, chosen: Partial<Deliveries>): Promise<void> {
  for (const kind of kinds) {
    const delivery = chosen[kind];
    if (!delivery) continue;
    const accountId_kind = { accountId, kind };
    await db.notificationSetting.upsert({
      where: { accountId_kind },
      create: { ...accountId_kind, delivery },
      update: { delivery },
    });
  }
}

/** Does what a mailed link says: no more mail of its kind to its account. Again changes nothing. Throws `not_found` for a link not of ours. */
export async function unsubscribe(token: string): Promise<{ scope: Scope; delivery: "never" }> {
  const link = readUnsubscribeToken(token);
  if (!link) throw notFound();
  const { accountId, scope } = link;
  return transaction(async () => {
    if (!(await db.account.findUnique({ where: { id: accountId }, select: { id: true } }))) throw notFound();
    // Of one that was closed nothing is written; nobody mails it anyway.
    if (!(await heldOpen(accountId))) return { scope, delivery: "never" };
    const now = await deliveriesOf(accountId);
    const ended = kinds.filter((kind) => (scope === "daily" ? now[kind] === "daily" : kind === scope));
    await choose(accountId, Object.fromEntries(ended.map((kind) => [kind, "never"])));
    return { scope, delivery: "never" };
  });
}

/** What happened, and who did it; `mailed: false` of the past, which stands in the inbox only, as if it had been told when it happened. */
interface Happened {
  eventId: string;
  commentId: string | null;
  /** Why somebody is restricted: of that even those hear who were banned, always by mail, since they do not sign in. */
  statementId?: string | null;
  actorId: string | null;
  at: Date;
  mailed: boolean;
}

const usual = Prisma.join(
  kinds.map((kind) => Prisma.sql`(${kind}::"NotificationKind", ${usualDelivery[kind]}::"Delivery")`),
);

/** Not when the transaction began: it may have waited for a lock while its reader looked. Cut, since rounded up it lies ahead of the clock. */
const toldNow = Prisma.sql`date_trunc('milliseconds', clock_timestamp())`;

/**
 * Tells everybody who is called, each once for the event by a unique index, of the strongest of what calls them; never who did it, nor who
 * ignores them, nor who was banned or left: one who is about to leave is waited for. What goes by mail at once is enqueued in the same statement.
 */
export async function tell(happened: Happened, called: Called): Promise<void> {
  const { eventId, commentId, statementId = null, actorId, at, mailed } = happened;
  const forced: Delivery | null = mailed ? null : "never";
  const toldAt = mailed ? toldNow : Prisma.sql`${at}::timestamptz`;
  // By those chosen, not those told: another run of this job may be telling some of the same people.
  for (let chosen = toldAtOnce; chosen === toldAtOnce; ) {
    const [row] = await db.$queryRaw<{ chosen: number }[]>`
      WITH called AS (${called}),
      chosen AS (
        SELECT called."accountId", min(called.kind) AS kind, person.status = 'banned' AS banned
        FROM called JOIN accounts person ON person.id = called."accountId"
          AND (person.status IN ('active', 'suspended') OR (person.status = 'banned' AND ${statementId}::uuid IS NOT NULL))
        WHERE called."accountId" IS DISTINCT FROM ${actorId}::uuid
          AND NOT EXISTS (SELECT 1 FROM ignores i WHERE i."accountId" = called."accountId" AND i."personId" = ${actorId}::uuid)
          AND NOT EXISTS (SELECT 1 FROM notifications n WHERE n."accountId" = called."accountId" AND n."eventId" = ${eventId}::uuid)
        GROUP BY called."accountId", person.status LIMIT ${toldAtOnce}::int
      ),
      here AS (
        SELECT person.id FROM accounts person JOIN chosen ON chosen."accountId" = person.id
        WHERE person.status <> 'closed' FOR KEY SHARE OF person
      ),
      told AS (
        INSERT INTO notifications (id, "accountId", kind, "eventId", "commentId", "statementId", "actorId", delivery, at, "toldAt")
        SELECT gen_random_uuid(), chosen."accountId", chosen.kind, ${eventId}::uuid, ${commentId}::uuid, ${statementId}::uuid, ${actorId}::uuid,
          coalesce(${forced}::"Delivery", CASE WHEN chosen.banned THEN 'at_once'::"Delivery" END, own.delivery, usual.delivery),
          ${at}::timestamptz, ${toldAt}
        FROM chosen JOIN here ON here.id = chosen."accountId" JOIN (VALUES ${usual}) usual (kind, delivery) ON usual.kind = chosen.kind
        LEFT JOIN notification_settings own ON own."accountId" = chosen."accountId" AND own.kind = chosen.kind
        ON CONFLICT ("accountId", "eventId") DO NOTHING
        RETURNING id, delivery
      ),
      posted AS (
        SELECT graphile_worker.add_job('mail_notification', json_build_object('notificationId', told.id), priority => ${mailWaits}::int)
        FROM told WHERE told.delivery = 'at_once'
      )
      SELECT (SELECT count(*) FROM chosen)::int AS chosen, (SELECT count(*) FROM posted)::int AS posted`;
    chosen = row?.chosen ?? 0;
  }
}

/** Tells of a comment, known by its own id: whoever was told of it is not told again, by whatever else it calls them. */
export async function tellOfComment(
  { commentId, at, onlyNamed = false, again = false }: Jobs["tell_of_comment"],
  { mailed = true } = {},
): Promise<void> {
  const comment = await db.comment.findUnique({ where: { id: commentId }, select: { authorId: true } });
  if (!comment) return;
  await undoingDone(commentId);
  const happened = { eventId: commentId, commentId, actorId: comment.authorId, at: new Date(at), mailed };
  await tell(happened, onlyNamed ? namedBy(commentId) : calledBy(commentId, { again }));
}

/** Tells a writer what was decided on their comment, unless it was undone; who decided stays unsaid. */
export async function tellOfDecision({ decisionId }: Jobs["tell_of_decision"], { mailed = true } = {}): Promise<void> {
  const decision = await db.decision.findUnique({
    where: { id: decisionId },
    select: { commentId: true, at: true, statement: { select: { id: true } } },
  });
  if (!decision) return;
  await transaction(async () => {
    await undoingDone(decision.commentId);
    const { statement, ...made } = decision;
    const statementId = statement?.id ?? null;
    await tell({ ...made, eventId: decisionId, statementId, actorId: null, mailed }, decidedOn(decisionId));
  });
}

/** Waits for whoever is undoing a decision on this comment (lib/moderation/undoing.ts holds its row): what is read next knows of it. */
export async function undoingDone(commentId: string): Promise<void> {
  await db.$queryRaw`SELECT 1 AS held FROM comments WHERE id = ${commentId}::uuid FOR SHARE`;
}

/** Tells a writer that their comment was picked out: once, however often it is. */
export async function tellOfPick({ commentId }: Jobs["tell_of_pick"], { mailed = true } = {}): Promise<void> {
  const pick = await db.pick.findUnique({ where: { commentId }, select: { pickedById: true, at: true } });
  if (!pick) return;
  await tell({ eventId: commentId, commentId, actorId: pick.pickedById, at: pick.at, mailed }, pickedOut(commentId));
}

/** Notes that these went out by mail, or after all did not, in the transaction that claims the message. */
export async function noteMailed(held: HeldTransaction, ids: readonly string[], mailed: boolean): Promise<void> {
  await held.query(
    Prisma.sql`UPDATE notifications SET "mailedAt" = ${mailed ? now() : null}::timestamptz WHERE id = ANY(${ids}::uuid[])`,
  );
}

/**
 * Forgets whom somebody follows, what they were told and how, in the caller's transaction: they closed their account. Where their name
 * is gone as well, what others were told names them no longer.
 */
export async function forgetPerson(accountId: string, { named }: { named: boolean }): Promise<void> {
  await db.notification.deleteMany({ where: { accountId } });
  await db.notificationSetting.deleteMany({ where: { accountId } });
  await db.threadFollow.deleteMany({ where: { accountId } });
  await db.personFollow.deleteMany({ where: { OR: [{ accountId }, { personId: accountId }] } });
  if (!named) await db.notification.updateMany({ where: { actorId: accountId }, data: { actorId: null } });
}
