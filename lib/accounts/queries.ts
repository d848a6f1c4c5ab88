import { z } from "zod";
import { mayWriteAt, moderates } from "@/lib/account-status";
import { tokenHash } from "@/lib/accounts/email-token";
import { ignoredMax } from "@/lib/accounts/limits";
import { canSeeAddress } from "@/lib/accounts/policy";
import {
  type AccountItem,
  type accountsQuery,
  type ClosingOutput,
  type Person,
  person,
  type ViewerProfile,
} from "@/lib/accounts/schema";
import {
  isAdmin,
  isAuthor,
  isEditor,
  isMember,
  isModerator,
  type Member,
  type Moderator,
  type Viewer,
} from "@/lib/actor";
import { now } from "@/lib/clock";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db, type Prisma } from "@/lib/db";
import type { EmailTokenKind } from "@/prisma/generated/enums";

/** Who is signed in, as they are shown to themselves, and what they may do. A new account has nothing unread. */
export function viewerProfile(viewer: Viewer, unreadCount = 0): ViewerProfile {
  return {
    id: viewer.id,
    ...person(viewer),
    role: viewer.role,
    bio: viewer.bio,
    can: {
      comment: isMember(viewer),
      write: isAuthor(viewer),
      editAll: isEditor(viewer),
      moderate: isModerator(viewer),
      administer: isAdmin(viewer),
    },
    unreadCount,
  };
}

/** What only the owner sees of an account: its address, and the one that waits to be confirmed. */
export async function ownAddress(member: Viewer): Promise<{ email: string; waiting: string | null }> {
  const { email, tokens } = await db.account.findUniqueOrThrow({
    where: { id: member.id },
    select: {
      email: true,
      tokens: {
        where: { kind: "email_change", usedAt: null, expiresAt: { gt: now() } },
        select: { email: true },
        take: 1,
      },
    },
  });
  return { email, waiting: tokens[0]?.email ?? null };
}

/** Who did not take their name along when they closed their account. */
export const stillNamed: Prisma.AccountWhereInput = { OR: [{ closing: null }, { closing: { comments: "keep" } }] };

/**
 * The handle that somebody has now who had this one; null if nobody had, or nobody of `whose`: unless told, of all but those who closed their account
 * and took their name along.
 */
export async function handleMovedTo(handle: string, whose = stillNamed): Promise<string | null> {
  const old = await db.oldHandle.findFirst({
    where: { handle, account: whose },
    select: { account: { select: { handle: true } } },
  });
  return old?.account?.handle ?? null;
}

/** Whether the account is active at this moment, and stays so until the ambient transaction ends: one that is being closed is waited for. */
export async function stillWrites(id: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 AS writes FROM accounts a WHERE a.id = ${id}::uuid AND ${mayWriteAt(now())} FOR KEY SHARE`;
  return rows.length > 0;
}

/** Whether the account looks after the discussions at this moment, asked in the transaction in which it does. */
export async function stillModerates(id: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 AS moderates FROM accounts a WHERE a.id = ${id}::uuid AND ${moderates} FOR KEY SHARE`;
  return rows.length > 0;
}

/** How far a closing has come: `left` comments are still to be parted with. Null where there is none of that id. */
export async function closingById(id: string): Promise<ClosingOutput | null> {
  const closing = await db.closing.findUnique({ where: { id } });
  if (!closing) return null;
  const { comments, at, doneAt, accountId } = closing;
  const left = comments === "keep" ? 0 : await db.comment.count({ where: { authorId: accountId } });
  return { id, comments, at: at.toISOString(), doneAt: doneAt?.toISOString() ?? null, left };
}

/** Those of the handles that active accounts bear now, with the ids of these. */
export async function activeAmong(handles: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ handle: string; id: string }[]>`
    SELECT a.handle, a.id::text AS id FROM accounts a WHERE a.handle = ANY(${handles}::text[]) AND ${mayWriteAt(now())}`;
  return new Map(rows.map(({ handle, id }) => [handle, id]));
}

