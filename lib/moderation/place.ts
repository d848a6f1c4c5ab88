import type { Moderator } from "@/lib/actor";
import { db, Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { learnedView } from "@/lib/moderation/learned-view";
import { nearbyShown, openingShown } from "@/lib/moderation/limits";
import { queued } from "@/lib/moderation/queries";
import type { Nearby, QueuePlaceOutput } from "@/lib/moderation/schema";

interface NearbyRow extends Omit<Nearby, "author" | "createdAt"> {
  handle: string | null;
  name: string | null;
  createdAt: Date;
}

/** A comment in its place, so that nobody need leave the queue to judge it. Throws `not_found`. */
export async function placeOf(by: Moderator, id: string): Promise<QueuePlaceOutput> {
  const [item, before, after, replies, opening, learned] = await Promise.all([
    queued(by, id),
    beside(id, "before"),
    beside(id, "after"),
    shownWhere(Prisma.sql`c."parentId" = ${id}::uuid`, Prisma.sql`ASC`),
    openingOf(id),
    learnedView(by, id),
  ]);
  if (!item) throw notFound();
  return { item, before: before.reverse(), after, replies, opening, learned };
}

/** The nearest that readers see under the same parent or, of one that answers the piece, among those that do. */
function beside(id: string, side: "before" | "after"): Promise<Nearby[]> {
  const compared = side === "before" ? Prisma.sql`<` : Prisma.sql`>`;
  const siblings = Prisma.sql`c."articleId" = it."articleId" AND c."parentId" IS NOT DISTINCT FROM it."parentId"`;
  const near = Prisma.sql`(c."createdAt", c.id) ${compared} (it."createdAt", it.id)`;
  return shownWhere(
    Prisma.sql`${siblings} AND ${near}`,
    side === "before" ? Prisma.sql`DESC` : Prisma.sql`ASC`,
    Prisma.sql`JOIN (SELECT * FROM comments WHERE id = ${id}::uuid) it ON true`,
  );
}

async function shownWhere(where: Prisma.Sql, direction: Prisma.Sql, join = Prisma.empty): Promise<Nearby[]> {
  const rows = await db.$queryRaw<NearbyRow[]>`
    SELECT c.id::text AS id, c.html, c.status::text AS status, c."createdAt", w.handle, w.name
    FROM comments c ${join} LEFT JOIN accounts w ON w.id = c."authorId"
    WHERE ${where} AND c.status = 'published' AND c.shown
    ORDER BY c."createdAt" ${direction}, c.id ${direction} LIMIT ${nearbyShown}::int`;
  return rows.map(({ handle, name, createdAt, ...row }) => ({
    ...row,
    author: handle !== null && name !== null ? { handle, name } : null,
    createdAt: createdAt.toISOString(),
  }));
}

async function openingOf(id: string): Promise<string> {
  const [piece] = await db.$queryRaw<{ standfirst: string; body: string }[]>`
    SELECT a.standfirst, left(a.body, ${2 * openingShown}::int) AS body
    FROM comments c JOIN articles a ON a.id = c."articleId" WHERE c.id = ${id}::uuid`;
  return piece?.standfirst || (piece?.body.split(/\n\s*\n/)[0]?.slice(0, openingShown) ?? "");
}
