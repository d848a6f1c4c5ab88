import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { tokenHash } from "@/lib/accounts/email-token";
import {
  changeOwnAccount,
  confirmEmailChange,
  confirmSignUp,
  createAccount,
  mailEmailChange,
  mailPasswordReset,
  mailSignUp,
  operatorResetLink,
  requestPasswordReset,
  resetPassword,
  setUpFirstAdmin,
  signUp,
} from "@/lib/accounts/mutations";
import { hashPassword } from "@/lib/accounts/password";
import { handleMovedTo } from "@/lib/accounts/queries";
import { checkSignIn } from "@/lib/accounts/sign-in";
import { system } from "@/lib/actor";
import { db } from "@/lib/db";
import { openSession, viewerOf } from "@/lib/session";
import { makeAccount, makeAuthor, makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

const password = "quiet lanterns over the weir";
const another = "eleven herons and one kettle";

beforeEach(emptyDatabase);

/** What mails say that wait to be sent, oldest first. */
async function letters(): Promise<{ to: string; subject: string; text: string }[]> {
  const rows = await sql<{ payload: { to: string; subject: string; text: string } }>(
    `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'send_mail' ORDER BY j.id`,
  );
  return rows.map((row) => row.payload);
}

async function lastToken(): Promise<string> {
  const found = (await letters()).flatMap(({ text }) => /\/([A-Za-z0-9_-]{32})\s/.exec(text)?.[1] ?? []);
  return found.at(-1) ?? "";
}

const fulfilled = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;
const sessionsOf = (accountId: string) => db.session.count({ where: { accountId } });

describe("signing up", () => {
  it("takes the handle from the name, and another one where it is taken", async () => {
    const first = await signUp({ email: "one@example.org", name: "Zoë Ångström", password });
    const second = await signUp({ email: "two@example.org", name: "Zoe Angstrom", password });
    const third = await signUp({ email: "three@example.org", name: "林慧清", password });
    expect([first.handle, second.handle]).toEqual(["zoe-angstrom", "zoe-angstrom-2"]);
    expect(third.handle).toMatch(/^reader-\d{6}$/);
  });

  it("gives one address one account, however many ask at the same time", async () => {
    const asked = Array.from({ length: 8 }, () => signUp({ email: "one@example.org", name: "Wren Okafor", password }));
    const results = await Promise.allSettled(asked);
    expect(fulfilled(results)).toBe(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await db.account.count()).toBe(1);
  });

  it("refuses a reader the name of an office, of somebody on the staff, or one that looks like it", async () => {
    await makeAuthor({ name: "Hester Quillane" });
    for (const name of ["Moderator", "Site Admin", "Аdmin", "M0derator", "Hester Quillane", "Неster Quillane"]) {
      await expect(signUp({ email: "one@example.org", name, password }), name).rejects.toMatchObject({
        code: "invalid",
      });
    }
    await signUp({ email: "one@example.org", name: "Hester Quill", password });
  });

  it("refuses passwords that are guessed first", async () => {
    for (const easy of [
      "passwordpassword",
      "Password1234",
      "123456789012",
      "qwertyuiop123",
      "rejoinder2026!",
      "aaaaaaaaaaaa",
      "wren.okafor.1",
    ]) {
      const given = { email: "one@example.org", name: "Wren Okafor", password: easy };
      await expect(signUp(given), easy).rejects.toMatchObject({ code: "invalid" });
    }
  });

  it("opens an account by a mailed link once, and tells a known address that it is known", async () => {
    await makeAccount({ email: "known@example.org" });
    const passwordHash = await hashPassword(password);
    await mailSignUp({ email: "known@example.org", name: "Wren", passwordHash });
    expect(await lastToken()).toBe("");
    await mailSignUp({ email: "new@example.org", name: "Wren", passwordHash });
    const token = await lastToken();
    const invalid = { code: "invalid" };
    await expect(confirmSignUp(token, {}), "by its owner, who chose no password").rejects.toMatchObject(invalid);
    await expect(confirmSignUp(token, { password: another })).rejects.toMatchObject(invalid);
    await expect(confirmSignUp(token, { cookie: "x" })).rejects.toMatchObject(invalid);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => confirmSignUp(token, { password })));
    expect(fulfilled(results)).toBe(1);
    expect(await db.account.count({ where: { email: "new@example.org" } })).toBe(1);
    expect((await letters()).map(({ to }) => to)).toEqual(["known@example.org", "new@example.org"]);
  });
});

