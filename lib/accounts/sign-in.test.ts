import { beforeEach, describe, expect, it } from "vitest";
import { checkSignIn } from "@/lib/accounts/sign-in";
import { signUp } from "@/lib/accounts/sign-up";
import { db } from "@/lib/db";
import { emptyDatabase } from "@/prisma/testing";

const password = "quiet lanterns over the weir";
const another = "eleven herons and one kettle";

beforeEach(emptyDatabase);

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
