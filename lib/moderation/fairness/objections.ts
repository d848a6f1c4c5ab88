import { z } from "zod";
import { type Moderator, moderatorRoles } from "@/lib/actor";
import { now } from "@/lib/clock";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, type Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";
import type { ObjectionList } from "@/lib/moderation/fairness/limits";
import { mayAnswer } from "@/lib/moderation/fairness/policy";
import type { ObjectionOutput } from "@/lib/moderation/fairness/schema";
import { statementFields, toStatement } from "@/lib/moderation/fairness/statement-view";

const keys = z.tuple([z.iso.datetime(), z.uuid()]);
const named = { select: { handle: true, name: true } } as const;

const objectionFields = {
  ...{ id: true, at: true, status: true, words: true, answer: true, answeredAt: true },
  ...{ accountId: true, decidedById: true },
  account: named,
  handledBy: named,
  statement: {
    select: {
      ...statementFields,
      comment: {
        select: {
          ...statementFields.comment.select,
          parent: { select: { html: true, status: true, author: named } },
        },
      },
      decision: { select: { ...statementFields.decision.select, moderator: named } },
      sanction: { select: { until: true, by: named } },
    },
  },
} as const satisfies Prisma.ObjectionSelect;

type ObjectionRow = Prisma.ObjectionGetPayload<{ select: typeof objectionFields }>;

function toObjection(by: Moderator, { statement, at, answeredAt, ...row }: ObjectionRow): ObjectionOutput {
  const { objection: _, canObject: _can, objectUntil: _until, ...told } = toStatement(statement, now());
  const { id, status, words, answer, account, handledBy } = row;
  return {
    ...{ id, status, words, answer },
    at: at.toISOString(),
    by: account,
    decidedBy: statement.decision?.moderator ?? statement.sanction?.by ?? null,
    answeredBy: handledBy,
    answeredAt: answeredAt?.toISOString() ?? null,
    mayAnswer: status === "open" && mayAnswer(by, row),
    statement: told,
    parent: statement.comment?.parent ?? null,
  };
}

/** A page of objections: those to be answered in the order of coming, the answered ones from the latest. Throws `unreadable` for a foreign cursor. */
export async function objections(
  by: Moderator,
  { list, cursor, limit }: { list: ObjectionList; cursor?: string | undefined; limit: number },
): Promise<Page<ObjectionOutput>> {
  const name = `objections:${list}`;
  const open = list === "open";
  const [at, id] = cursor === undefined ? [] : decodeCursor(name, cursor, keys);
  const [way, order] = open ? (["gt", "asc"] as const) : (["lt", "desc"] as const);
  const beyond: Prisma.ObjectionWhereInput = at && id ? { OR: [{ at: { [way]: at } }, { at, id: { [way]: id } }] } : {};
  const rows = await db.objection.findMany({
    where: { AND: [{ status: open ? "open" : { not: "open" } }, beyond] },
    orderBy: [{ at: order }, { id: order }],
    take: limit + 1,
    select: objectionFields,
  });
  const { items, nextCursor } = page(name, rows, limit, (row) => [row.at.toISOString(), row.id]);
  return { items: items.map((row) => toObjection(by, row)), nextCursor };
}

/** One objection. Throws `not_found`. */
export async function objectionById(by: Moderator, id: string): Promise<ObjectionOutput> {
  const row = await db.objection.findUnique({ where: { id }, select: objectionFields });
  if (!row) throw notFound();
  return toObjection(by, row);
}

/** Whether anybody but this moderator could answer what they decided. */
export async function somebodyElseDecides({ id }: Moderator): Promise<boolean> {
  const another = await db.account.findFirst({
    where: { role: { in: [...moderatorRoles] }, status: "active", id: { not: id } },
    select: { id: true },
  });
  return another !== null;
}
