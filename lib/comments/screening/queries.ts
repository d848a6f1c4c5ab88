import { z } from "zod";
import type { Moderator } from "@/lib/actor";
import { firstDocument } from "@/lib/comments/screening/rule-document";
import {
  type PlaybackOutput,
  playbackResult,
  type RulesOutput,
  type VersionItem,
  type versionOutput,
} from "@/lib/comments/screening/schema";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, type Prisma } from "@/lib/db";
import { notFound } from "@/lib/errors";

const versionFields = {
  number: true,
  mode: true,
  why: true,
  restored: true,
  at: true,
  by: { select: { handle: true, name: true } },
} as const satisfies Prisma.RuleVersionSelect;

type VersionRow = Prisma.RuleVersionGetPayload<{ select: typeof versionFields }>;
const toVersion = <Row extends VersionRow>({ at, ...row }: Row) => ({ ...row, at: at.toISOString() });

/** The rules as they are now: those that decide, and those in shadow beside them. */
export async function currentRules(_by: Moderator): Promise<RulesOutput> {
  const select = { ...versionFields, document: true };
  const last = { orderBy: { number: "desc" }, select } as const;
  const live = await db.ruleVersion.findFirst({ where: { mode: "live" }, ...last });
  const shadow = await db.ruleVersion.findFirst({
    where: { mode: "shadow", number: { gt: live?.number ?? 0 } },
    ...last,
  });
  const { document = firstDocument, ...version } = live ?? {};
  return {
    revision: Math.max(live?.number ?? 0, shadow?.number ?? 0),
    document,
    live: "number" in version && live ? toVersion(version) : null,
    shadow: shadow && toVersion(shadow),
  };
}

const keys = z.tuple([z.int()]);

/** Every version, newest first, without its words. Throws `unreadable` for a foreign cursor. */
export async function ruleVersions(
  _by: Moderator,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<VersionItem>> {
  const list = "moderation/rules/versions";
  const [before] = cursor ? decodeCursor(list, cursor, keys) : [];
  const rows = await db.ruleVersion.findMany({
    where: before === undefined ? {} : { number: { lt: before } },
    orderBy: { number: "desc" },
    take: limit + 1,
    select: versionFields,
  });
  const { items, nextCursor } = page(list, rows, limit, ({ number }) => [number]);
  return { items: items.map(toVersion), nextCursor };
}

/** One version with its words. Throws `not_found`. */
export async function ruleVersion(_by: Moderator, number: number): Promise<z.output<typeof versionOutput>> {
  const row = await db.ruleVersion.findUnique({ where: { number }, select: { ...versionFields, document: true } });
  if (!row) throw notFound();
  return toVersion(row);
}

/** A playback with how far it is and, at its end, what it found. Throws `not_found`. */
export async function playback(_by: Moderator, id: string): Promise<PlaybackOutput> {
  const row = await db.playback.findUnique({ where: { id }, omit: { byId: true } });
  if (!row) throw notFound();
  return {
    ...row,
    at: row.at.toISOString(),
    from: row.from.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    result: row.result === null ? null : playbackResult.parse(row.result),
  };
}
