import { freeHandle, requireFreeHandle, requireOwnName } from "@/lib/accounts/availability";
import { newToken } from "@/lib/accounts/email-token";
import { ignoredMax } from "@/lib/accounts/limits";
import { lock } from "@/lib/accounts/locks";
import { requireOpen } from "@/lib/accounts/open-account";
import { hashPassword } from "@/lib/accounts/password";
import { canIgnore } from "@/lib/accounts/policy";
import { requireHardPassword } from "@/lib/accounts/typed-password";
import { type Admin, type Member, type System, type Viewer, when } from "@/lib/actor";
import { db, Prisma, transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { newId } from "@/lib/ids";
import { t } from "@/lib/messages";
import { viewerOf } from "@/lib/session";
import type { Role } from "@/prisma/generated/enums";

interface NewAccount {
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
 * Throws `conflict` for an address or a given handle that is taken, `invalid` for a password that is easily guessed or a reader's name that could pass for staff's.
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
  else
    await transaction(async () => {
      await requireOpen(by.id);
      await db.ignore.createMany({ data: { ...pair, at: when(by) }, skipDuplicates: true });
    });
  return { handle, ignored };
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

/** The account as its owner acts with it. Throws `not_found`. */
export async function loaded(id: string): Promise<Viewer> {
  const viewer = await viewerOf(id);
  if (!viewer) throw notFound();
  return viewer;
}

/** The refusal of an address that has an account. */
export const addressTaken = () =>
  new AppError("conflict", t("accounts.fault.emailTaken"), {
    errors: [{ path: "email", message: t("accounts.fault.emailTaken") }],
  });
