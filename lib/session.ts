import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { encode } from "next-auth/jwt";
import { statusAt } from "@/lib/account-status";
import {
  type Admin,
  type Author,
  isAdmin,
  isAuthor,
  isMember,
  isModerator,
  type Member,
  type Moderator,
  type Viewer,
} from "@/lib/actor";
import type { Cookies } from "@/lib/api-request";
import { after, day, now, second } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { env, servedSecurely } from "@/lib/env";
import { AppError, type Needed, needsAccount } from "@/lib/errors";
import { t } from "@/lib/messages";
import { networkOf } from "@/lib/network";
import { openToken } from "@/lib/session-token";

/** How long a session lives, in milliseconds. */
export const sessionLifetime = 30 * day;

export interface CookieToSet {
  name: string;
  value: string;
  options: { httpOnly: boolean; sameSite: "lax"; path: "/"; secure: boolean; maxAge: number };
}

/** Cookies ignore ports: two installations on one host need names of their own. */
function cookieName(purpose: string): string {
  return servedSecurely() ? `__Host-rejoinder-${purpose}` : `rejoinder-${purpose}-${env().INSTALLATION_ID}`;
}

export const sessionCookieName = () => cookieName("session");
export const draftCookieName = () => cookieName("draft");
/** Says that somebody signed in on this browser before: their own mistakes are then counted apart from a stranger's. */
export const deviceCookieName = () => cookieName("device");
/** The cookies of next-auth's own forms, and of a sign-up that waits for its link. */
export const formCookieName = (purpose: "csrf" | "callback" | "sign-up") => cookieName(purpose);
/** Readable by our module: says only that it is worth asking who is signed in. */
const hintCookieName = "rejoinder-signed-in";

export function cookieToSet(name: string, value: string, maxAge: number, { readable = false } = {}): CookieToSet {
  return {
    name,
    value,
    options: {
      httpOnly: !readable,
      sameSite: "lax",
      path: "/",
      secure: servedSecurely(),
      maxAge: Math.floor(maxAge / second),
    },
  };
}

const idOf = (sid: string) => createHash("sha256").update(sid).digest("hex");

/** A new session row, and what a token that carries it claims. Of the address, where it is known, the network is kept. */
export async function newSession(accountId: string, address?: string): Promise<{ sub: string; sid: string }> {
  const sid = randomBytes(32).toString("base64url");
  const network = address ? networkOf(address) : null;
  await db.session.create({
    data: { id: idOf(sid), accountId, network, createdAt: now(), expiresAt: after(now(), sessionLifetime) },
    select: { id: true },
  });
  return { sub: accountId, sid };
}

/** Opens a session for the account, with a token of its own, and resolves to the cookies that carry it. */
export async function openSession(accountId: string, address?: string): Promise<CookieToSet[]> {
  const token = await encode({
    token: await newSession(accountId, address),
    secret: env().AUTH_SECRET,
    maxAge: sessionLifetime / second,
  });
  return [cookieToSet(sessionCookieName(), token, sessionLifetime), hintCookie()];
}

/** Says to our module that somebody is signed in. */
export const hintCookie = () => cookieToSet(hintCookieName, "1", sessionLifetime, { readable: true });

/** The cookies that sign a browser out. */
export function clearedCookies(): CookieToSet[] {
  return [cookieToSet(sessionCookieName(), "", 0), cookieToSet(hintCookieName, "", 0, { readable: true })];
}

/** Ends the session of this browser, if it has one. The cookies are those of the page being rendered unless given. */
export async function closeSession(sent?: Cookies): Promise<void> {
  const id = await sessionId(sent);
  if (id) await db.session.deleteMany({ where: { id } });
}

/** Ends every session of the account, in every process, at once. */
export async function closeAllSessions(accountId: string): Promise<void> {
  await db.session.deleteMany({ where: { accountId } });
}

async function sessionId(sent?: Cookies): Promise<string | null> {
  const cookie = (sent ?? (await cookies())).get(sessionCookieName())?.value;
  const claims = cookie ? await openToken(cookie, env().AUTH_SECRET) : null;
  return typeof claims?.sid === "string" ? idOf(claims.sid) : null;
}

/** Somebody, the account `a`, as they are at that moment. */
const viewerFields = (at: Date) => Prisma.sql`
  a.id::text AS id, a.handle, a.name, a.role::text AS role, ${statusAt(at)} AS status, a.bio, a.avatar,
  a."publishedCount", a."createdAt"`;

/**
 * Who is asking, by session row, status and role as the database has them now; whoever is banned or closed their account is nobody.
 * The cookies are those of the page being rendered unless given.
 */
export async function currentViewer(sent?: Cookies): Promise<Viewer | null> {
  const id = await sessionId(sent);
  if (!id) return null;
  const [account] = await db.$queryRaw<Omit<Viewer, "kind">[]>`
    SELECT ${viewerFields(now())}
    FROM sessions s JOIN accounts a ON a.id = s."accountId"
    WHERE s.id = ${id} AND s."expiresAt" > ${now()}::timestamptz AND a.status NOT IN ('banned', 'closed')`;
  return account ? { kind: "person", ...account } : null;
}

/** The account as somebody who could act; for seed, jobs and tests, which have no cookie. */
export async function viewerOf(accountId: string): Promise<Viewer | null> {
  const [account] = await db.$queryRaw<Omit<Viewer, "kind">[]>`
    SELECT ${viewerFields(now())} FROM accounts a WHERE a.id = ${accountId}::uuid`;
  return account ? { kind: "person", ...account } : null;
}

function signInFirst(): AppError {
  return new AppError("unauthenticated", t("requests.fault.signIn"));
}

function gate<Who extends Viewer>(may: (viewer: Viewer | null) => viewer is Who, kind: Needed) {
  return (viewer: Viewer | null): Who => {
    if (!viewer) throw signInFirst();
    if (may(viewer)) return viewer;
    if (viewer.status === "suspended") throw new AppError("forbidden", t("requests.fault.suspended"));
    throw needsAccount(kind);
  };
}

/** Mint the proof that a mutation demands. Throw `unauthenticated` or `forbidden`. */
export const requireMember = gate<Member>(isMember, "member");
export const requireAuthor = gate<Author>(isAuthor, "author");
export const requireModerator = gate<Moderator>(isModerator, "moderator");
export const requireAdmin = gate<Admin>(isAdmin, "admin");

/** For a page of a desk: its viewer, or a redirect to sign in and come back to `path`. A wrong role gets null: show that it is not for them. */
export async function pageViewer<Who extends Viewer>(
  path: string,
  may: (viewer: Viewer | null) => viewer is Who,
): Promise<Who | null> {
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return may(viewer) ? viewer : null;
}
