import { z } from "zod";
import type { Viewer } from "@/lib/actor";
import { now } from "@/lib/clock";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, type Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";
import type { StatementOutput } from "@/lib/moderation/fairness/schema";
import { statementFields, toStatement } from "@/lib/moderation/fairness/statement-view";

const keys = z.tuple([z.iso.datetime(), z.uuid()]);

/** Of statements, those that their readers may read by now. */
function toldBy(moment: Date): Prisma.StatementWhereInput {
  const withdrawnAt = { gte: db.statement.fields.tellsAt };
  return { tellsAt: { lte: moment }, OR: [{ withdrawnAt: null }, { withdrawnAt }] };
}

/** Why one was restricted. Throws `not_found` for what concerns somebody else, and for what one is not told (yet). */
export async function ownStatement(viewer: Pick<Viewer, "id">, id: string): Promise<StatementOutput> {
  const moment = now();
  const row = await db.statement.findFirst({
    where: { id, accountId: viewer.id, ...toldBy(moment) },
    select: statementFields,
  });
  if (!row) throw notFound();
  return toStatement(row, moment);
}

/** As `ownStatement`, for whoever holds the link that was mailed. */
export async function mailedStatement(id: string): Promise<StatementOutput> {
  const row = await db.statement.findFirst({
    where: { id, account: { status: { not: "closed" } } },
    select: { accountId: true },
  });
  if (!row) throw notFound();
  return ownStatement({ id: row.accountId }, id);
}

/** All that one was restricted by, the latest first. Throws `unreadable` for a cursor of another list. */
export async function ownStatements(
  viewer: Viewer,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<StatementOutput>> {
  const list = `statements:${viewer.id}`;
  const moment = now();
  const [at, id] = cursor === undefined ? [] : decodeCursor(list, cursor, keys);
  const beyond: Prisma.StatementWhereInput = at && id ? { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] } : {};
  const rows = await db.statement.findMany({
    where: { AND: [{ accountId: viewer.id }, toldBy(moment), beyond] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: statementFields,
  });
  const { items, nextCursor } = page(list, rows, limit, (row) => [row.at.toISOString(), row.id]);
  return { items: items.map((row) => toStatement(row, moment)), nextCursor };
}

/** The latest statement on a comment of one's own that still holds, or null. */
export async function statementOn(commentId: string, viewer: Viewer | null): Promise<{ id: string } | null> {
  if (!viewer) return null;
  return db.statement.findFirst({
    where: { commentId, accountId: viewer.id, withdrawnAt: null, tellsAt: { lte: now() } },
    orderBy: { at: "desc" },
    select: { id: true },
  });
}
