import { beforeEach, expect, test } from "vitest";
import { changeOwnAccount } from "@/lib/accounts/own-account";
import { hashPassword } from "@/lib/accounts/password";
import { requestSignUp, signUp } from "@/lib/accounts/sign-up";
import { makeReader } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

const password = "nine green bottles hang";

beforeEach(async () => {
  await emptyDatabase();
  await sql(
    `INSERT INTO rule_versions (number, document, addresses) VALUES (1, '', '{minutes.example,xn--bcher-kva.example}')`,
  );
});

for (const email of ["a@minutes.example", "a@sub.minutes.example", "a@bücher.example"])
  test(`${email} is refused at sign-up, with a mail server and without one`, async () => {
    const given = { email, name: "Somebody", password };
    await expect(signUp(given)).rejects.toMatchObject({ code: "invalid", extras: { errors: [{ path: "email" }] } });
    await expect(requestSignUp(given)).rejects.toMatchObject({ code: "invalid" });
  });

test("it is refused as a new address of an account too", async () => {
  const reader = await makeReader({ passwordHash: await hashPassword(password) });
  const change = { email: "a@minutes.example", currentPassword: password };
  await expect(changeOwnAccount(reader, change)).rejects.toMatchObject({ code: "invalid" });
});

test("another address is taken, and rules that only run in shadow list none", async () => {
  await sql(`INSERT INTO rule_versions (number, document, mode, addresses) VALUES (2, '', 'shadow', '{kept.example}')`);
  expect(await signUp({ email: "a@kept.example", name: "Somebody", password })).toMatchObject({ name: "Somebody" });
  expect(await signUp({ email: "a@notminutes.example", name: "Another", password })).toMatchObject({ name: "Another" });
});
