import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { changeAccount } from "@/lib/moderation/people/account-change";
import { openSession } from "@/lib/session";
import { makeAccount, makeAdmin, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

const fulfilled = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;
const sessionsOf = (accountId: string) => db.session.count({ where: { accountId } });

beforeEach(emptyDatabase);

describe("roles and statuses", () => {
  it("keeps the last admin, also when two admins remove one another at the same time", async () => {
    const [one, two] = [await makeAdmin(), await makeAdmin()];
    const results = await Promise.allSettled([
      changeAccount(one, two.id, { role: "reader" }),
      changeAccount(two, one.id, { role: "reader" }),
    ]);
    expect(fulfilled(results)).toBe(1);
    const left = await db.account.findFirstOrThrow({ where: { role: "admin" } });
    const last = left.id === one.id ? one : two;
    await expect(changeAccount(last, last.id, { role: "editor" })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeAccount(last, last.id, { status: "banned" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("signs out at once whoever is suspended or banned, and writes down who did it", async () => {
    const moderator = await makeModerator();
    const reader = await makeReader();
    await openSession(reader.id);
    await changeAccount(moderator, reader.id, { status: "suspended" });
    expect(await sessionsOf(reader.id)).toBe(0);
    expect(await db.event.findFirst({ where: { type: "account.sanctioned" } })).toMatchObject({
      actorId: moderator.id,
      subject: reader.id,
      data: { before: "active", after: "suspended", kind: "suspend", reason: "other" },
    });
  });

  it("does not let a moderator act who has just lost the office", async () => {
    const moderator = await makeModerator();
    const reader = await makeReader();
    await changeAccount(await makeAdmin(), moderator.id, { role: "reader" });
    await expect(changeAccount(moderator, reader.id, { status: "banned" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("takes a measure for each silence, and ends it for each return", async () => {
    const [admin, reader] = [await makeAdmin(), await makeReader()];
    const open = () =>
      db.sanction.findMany({ where: { accountId: reader.id, endedAt: null }, select: { kind: true, reason: true } });
    for (const [status, kinds] of [
      ["suspended", ["suspend"]],
      ["banned", ["suspend", "ban"]],
      ["suspended", ["suspend"]],
      ["active", []],
      ["active", []],
    ] as const) {
      expect((await changeAccount(admin, reader.id, { status })).status).toBe(status);
      expect((await open()).map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
    }
  });

  it("lets back somebody who was silenced before measures had rows", async () => {
    const admin = await makeAdmin();
    for (const status of ["suspended", "banned"] as const) {
      const { id } = await makeAccount({ status });
      expect((await changeAccount(admin, id, { status: "suspended" })).status).toBe("suspended");
      expect((await changeAccount(admin, id, { status: "active" })).status).toBe("active");
    }
  });
});
