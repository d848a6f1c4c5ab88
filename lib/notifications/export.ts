import { avatarUrl } from "@/lib/accounts/avatar";
import type { Viewer } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
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

async function beginningOf({ id }: Viewer): Promise<Beginning> {
  const { name } = await siteSettings();
  const { oldHandles, sessions, deliveries, avatar, createdAt, ...account } = await db.account.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, handle: true, name: true, email: true, bio: true, avatar: true, role: true, status: true },
      ...{ publishedCount: true, createdAt: true },
      oldHandles: { select: { handle: true }, orderBy: { createdAt: "asc" } },
      sessions: { select: { createdAt: true, expiresAt: true }, orderBy: { createdAt: "asc" }, take: mostSessions },
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
    },
    sessions: sessions.map((session) => ({
      createdAt: session.createdAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    })),
    deliveries,
  };
}
