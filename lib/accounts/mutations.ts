import { freeHandle, requireFreeHandle, requireOwnName } from "@/lib/accounts/availability";
import { newToken, tokenHash, tokenLifetime, tokenLink } from "@/lib/accounts/email-token";
import { randomHandle } from "@/lib/accounts/handle";
import { requireLastingAddress } from "@/lib/accounts/lasting-address";
import * as letters from "@/lib/accounts/letters";
import { ignoredMax } from "@/lib/accounts/limits";
import { hashPassword } from "@/lib/accounts/password";
import { canGrant, canIgnore } from "@/lib/accounts/policy";
import { waitingSignUp } from "@/lib/accounts/queries";
import type { OwnAccountChange } from "@/lib/accounts/schema";
import { forgiveTries, isFromSignUp } from "@/lib/accounts/sign-in";
import {
  requireChosenPassword,
  requireCurrentPassword,
  requireHardPassword,
  signUpWords,
} from "@/lib/accounts/typed-password";
import {
  type Admin,
  isModerator,
  type Member,
  type Moderator,
  type System,
  system,
  type Viewer,
  when,
} from "@/lib/actor";
import { requireUnbarredMail } from "@/lib/bars";
import { after, now } from "@/lib/clock";
import { db, isTaken, Prisma, transaction } from "@/lib/db";
import { AppError, invalid, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { forgetAnswers } from "@/lib/idempotency";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs";
import { post } from "@/lib/mail";
import { t } from "@/lib/messages";
import { forgetPortrait } from "@/lib/pictures";
import { limits, spend, spendIfLeft } from "@/lib/rate-limit";
import { closeAllSessions, viewerOf } from "@/lib/session";
import { siteSettings } from "@/lib/settings";
import type { Closing } from "@/prisma/generated/client";
import type { AccountStatus, CommentsAfterwards, EmailTokenKind, Role } from "@/prisma/generated/enums";

// Advisory locks of this noun (pg_advisory_xact_lock): the first number is ours, the second says for what.
const lockSpace = 7_272;
const locks = { handles: 1, setUp: 2, admins: 3 } as const;

async function lock(what: keyof typeof locks): Promise<void> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(${lockSpace}::int, ${locks[what]}::int)::text AS done`;
}

export interface NewAccount {
  email: string;
  name: string;
  handle?: string;
  password?: string;
  passwordHash?: string;
  role?: Role;
  bio?: string;
  avatar?: string | null;
}

/**
 * Makes an account. The password is given, or already hashed (argon2id). The handle comes from the name unless given.
 * Throws `conflict` for an address or a given handle that is taken, `invalid` for a password that is easily guessed or a reader's name that could be staff's.
 */
export async function createAccount(by: System | Admin, given: NewAccount): Promise<Viewer> {
  const { email, name, role = "reader", bio = "", avatar = null } = given;
  if (given.password !== undefined) await requireHardPassword(given.password, { email, name, handle: given.handle });
  const passwordHash = given.passwordHash ?? (await hashPassword(given.password ?? newToken()));
  return transaction(async () => {
    if (role === "reader") await requireOwnName(name);
    await lock("handles");
    const handle = given.handle === undefined ? await freeHandle(name) : await requireFreeHandle(given.handle, role);
    const id = newId();
    const at = when(by);
    const { count } = await db.account.createMany({
      data: { id, email, handle, name, bio, role, avatar, passwordHash, createdAt: at, updatedAt: at },
      skipDuplicates: true,
    });
    if (count === 0) throw addressTaken();
    await record(by, "account.created", id, { role });
    return loaded(id);
  });
}

/** Signs somebody up at once, where no mail server could confirm the address. Throws `conflict` for one that is taken, `invalid` for one that nobody keeps. */
export async function signUp(given: { email: string; name: string; password: string }): Promise<Viewer> {
  await requireLastingAddress(given.email);
  return createAccount(system(now()), given);
}

/** Takes a sign-up whose address is confirmed by mail: every address is answered alike. Throws `invalid` as `createAccount`. */
export async function requestSignUp({
  email,
  name,
  password,
}: {
  email: string;
  name: string;
  password: string;
}): Promise<void> {
  await requireLastingAddress(email);
  await requireHardPassword(password, { email, name });
  await requireOwnName(name);
  await enqueue("mail_sign_up", { email, name, passwordHash: await hashPassword(password) });
}

/** Mails the link of a sign-up, or tells the owner of the address that they have an account. */
export async function mailSignUp({
  email,
  name,
  passwordHash,
}: {
  email: string;
  name: string;
  passwordHash: string;
}): Promise<void> {
  const { name: site } = await siteSettings();
  await transaction(async () => {
    const known = await db.account.findUnique({ where: { email }, select: { id: true } });
    if (known) return post(letters.alreadyKnown(site, email));
    await post(
      letters.confirmSignUp(site, email, name, await issueToken("sign_up", email, null, { name, passwordHash })),
    );
  });
}

/**
 * Opens the account of a mailed link. In a browser other than the one that signed up (`cookie`), the password is asked for: else
 * whoever signs up with another's address would share the account that its owner opens.
 * Throws `not_found` for a link that is spent, `invalid` for a password that is missing or wrong, `conflict` if the address has an account by now.
 */
export async function confirmSignUp(
  token: string,
  { cookie, password }: { cookie?: string; password?: string },
): Promise<{ viewer: Viewer; email: string }> {
  const waiting = await waitingSignUp(token);
  if (!waiting) throw linkSpent();
  if (!isFromSignUp(waiting.email, cookie)) await requireChosenPassword(waiting, password);
  return transaction(async () => {
    const { email, data } = await redeemToken("sign_up", token);
    await requireUnbarredMail(email);
    return { viewer: await createAccount(system(now()), { email, ...signUpWords.parse(data) }), email };
  });
}

/** Asks for a link to choose a new password. Every address is answered alike, and as fast. */
export async function requestPasswordReset(email: string): Promise<void> {
  await enqueue("mail_password_reset", { email });
}

/** Mails that link, if the address is somebody's; the links before it are dead. So that others cannot go on killing links, the last of a few stays. */
export async function mailPasswordReset({ email }: { email: string }): Promise<void> {
  const { name: site } = await siteSettings();
  await transaction(async () => {
    const account = await db.account.findUnique({ where: { email }, select: { id: true, status: true } });
    if (!account || account.status === "banned" || account.status === "closed") return;
    if (!(await spendIfLeft(limits.reset, `letters:${account.id}`))) return;
    await post(letters.passwordReset(site, email, await issueToken("password_reset", email, account.id)));
  });
}

/** A link for the operator to hand over, where no mail goes out; null if the address is nobody's. */
export async function operatorResetLink(address: string): Promise<string | null> {
  const email = address.trim().toLowerCase();
  return transaction(async () => {
    const account = await db.account.findUnique({ where: { email, status: { not: "closed" } }, select: { id: true } });
    return account && tokenLink("password_reset", await issueToken("password_reset", email, account.id));
  });
}

/**
 * Chooses a new password by a mailed link, once, and ends all sessions. Resolves to the address.
 * Throws `not_found` for a link that is spent, `invalid` for a password that is easily guessed (the link then still works).
 */
export async function resetPassword(token: string, password: string): Promise<{ email: string }> {
  const account = await accountOfToken("password_reset", token);
  await requireHardPassword(password, account);
  const passwordHash = await hashPassword(password);
  const { email } = await transaction(async () => {
    const { accountId: id, email } = await redeemToken("password_reset", token);
    if (id === null) throw linkSpent();
    const { count } = await db.account.updateMany({ where: { id, email }, data: { passwordHash } });
    if (count === 0) throw linkSpent();
    await afterPasswordChange(system(now()), id, email);
    return { email };
  });
  await forgiveTries(email);
  return { email };
}

/**
 * Changes one's own account. A new address or password needs `currentPassword`; a new password ends all sessions, this one too;
 * a new address counts once a link mailed there is followed (`confirm`). Throws `invalid` and `conflict` by field, `rate_limited` for too many addresses.
 */
export async function changeOwnAccount(
  member: Member,
  input: OwnAccountChange,
): Promise<{ viewer: Viewer; passwordChanged: boolean; confirm: boolean }> {
  const { name, handle, bio, avatar, email, password, currentPassword } = input;
  const own = await db.account.findUniqueOrThrow({
    where: { id: member.id },
    select: { email: true, name: true, handle: true, passwordHash: true },
  });
  const newAddress = email !== undefined && email !== own.email ? email : undefined;
  if (newAddress !== undefined || password !== undefined)
    await requireCurrentPassword(member, own.passwordHash, currentPassword);
  if (newAddress !== undefined) await requireLastingAddress(newAddress);
  // Each sends a letter to somebody who need not know of us.
  if (newAddress !== undefined) await spend(limits.reset, member.id);
  if (password !== undefined) await requireHardPassword(password, { ...member, email: own.email });
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  return transaction(async () => {
    if (name !== undefined && name !== member.name && member.role === "reader") await requireOwnName(name, member.id);
    if (avatar) await requirePicture(avatar);
    if (handle !== undefined && handle !== own.handle) await moveHandle(member, own.handle, handle);
    if (name !== undefined && name !== own.name) await keepOldName(member, own.name);
    await db.account.update({
      where: { id: member.id },
      data: { name, bio, avatar, passwordHash },
      select: { id: true },
    });
    await record(member, "account.changed", member.id, {
      fields: Object.keys(input).filter((field) => !/password/i.test(field)),
    });
    if (passwordHash !== undefined) await afterPasswordChange(member, member.id, own.email);
    if (newAddress !== undefined) await enqueue("mail_email_change", { accountId: member.id, email: newAddress });
    return {
      viewer: await loaded(member.id),
      passwordChanged: passwordHash !== undefined,
      confirm: newAddress !== undefined,
    };
  });
}

/** Mails the link that confirms a new address, and a notice to the old one. An address that is taken gets no link, and the asker learns nothing of it. */
export async function mailEmailChange({ accountId, email }: { accountId: string; email: string }): Promise<void> {
  const { name: site } = await siteSettings();
  await transaction(async () => {
    const own = await db.account.findUnique({ where: { id: accountId }, select: { email: true } });
    if (!own) return;
    const taken = await db.account.findUnique({ where: { email }, select: { id: true } });
    await post(letters.addressAskedFor(site, own.email, email));
    await post(
      taken
        ? letters.alreadyKnown(site, email)
        : letters.confirmAddress(site, email, await issueToken("email_change", email, accountId)),
    );
  });
}

/** Makes a confirmed address the account's. Links that were mailed to the old one are dead. Throws `not_found` or `conflict`. */
export async function confirmEmailChange(token: string): Promise<void> {
  const { name: site } = await siteSettings();
  await transaction(async () => {
    const { accountId: id, email } = await redeemToken("email_change", token);
    await requireUnbarredMail(email);
    const old = id === null ? null : await db.account.findUnique({ where: { id }, select: { id: true, email: true } });
    if (!old) throw linkSpent();
    try {
      await db.account.update({ where: { id: old.id }, data: { email }, select: { id: true } });
    } catch (thrown) {
      throw isTaken(thrown) ? addressTaken() : thrown;
    }
    await db.emailToken.deleteMany({ where: { accountId: old.id, usedAt: null } });
    await record(system(now()), "account.email_changed", old.id);
    await post(letters.addressChanged(site, old.email, email));
  });
}

/** Ends every session of one's own. */
export async function signOutEverywhere(viewer: Viewer): Promise<void> {
  await transaction(async () => {
    await closeAllSessions(viewer.id);
    await record(viewer, "account.signed_out_everywhere", viewer.id);
  });
}

/** Somebody of the staff who is about to change an account, and that account, both as they are now. */
export interface Staffed {
  actor: Moderator;
  account: { id: string; role: Role; status: AccountStatus };
}

/**
 * Holds one change of staff at a time until the ambient transaction ends, so that two admins cannot remove one another, and nobody acts on a
 * role just lost. Throws `forbidden`, `not_found`, `conflict` for an account that its owner closed.
 */
export async function accountForStaff(by: Admin | Moderator, id: string): Promise<Staffed> {
  await lock("admins");
  const actor = await viewerOf(by.id);
  const account = await viewerOf(id);
  if (!isModerator(actor)) throw new AppError("forbidden", t("accounts.fault.mayNotList"));
  if (!account) throw notFound();
  if (account.status === "closed") throw new AppError("conflict", t("accounts.fault.closed"));
  return { actor: by.at ? { ...actor, at: by.at } : actor, account };
}

/** Throws `conflict` where the last admin who may act would be one no more; in the transaction of `accountForStaff`. */
export async function requireAnAdminLeft({ id, role, status }: Staffed["account"]): Promise<void> {
  if (role !== "admin" || status !== "active") return;
  if ((await db.account.count({ where: { role: "admin", status: "active", id: { not: id } } })) === 0)
    throw new AppError("conflict", t("accounts.fault.lastAdmin"));
}

/** Gives an account another role. Nobody raises their own. Throws `forbidden`, `not_found`, or `conflict` for the last admin. */
export async function changeRole(by: Admin | Moderator, id: string, role: Role): Promise<void> {
  await transaction(async () => {
    const { actor, account } = await accountForStaff(by, id);
    if (!canGrant(actor, account, role) && (role !== account.role || actor.role !== "admin"))
      throw new AppError("forbidden", t("accounts.fault.mayNotGrant"));
    if (role === account.role) return;
    if (role !== "admin") await requireAnAdminLeft(account);
    await db.account.update({ where: { id }, data: { role }, select: { id: true } });
    await record(actor, "account.role_changed", id, { before: account.role, after: role });
  });
}

/** What the measures against somebody amount to. A moment of `"open"`: no end was set. */
export interface Restraint {
  status: Extract<AccountStatus, "active" | "suspended" | "banned">;
  heldUntil: Date | "open" | null;
  suspendedUntil: Date | "open" | null;
}

/** Puts an account under what the measures against it amount to, in the caller's transaction; whoever may act no more is signed out at once. */
export async function restrain(id: string, { status, heldUntil, suspendedUntil }: Restraint, at: Date): Promise<void> {
  const moment = (until: Restraint["heldUntil"]) => (until === "open" ? "infinity" : (until?.toISOString() ?? null));
  const [before] = await db.$queryRaw<{ status: AccountStatus }[]>`
    WITH before AS (SELECT id, status FROM accounts WHERE id = ${id}::uuid AND status <> 'closed' FOR NO KEY UPDATE)
    UPDATE accounts SET status = ${status}::"AccountStatus", "heldUntil" = ${moment(heldUntil)}::timestamptz,
      "suspendedUntil" = ${moment(suspendedUntil)}::timestamptz, "updatedAt" = ${at}::timestamptz
    FROM before WHERE accounts.id = before.id RETURNING before.status::text AS status`;
  if (status !== "active" && before?.status !== status) await closeAllSessions(id);
}

/**
 * Closes one's own account for good, in the caller's transaction: nobody signs in to it or mails it any more, and unless its comments are
 * kept with the name, name and handle are gone from every page. The old handle stays taken, and leads nowhere. Resolves to what is left to be done.
 * Throws `conflict` for the last admin, `unauthenticated` where it is closed already.
 */
export async function closeOwnAccount(by: Viewer, comments: CommentsAfterwards): Promise<Closing> {
  await lock("admins");
  const own = await db.account.findUniqueOrThrow({
    where: { id: by.id },
    select: { status: true, role: true, email: true, handle: true, avatar: true },
  });
  if (own.status === "closed") throw closedAlready();
  const admins = { role: "admin", status: "active", id: { not: by.id } } as const;
  if (own.role === "admin" && own.status === "active" && (await db.account.count({ where: admins })) === 0)
    throw new AppError("conflict", t("accounts.fault.lastAdminCloses"));
  if (comments !== "keep") await giveUpHandle(by, own.handle);
  await db.account.update({
    where: { id: by.id },
    data: {
      status: "closed",
      role: "reader",
      email: unusableAddress(by.id),
      passwordHash: await hashPassword(newToken()),
      bio: "",
      avatar: null,
      ...(comments !== "keep" && { name: t("comments.nobody") }),
    },
    select: { id: true },
  });
  await closeAllSessions(by.id);
  await db.emailToken.deleteMany({ where: { accountId: by.id } });
  if (comments !== "keep") await db.oldName.deleteMany({ where: { accountId: by.id } });
  await db.ignore.deleteMany({
    where: { OR: [{ accountId: by.id }, ...(comments === "keep" ? [] : [{ personId: by.id }])] },
  });
  await forgetAnswers(by.id);
  if (own.avatar) await forgetPortrait(by.id, own.avatar);
  await record(by, "account.closed", by.id, { comments });
  await post(letters.accountClosed((await siteSettings()).name, own.email));
  return db.closing.create({ data: { id: newId(), accountId: by.id, comments, at: when(by) } });
}

/** The refusal of whoever has no account any more. */
export const closedAlready = () => new AppError("unauthenticated", t("accounts.fault.closedAlready"));

/** Nobody is mailed under .invalid (RFC 2606), so that the address that was here is free for another account. */
const unusableAddress = (id: string) => `closed-${id}@account.invalid`;

async function giveUpHandle(by: Viewer, old: string): Promise<void> {
  await lock("handles");
  await db.oldHandle.create({ data: { handle: old, accountId: by.id, createdAt: when(by) }, select: { handle: true } });
  await db.account.update({ where: { id: by.id }, data: { handle: `former-${randomHandle()}` }, select: { id: true } });
}

/** Says that all that follows from a closing is done. */
export async function finishClosing(accountId: string): Promise<void> {
  await db.closing.updateMany({ where: { accountId, doneAt: null }, data: { doneAt: now() } });
}

/**
 * Has somebody's comments fold for this member, or no more; doing so again changes nothing. Nobody else learns of it.
 * Throws `not_found`, `forbidden` for oneself, `conflict` past the most that one may ignore.
 */
export async function ignorePerson(
  by: Member,
  handle: string,
  ignored: boolean,
): Promise<{ handle: string; ignored: boolean }> {
  const person = await db.account.findUnique({ where: { handle }, select: { id: true } });
  if (!person) throw notFound();
  if (!canIgnore(by, person)) throw new AppError("forbidden", t("accounts.fault.ignoreSelf"));
  const pair = { accountId: by.id, personId: person.id };
  if (!ignored) await db.ignore.deleteMany({ where: pair });
  else if ((await db.ignore.count({ where: { accountId: by.id } })) >= ignoredMax)
    throw new AppError("conflict", t("accounts.fault.ignoredMany", { max: ignoredMax }));
  else await db.ignore.createMany({ data: { ...pair, at: when(by) }, skipDuplicates: true });
  return { handle, ignored };
}

/** Makes the first admin, by the token that was printed at the start: exactly once, however many ask at the same time. Throws `conflict` or `forbidden`. */
export async function setUpFirstAdmin(given: {
  token: string;
  siteName?: string;
  email: string;
  name: string;
  password: string;
}): Promise<Viewer> {
  const { token, siteName, email, name, password } = given;
  await requireSetUpToken(token);
  await requireHardPassword(password, { email, name });
  const passwordHash = await hashPassword(password);
  return transaction(async () => {
    await lock("setUp");
    await requireSetUpToken(token);
    const admin = await createAccount(system(now()), { email, name, passwordHash, role: "admin" });
    await db.secret.deleteMany({ where: { name: { startsWith: "setup_token:" } } });
    await db.settings.update({ where: { id: 1 }, data: { setUpAt: now(), name: siteName }, select: { id: true } });
    return admin;
  });
}

/** Counts what was published or taken back; in the transaction of whoever published. */
export async function countPublished(accountId: string, delta: number): Promise<void> {
  await db.account.update({
    where: { id: accountId },
    data: { publishedCount: { increment: delta } },
    select: { id: true },
  });
}

/** One more published comment, as a part of a statement that posts it: once if `source` (a CTE) has a row. Gives the account's id. */
export function countingPublished(accountId: string, source: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    UPDATE accounts SET "publishedCount" = "publishedCount" + 1 FROM ${source}
    WHERE accounts.id = ${accountId}::uuid RETURNING accounts.id`;
}

