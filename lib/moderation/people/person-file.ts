import { stillNamed } from "@/lib/accounts/queries";
import { person } from "@/lib/accounts/schema";
import type { Moderator } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { excerptOf } from "@/lib/markdown";
import { excerptLength, shown } from "@/lib/moderation/people/limits";
import { named, personMeant, sanctionsOf } from "@/lib/moderation/people/queries";
import type { NoteOutput, PersonOutput } from "@/lib/moderation/people/schema";
import { viewerOf } from "@/lib/session";
import { siteSettings } from "@/lib/settings";
import { daysBetween, levelOf, removedOf } from "@/lib/trust";

/** All that moderators are told of a person. Nobody is told it of themselves: throws `not_found`, as for a handle that is nobody's. */
export async function personFile(by: Moderator, handle: string): Promise<PersonOutput> {
  const meant = await personMeant(by, handle);
  const account = meant && meant.id !== by.id ? await viewerOf(meant.id) : null;
  if (!account) throw notFound();
  const { id } = account;
  const [standing, record, decisions, latest, names, handles, notes, sanctions, networks] = await Promise.all([
    standingOf(id, account.publishedCount, account.createdAt),
    recordOf(id),
    decisionsOn(id),
    latestBy(id),
    db.oldName.findMany({
      where: { accountId: id },
      orderBy: { until: "desc" },
      take: shown.names,
      select: { name: true, until: true },
    }),
    db.oldHandle.findMany({
      where: { accountId: id, account: stillNamed },
      orderBy: { createdAt: "desc" },
      take: shown.names,
      select: { handle: true, createdAt: true },
    }),
    notesOn(id),
    sanctionsOf(by, id),
    networksOf(id),
  ]);
  return {
    ...{ id, ...person(account), role: account.role, status: account.status },
    memberSince: account.createdAt.toISOString(),
    trust: standing,
    ...record,
    ...{ decisions, latest, notes, sanctions, networks },
    formerly: {
      names: names.map(({ name, until }) => ({ name, until: until.toISOString() })),
      handles: handles.map(({ handle, createdAt }) => ({ handle, until: createdAt.toISOString() })),
    },
  };
}

async function standingOf(id: string, published: number, since: Date): Promise<PersonOutput["trust"]> {
  const at = now();
  const [{ trust }, [row]] = await Promise.all([
    siteSettings(),
    db.$queryRaw<{ removed: number }[]>`SELECT ${removedOf(Prisma.sql`${id}::uuid`, at)} AS removed`,
  ]);
  const facts = { published, days: daysBetween(since, at), removed: row?.removed ?? 0 };
  return { level: levelOf(facts, trust), ...facts };
}

interface Counts {
  published: number;
  pending: number;
  rejected: number;
  removed: number;
  approved: number;
  turnedAway: number;
  made: number;
  upheld: number;
  dismissed: number;
}

/** How their comments and their reports fared. Of decisions, the last on each comment counts. */
async function recordOf(id: string): Promise<Pick<PersonOutput, "comments" | "reports">> {
  const [counts] = await db.$queryRaw<Counts[]>`
    WITH own AS (SELECT id, status FROM comments WHERE "authorId" = ${id}::uuid),
    decided AS (
      SELECT DISTINCT ON (d."commentId") d.action FROM decisions d JOIN own ON own.id = d."commentId"
      WHERE d.action <> 'dismiss_reports' AND NOT EXISTS (SELECT 1 FROM undone_decisions u WHERE u."decisionId" = d.id)
      ORDER BY d."commentId", d.at DESC, d.id DESC
    )
    SELECT
      (SELECT count(*)::int FROM own WHERE status = 'published') AS published,
      (SELECT count(*)::int FROM own WHERE status = 'pending') AS pending,
      (SELECT count(*)::int FROM own WHERE status = 'rejected') AS rejected,
      (SELECT count(*)::int FROM own WHERE status = 'removed') AS removed,
      (SELECT count(*)::int FROM decided WHERE action IN ('approve', 'restore')) AS approved,
      (SELECT count(*)::int FROM decided WHERE action IN ('reject', 'remove')) AS "turnedAway",
      (SELECT count(*)::int FROM reports WHERE "reporterId" = ${id}::uuid) AS made,
      (SELECT count(*)::int FROM reports WHERE "reporterId" = ${id}::uuid AND status = 'upheld') AS upheld,
      (SELECT count(*)::int FROM reports WHERE "reporterId" = ${id}::uuid AND status = 'dismissed') AS dismissed`;
  if (!counts) throw notFound();
  const { approved, turnedAway, made, upheld, dismissed, ...comments } = counts;
  const all = approved + turnedAway;
  return {
    comments: { ...comments, approvedShare: all === 0 ? null : approved / all },
    reports: { made, upheld, dismissed },
  };
}

async function decisionsOn(id: string): Promise<PersonOutput["decisions"]> {
  const rows = await db.decision.findMany({
    where: { comment: { authorId: id }, undone: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: shown.decisions,
    select: { commentId: true, action: true, toStatus: true, reason: true, note: true, at: true, moderator: named },
  });
  return rows.map(({ moderator, at, ...row }) => ({ ...row, by: moderator, at: at.toISOString() }));
}

async function latestBy(id: string): Promise<PersonOutput["latest"]> {
  const rows = await db.comment.findMany({
    where: { authorId: id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: shown.comments,
    select: {
      id: true,
      status: true,
      html: true,
      createdAt: true,
      article: { select: { slug: true, title: true, lang: true } },
    },
  });
  return rows.map(({ html, createdAt, ...row }) => ({
    ...row,
    excerpt: excerptOf(html, excerptLength),
    at: createdAt.toISOString(),
  }));
}

async function notesOn(id: string): Promise<NoteOutput[]> {
  const rows = await db.accountNote.findMany({
    where: { accountId: id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: shown.notes,
    select: { id: true, note: true, at: true, by: named },
  });
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

async function networksOf(accountId: string): Promise<PersonOutput["networks"]> {
  const rows = await db.session.groupBy({
    by: ["network"],
    where: { accountId, network: { not: null }, expiresAt: { gt: now() } },
    _max: { createdAt: true },
    orderBy: { _max: { createdAt: "desc" } },
    take: shown.networks,
  });
  return rows.flatMap(({ network, _max: { createdAt } }) =>
    network && createdAt ? [{ network, at: createdAt.toISOString() }] : [],
  );
}
