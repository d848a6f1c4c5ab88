import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { databaseUrl, sql } from "@/prisma/testing";
import { agreeOnSecrets, isEmpty, makeSetupToken } from "@/server/secrets";

test("processes that start together agree on one secret and one name", async () => {
  const agreed = await Promise.all(Array.from({ length: 8 }, () => agreeOnSecrets(databaseUrl)));
  expect(new Set(agreed.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(agreed[0]?.installationId).toMatch(/^[a-z0-9]{8}$/);
});

test("a setup token is stored as its hash alone, and the ones that were printed before stay good", async () => {
  const [first, second] = [await makeSetupToken(databaseUrl, undefined), await makeSetupToken(databaseUrl, "given")];
  const rows = await sql<{ name: string }>("SELECT name FROM secrets WHERE name LIKE 'setup_token:%'");
  const hashes = [first, second].map((token) => `setup_token:${createHash("sha256").update(token).digest("hex")}`);
  expect(rows.map((row) => row.name).sort()).toEqual(hashes.sort());
  expect(second).toBe("given");
});

test("a database without accounts is empty", async () => {
  expect(await isEmpty(databaseUrl)).toBe(true);
});