async function requireSetUpToken(token: string): Promise<void> {
  if ((await db.account.findFirst({ select: { id: true } })) !== null)
    throw new AppError("conflict", t("accounts.fault.setupDone"));
  const good = await db.secret.findUnique({
    where: { name: `setup_token:${tokenHash(token)}` },
    select: { name: true },
  });
  if (!good) throw new AppError("forbidden", t("accounts.fault.setupWrong"));
}

async function loaded(id: string): Promise<Viewer> {
  const viewer = await viewerOf(id);
  if (!viewer) throw notFound();
  return viewer;
}

async function afterPasswordChange(by: Viewer | System, id: string, email: string): Promise<void> {
  const { name: site } = await siteSettings();
  await closeAllSessions(id);
  await db.emailToken.deleteMany({ where: { accountId: id, usedAt: null } });
  await record(by, "account.password_changed", id);
  await post(letters.passwordChanged(site, email));
}

async function requirePicture(file: string): Promise<void> {
  const [hash = "", ext = ""] = file.split(".");
  if (!(await db.picture.findFirst({ where: { hash, ext }, select: { hash: true } })))
    throw invalid("avatar", t("accounts.fault.avatar"));
}

/** Moderators see under which names somebody wrote before. */
async function keepOldName(member: Member, name: string): Promise<void> {
  await db.oldName.create({
    data: { id: newId(), accountId: member.id, name, until: when(member) },
    select: { id: true },
  });
}

