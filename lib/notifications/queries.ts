import type { Viewer } from "@/lib/actor";
import { db, type Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { maxCounted } from "@/lib/notifications/limits";
import { deliveryOf } from "@/lib/notifications/policy";
import type { Deliveries } from "@/lib/notifications/schema";

/** How many notifications somebody has not read, counted up to 999. */
export async function unreadCount({ id }: { id: string }): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    SELECT count(*)::int AS unread FROM (
      SELECT 1 FROM notifications WHERE "accountId" = ${id}::uuid AND "readAt" IS NULL LIMIT ${maxCounted}::int
    ) counted`;
  return row?.unread ?? 0;
}

/** How soon each kind is mailed to this account. */
export async function deliveriesOf(accountId: string): Promise<Deliveries> {
  const chosen = await db.notificationSetting.findMany({
    where: { accountId },
    select: { kind: true, delivery: true },
  });
  return {
    reply: deliveryOf("reply", chosen),
    mention: deliveryOf("mention", chosen),
    decision: deliveryOf("decision", chosen),
    pick: deliveryOf("pick", chosen),
    followed_thread: deliveryOf("followed_thread", chosen),
    followed_person: deliveryOf("followed_person", chosen),
    report: deliveryOf("report", chosen),
    sanction: deliveryOf("sanction", chosen),
    objection: deliveryOf("objection", chosen),
  };
}

/** A published article whose discussion may be followed. Throws `not_found`. */
export async function followedThread(slug: string) {
  const article = await db.article.findFirst({
    where: { slug, status: "published" },
    select: { id: true, slug: true, title: true, lang: true },
  });
  if (!article) throw notFound();
  return article;
}

/** Somebody by their handle. Throws `not_found`. */
export async function followedPerson(handle: string) {
  const account = await db.account.findFirst({
    where: { handle: handle.toLowerCase(), status: { in: ["active", "suspended"] } },
    select: { id: true, handle: true, name: true, status: true },
  });
  if (!account) throw notFound();
  return account;
}

/** Whether somebody follows this discussion. Throws `not_found`. */
export async function followsThread(viewer: Viewer, slug: string): Promise<boolean> {
  const { id: articleId } = await followedThread(slug);
  return (await db.threadFollow.count({ where: { accountId: viewer.id, articleId } })) > 0;
}

/** Whether somebody follows this person. Throws `not_found`. */
export async function followsPerson(viewer: Viewer, handle: string): Promise<boolean> {
  const { id: personId } = await followedPerson(handle);
  return (await db.personFollow.count({ where: { accountId: viewer.id, personId } })) > 0;
}

/** Of what an account follows, what is shown to it and counted: not pieces that were taken back for now, nor people who are banned. */
export const threadsOf = (accountId: string) =>
  ({ accountId, article: { status: "published" } }) satisfies Prisma.ThreadFollowWhereInput;
export const peopleOf = (accountId: string) =>
  ({ accountId, person: { status: { in: ["active", "suspended"] } } }) satisfies Prisma.PersonFollowWhereInput;

/** All that somebody follows, the latest first. */
export async function followedBy({ id: accountId }: Viewer) {
  const [threads, people] = await Promise.all([
    db.threadFollow.findMany({
      where: threadsOf(accountId),
      orderBy: { at: "desc" },
      select: { article: { select: { slug: true, title: true, lang: true } } },
    }),
    db.personFollow.findMany({
      where: peopleOf(accountId),
      orderBy: { at: "desc" },
      select: { person: { select: { handle: true, name: true } } },
    }),
  ]);
  return { threads: threads.map(({ article }) => article), people: people.map(({ person: each }) => each) };
}