/** Whom somebody ignores, by name. */
export async function ignoredBy(viewer: Viewer): Promise<Person[]> {
  const rows = await db.ignore.findMany({
    where: { accountId: viewer.id },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
    take: ignoredMax,
    select: { person: { select: { handle: true, name: true, avatar: true } } },
  });
  return rows.map((row) => person(row.person));
}

/** Whether somebody ignores the person of that id. */
export async function isIgnoring(viewer: Viewer, personId: string): Promise<boolean> {
  const row = await db.ignore.findUnique({
    where: { accountId_personId: { accountId: viewer.id, personId } },
    select: { personId: true },
  });
  return row !== null;
}

/** Whether a mailed link still works. Changes nothing. */
export async function linkWorks(kind: EmailTokenKind, token: string): Promise<boolean> {
  const found = await db.emailToken.findFirst({
    where: { id: tokenHash(token), kind, usedAt: null, expiresAt: { gt: now() } },
    select: { id: true },
  });
  return found !== null;
}

/** The sign-up that waits behind a mailed link, if it still works. */
export async function waitingSignUp(token: string): Promise<{ email: string; data: unknown } | null> {
  return db.emailToken.findFirst({
    where: { id: tokenHash(token), kind: "sign_up", usedAt: null, expiresAt: { gt: now() } },
    select: { email: true, data: true },
  });
}

/** Whether nobody has an account yet. */
export async function isUnsettled(): Promise<boolean> {
  return (await db.account.findFirst({ select: { id: true } })) === null;
}

const cursorKeys = z.tuple([z.iso.datetime(), z.uuid()]);

/** Accounts, newest first, by words in name, handle or (for admins) address, by role and status. Throws `unreadable` for a foreign cursor. */
export async function accountsPage(
  viewer: Member & Moderator,
  { q, role, status, cursor, limit }: z.output<typeof accountsQuery>,
): Promise<Page<AccountItem>> {
  const list = `accounts:${q ?? ""}:${role ?? ""}:${status ?? ""}`;
  const [createdAt, id] = cursor === undefined ? [] : decodeCursor(list, cursor, cursorKeys);
  const beyond: Prisma.AccountWhereInput =
    createdAt && id ? { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] } : {};
  const seesAddress = canSeeAddress(viewer);
  const rows = await db.account.findMany({
    where: { AND: [{ role, status }, beyond, matching(q?.trim(), seesAddress)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true,
      email: true,
      handle: true,
      name: true,
      avatar: true,
      role: true,
      status: true,
      publishedCount: true,
      createdAt: true,
    },
  });
  const { items, nextCursor } = page(list, rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { items: items.map((row) => accountItem(row, seesAddress)), nextCursor };
}

function matching(words: string | undefined, byAddress: boolean): Prisma.AccountWhereInput {
  if (!words) return {};
  // Prisma leaves LIKE's own signs as they are.
  const contains = { contains: words.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return { OR: [{ name: contains }, { handle: contains }, ...(byAddress ? [{ email: contains }] : [])] };
}

type AccountRow = Pick<
  Prisma.AccountGetPayload<object>,
  "id" | "email" | "handle" | "name" | "avatar" | "role" | "status" | "publishedCount" | "createdAt"
>;

/** One account of that list. */
export async function accountById(viewer: Viewer, id: string): Promise<AccountItem> {
  return accountItem(await db.account.findUniqueOrThrow({ where: { id } }), canSeeAddress(viewer));
}

function accountItem(row: AccountRow, seesAddress: boolean): AccountItem {
  return {
    id: row.id,
    ...person(row),
    role: row.role,
    status: row.status,
    email: seesAddress ? row.email : null,
    publishedCount: row.publishedCount,
    createdAt: row.createdAt.toISOString(),
  };
}
