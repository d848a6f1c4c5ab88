import { avatarUrl } from "@/lib/accounts/avatar";
import { ownAddress } from "@/lib/accounts/queries";
import type { Viewer } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { lists } from "@/lib/notifications/export-lists";
import type { Export } from "@/lib/notifications/export-shape";
import { siteSettings } from "@/lib/settings";

/** What is written at once, before the lists: a few rows each. */
type Beginning = Pick<Export, "format" | "exportedAt" | "site" | "account" | "sessions" | "deliveries">;

/** Browsers that an account is signed in on. */
const mostSessions = 1_000;

/**
 * Everything that is somebody's own, as JSON in the shape of `exportShape`, bit by bit: no more than a page of rows is in memory, and no
 * connection is held while the reader of it takes its time.
 */
export async function* exportOf(viewer: Viewer): AsyncGenerator<string> {
  yield JSON.stringify(await beginningOf(viewer)).slice(0, -1);
  for (const [name, pages] of Object.entries(lists)) {
    yield `,\n"${name}":[`;
    let comma = "";
    for await (const rows of pages(viewer.id)) {
      if (rows.length === 0) continue;
      yield comma + rows.map((row) => JSON.stringify(row)).join(",\n");
      comma = ",\n";
    }
    yield "]";
  }
  yield "}\n";
}

async function beginningOf(viewer: Viewer): Promise<Beginning> {
  const { name } = await siteSettings();
  const { waiting } = await ownAddress(viewer);
  const { oldHandles, sessions, deliveries, avatar, createdAt, ...account } = await db.account.findUniqueOrThrow({
    where: { id: viewer.id },
    select: {
      ...{ id: true, handle: true, name: true, email: true, bio: true, avatar: true, role: true, status: true },
      ...{ publishedCount: true, createdAt: true },
      oldHandles: { select: { handle: true }, orderBy: { createdAt: "asc" } },
      sessions: {
        select: { createdAt: true, expiresAt: true, network: true },
        orderBy: { createdAt: "asc" },
        take: mostSessions,
      },
      deliveries: { select: { kind: true, delivery: true } },
    },
  });
  return {
    format: "rejoinder-export/1",
    exportedAt: now().toISOString(),
    site: { name, url: siteUrl() },
    account: {
      ...account,
      oldHandles: oldHandles.map(({ handle }) => handle),
      avatarUrl: avatarUrl(avatar),
      createdAt: createdAt.toISOString(),
      waitingEmail: waiting,
      ...(await restraintsOf(viewer)),
    },
    sessions: sessions.map(({ network, ...session }) => ({
      createdAt: session.createdAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      network,
    })),
    deliveries,
  };
}

type Restraints = Pick<Export["account"], "heldUntil" | "suspendedUntil">;

/** In SQL: to a Date, infinity is none. */
async function restraintsOf({ id }: Viewer): Promise<Restraints> {
  const [row] = await db.$queryRaw<Restraints[]>`
    SELECT ${told(Prisma.sql`"heldUntil"`)} AS "heldUntil", ${told(Prisma.sql`"suspendedUntil"`)} AS "suspendedUntil"
    FROM accounts WHERE id = ${id}::uuid`;
  return row ?? { heldUntil: null, suspendedUntil: null };
}

const told = (moment: Prisma.Sql) => Prisma.sql`
  CASE ${moment} WHEN 'infinity' THEN 'open' ELSE to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END`;
