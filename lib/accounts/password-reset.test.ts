import { beforeEach, describe, expect, it } from "vitest";
import { tokenHash } from "@/lib/accounts/email-token";
import { lastToken, letters } from "@/lib/accounts/letters-testing";
import { confirmEmailChange, mailEmailChange } from "@/lib/accounts/own-account";
import {
  mailPasswordReset,
  operatorResetLink,
  requestPasswordReset,
  resetPassword,
} from "@/lib/accounts/password-reset";
import { checkSignIn } from "@/lib/accounts/sign-in";
import { signUp } from "@/lib/accounts/sign-up";
import { db } from "@/lib/db";
import { newId } from "@/lib/ids";
import { openSession } from "@/lib/session";
import { makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

const password = "quiet lanterns over the weir";
const another = "eleven herons and one kettle";

beforeEach(emptyDatabase);

const fulfilled = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;
const sessionsOf = (accountId: string) => db.session.count({ where: { accountId } });

describe("a new password by mail", () => {
  it("works once of 20 at the same time, ends all sessions, and the older link is dead", async () => {
    const { id } = await signUp({ email: "one@example.org", name: "Wren Okafor", password });
    await openSession(id);
    await mailPasswordReset({ letterId: newId(), email: "one@example.org" });
    const older = await lastToken();
    await mailPasswordReset({ letterId: newId(), email: "one@example.org" });
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
    await mailPasswordReset({ letterId: newId(), email: "nobody@example.org" });
    expect(await letters()).toEqual([]);
  });

  it("stays alive at last, however often others ask for it", async () => {
    await signUp({ email: "one@example.org", name: "Wren Okafor", password });
    for (let asked = 0; asked < 9; asked++) await mailPasswordReset({ letterId: newId(), email: "one@example.org" });
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
    await mailEmailChange({ letterId: newId(), accountId: member.id, email: "two@example.org" });
    await confirmEmailChange(await lastToken());
    await expect(resetPassword(link, another)).rejects.toMatchObject({ code: "not_found" });
    expect(await operatorResetLink("nobody@example.org")).toBeNull();
  });
});