/** The old handle is kept for its owner for ever, and may be taken back by nobody else. */
async function moveHandle(member: Member, old: string, wanted: string): Promise<void> {
  await lock("handles");
  const handle = await requireFreeHandle(wanted, member.role, member.id);
  await db.oldHandle.deleteMany({ where: { handle, accountId: member.id } });
  await db.oldHandle.create({
    data: { handle: old, accountId: member.id, createdAt: when(member) },
    select: { handle: true },
  });
  await db.account.update({ where: { id: member.id }, data: { handle }, select: { id: true } });
}

const addressTaken = () =>
  new AppError("conflict", t("accounts.fault.emailTaken"), {
    errors: [{ path: "email", message: t("accounts.fault.emailTaken") }],
  });
const linkSpent = () => new AppError("not_found", t("accounts.fault.link"));

async function issueToken(
  kind: EmailTokenKind,
  email: string,
  accountId: string | null,
  data: Prisma.InputJsonObject = {},
): Promise<string> {
  const token = newToken();
  await db.emailToken.deleteMany({
    where: { kind, usedAt: null, ...(accountId === null ? { email } : { accountId }) },
  });
  await db.emailToken.create({
    data: {
      id: tokenHash(token),
      kind,
      email,
      accountId,
      data,
      createdAt: now(),
      expiresAt: after(now(), tokenLifetime[kind]),
    },
    select: { id: true },
  });
  return token;
}

/** Spends a link: one `UPDATE` decides, however many ask at the same time. */
async function redeemToken(kind: EmailTokenKind, token: string) {
  const [row] = await db.emailToken.updateManyAndReturn({
    where: { id: tokenHash(token), kind, usedAt: null, expiresAt: { gt: now() } },
    data: { usedAt: now() },
    select: { accountId: true, email: true, data: true },
  });
  if (!row) throw linkSpent();
  return row;
}

async function accountOfToken(kind: EmailTokenKind, token: string) {
  const row = await db.emailToken.findFirst({
    where: { id: tokenHash(token), kind, usedAt: null, expiresAt: { gt: now() } },
    select: { account: { select: { email: true, name: true, handle: true } } },
  });
  if (!row?.account) throw linkSpent();
  return row.account;
}
