import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { lastToken, letters } from "@/lib/accounts/letters-testing";
import { createAccount } from "@/lib/accounts/mutations";
import { hashPassword } from "@/lib/accounts/password";
import { confirmSignUp, mailSignUp, setUpFirstAdmin, signUp } from "@/lib/accounts/sign-up";
import { system } from "@/lib/actor";
import { db } from "@/lib/db";
import { newId } from "@/lib/ids";
import { makeAccount, makeAuthor } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

const password = "quiet lanterns over the weir";
const another = "eleven herons and one kettle";

beforeEach(emptyDatabase);

const fulfilled = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;

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
    await mailSignUp({ letterId: newId(), email: "known@example.org", name: "Wren", passwordHash });
    expect(await lastToken()).toBe("");
    await mailSignUp({ letterId: newId(), email: "new@example.org", name: "Wren", passwordHash });
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
