import { beforeEach, describe, expect, it } from "vitest";
import { lastToken, letters } from "@/lib/accounts/letters-testing";
import { changeOwnAccount, confirmEmailChange, mailEmailChange } from "@/lib/accounts/own-account";
import { handleMovedTo } from "@/lib/accounts/queries";
import { checkSignIn } from "@/lib/accounts/sign-in";
import { signUp } from "@/lib/accounts/sign-up";
import { db } from "@/lib/db";
import { newId } from "@/lib/ids";
import { openSession, viewerOf } from "@/lib/session";
import { makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

const password = "quiet lanterns over the weir";
const another = "eleven herons and one kettle";

beforeEach(emptyDatabase);

const sessionsOf = (accountId: string) => db.session.count({ where: { accountId } });

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
    await mailEmailChange({ letterId: newId(), accountId: wren.id, email: "two@example.org" });
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