describe("signing in", () => {
  it("knows the right password from one that differs after the 72nd byte, and from an unknown address", async () => {
    const long = `${"a quiet weir ".repeat(6)}one`;
    const { id } = await signUp({ email: "one@example.org", name: "Wren Okafor", password: long });
    expect(await checkSignIn({ email: "one@example.org", password: long }, undefined)).toEqual({ id });
    const wrong = { code: "unauthenticated" };
    const twin = `${long.slice(0, 73)}${"x".repeat(long.length - 73)}`;
    await expect(checkSignIn({ email: "one@example.org", password: twin }, undefined)).rejects.toMatchObject(wrong);
    await expect(checkSignIn({ email: "two@example.org", password: long }, undefined)).rejects.toMatchObject(wrong);
  });

  it("pauses after 10 wrong passwords for at most 15 minutes, and not on a browser that is known", async () => {
    await signUp({ email: "one@example.org", name: "Wren Okafor", password });
    const { deviceCookie } = await import("@/lib/accounts/sign-in");
    const wrong = () => checkSignIn({ email: "one@example.org", password: another }, undefined);
    const results = await Promise.allSettled(Array.from({ length: 15 }, wrong));
    const codes = results.map((result) => (result.status === "rejected" ? result.reason.code : "in"));
    expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(10);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(5);
    const right = { email: "one@example.org", password };
    const refusal = await checkSignIn(right, undefined).catch((error) => error);
    expect(refusal.code).toBe("rate_limited");
    expect(refusal.extras.retryAfter).toBeLessThanOrEqual(900);
    await checkSignIn(right, deviceCookie("one@example.org").value);
  });

  it("refuses a banned account only once its password was right", async () => {
    const { id } = await signUp({ email: "one@example.org", name: "Wren Okafor", password });
    await db.account.update({ where: { id }, data: { status: "banned" } });
    const typed = { email: "one@example.org", password };
    await expect(checkSignIn({ ...typed, password: another }, undefined)).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(checkSignIn(typed, undefined)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a new password by mail", () => {
  it("works once of 20 at the same time, ends all sessions, and the older link is dead", async () => {
    const { id } = await signUp({ email: "one@example.org", name: "Wren Okafor", password });
    await openSession(id);
    await mailPasswordReset({ email: "one@example.org" });
    const older = await lastToken();
    await mailPasswordReset({ email: "one@example.org" });
    const newer = await lastToken();
    expect(newer).not.toBe(older);
    await expect(resetPassword(older, another)).rejects.toMatchObject({ code: "not_found" });
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => resetPassword(newer, another)));
    expect(fulfilled(results)).toBe(1);
    expect(await sessionsOf(id)).toBe(0);
    expect(await checkSignIn({ email: "one@example.org", password: another }, undefined)).toEqual({ id });
  });

  it("is asked for alike for every address, and mailed only to one that has an account", async () => {
    await requestPasswordReset("nobody@example.org");
    const [row] = await sql<{ count: string }>("SELECT count(*) FROM graphile_worker._private_jobs");
    expect(row?.count).toBe("1");
    await mailPasswordReset({ email: "nobody@example.org" });
    expect(await letters()).toEqual([]);
  });

  it("stays alive at last, however often others ask for it", async () => {
    await signUp({ email: "one@example.org", name: "Wren Okafor", password });
    for (let asked = 0; asked < 9; asked++) await mailPasswordReset({ email: "one@example.org" });
    expect(await letters()).toHaveLength(5);
    await resetPassword(await lastToken(), another);
  });

  it("is dead after an hour, and after the address changed", async () => {
    const member = await makeReader({ email: "one@example.org" });
    const late = (await operatorResetLink("one@example.org"))?.split("/").at(-1) ?? "";
    await sql(`UPDATE email_tokens SET "expiresAt" = now() - interval '1 second'`);
    await expect(resetPassword(late, another)).rejects.toMatchObject({ code: "not_found" });
    const link = (await operatorResetLink(" ONE@example.org "))?.split("/").at(-1) ?? "";
    expect(await db.emailToken.count({ where: { id: tokenHash(link) } })).toBe(1);
    await mailEmailChange({ accountId: member.id, email: "two@example.org" });
    await confirmEmailChange(await lastToken());
    await expect(resetPassword(link, another)).rejects.toMatchObject({ code: "not_found" });
    expect(await operatorResetLink("nobody@example.org")).toBeNull();
  });
});

describe("one's own account", () => {
  async function member() {
    const { id } = await signUp({ email: "one@example.org", name: "Wren Okafor", password });
    const viewer = await viewerOf(id);
    if (viewer?.status !== "active") throw new Error("not active");
    return (await import("@/lib/session")).requireMember(viewer);
  }

  it("keeps an old handle for its owner for ever", async () => {
    const wren = await member();
    const { viewer } = await changeOwnAccount(wren, { handle: "wren" });
    expect(viewer.handle).toBe("wren");
    expect(await handleMovedTo("wren-okafor")).toBe("wren");
    const other = await makeReader();
    await expect(changeOwnAccount(other, { handle: "wren-okafor" })).rejects.toMatchObject({ code: "conflict" });
    expect((await signUp({ email: "two@example.org", name: "Wren Okafor", password })).handle).toBe("wren-okafor-2");
    await changeOwnAccount(wren, { handle: "wren-okafor" });
    expect(await handleMovedTo("wren")).toBe("wren-okafor");
    expect(await handleMovedTo("wren-okafor")).toBeNull();
  });

  it("refuses handles that are kept for the publication", async () => {
    const wren = await member();
    for (const handle of ["admin", "api", "m0derator"]) {
      await expect(changeOwnAccount(wren, { handle }), handle).rejects.toMatchObject({ code: "invalid" });
    }
  });

  it("takes a new password only with the current one, and ends all sessions", async () => {
    const wren = await member();
    await openSession(wren.id);
    await expect(changeOwnAccount(wren, { password: another })).rejects.toMatchObject({ code: "invalid" });
    const wrong = { password: another, currentPassword: another };
    await expect(changeOwnAccount(wren, wrong)).rejects.toMatchObject({
      extras: { errors: [{ path: "currentPassword" }] },
    });
    await changeOwnAccount(wren, { password: another, currentPassword: password });
    expect(await sessionsOf(wren.id)).toBe(0);
    await checkSignIn({ email: "one@example.org", password: another }, undefined);
  });

  it("uses a new address once it is confirmed there, and tells the old one", async () => {
    const wren = await member();
    await expect(changeOwnAccount(wren, { email: "two@example.org" })).rejects.toMatchObject({ code: "invalid" });
    const { confirm } = await changeOwnAccount(wren, { email: "two@example.org", currentPassword: password });
    expect(confirm).toBe(true);
    await mailEmailChange({ accountId: wren.id, email: "two@example.org" });
    expect((await letters()).map(({ to }) => to)).toEqual(["one@example.org", "two@example.org"]);
    expect(await db.account.findUnique({ where: { email: "one@example.org" } })).not.toBeNull();
    await confirmEmailChange(await lastToken());
    expect(await db.account.findUnique({ where: { email: "two@example.org" } })).toMatchObject({ id: wren.id });
    expect((await letters()).at(-1)?.to).toBe("one@example.org");
  });

  it("writes to no more than a few new addresses of one account", async () => {
    const wren = await member();
    const ask = (n: number) => changeOwnAccount(wren, { email: `${n}@example.org`, currentPassword: password });
    for (let n = 0; n < 5; n++) await ask(n);
    await expect(ask(5)).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("setting up", () => {
  const given = { email: "one@example.org", name: "Ewan Thackray", password };
  const token = "printed-at-the-start";

  async function printToken() {
    const hash = createHash("sha256").update(token).digest("hex");
    await db.secret.create({ data: { name: `setup_token:${hash}`, value: hash } });
  }

  it("makes one admin, however many ask at the same time", async () => {
    await printToken();
    const asked = Array.from({ length: 6 }, (_, n) => setUpFirstAdmin({ ...given, email: `n${n}@example.org`, token }));
    expect(fulfilled(await Promise.allSettled(asked))).toBe(1);
    expect(await db.account.findMany({ select: { role: true } })).toEqual([{ role: "admin" }]);
    expect(await db.secret.count({ where: { name: { startsWith: "setup_token:" } } })).toBe(0);
    await expect(setUpFirstAdmin({ ...given, token })).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses another token", async () => {
    await printToken();
    await expect(setUpFirstAdmin({ ...given, token: "guessed" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.account.count()).toBe(0);
  });
});

it("the system may bring accounts with their hashes and their day", async () => {
  const at = new Date("2024-05-01T10:00:00Z");
  const viewer = await createAccount(system(at), {
    email: "a@example.org",
    name: "Ada",
    passwordHash: "hash",
    role: "author",
  });
  expect(viewer).toMatchObject({ role: "author", createdAt: at });
});
