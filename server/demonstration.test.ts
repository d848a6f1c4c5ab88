import { expect, test } from "vitest";
import { databaseUrl, sql } from "@/prisma/testing";
import { demonstrate, wantsDemonstration } from "@/server/demonstration";

const account = (name: string) =>
  sql(
    `INSERT INTO accounts (id, email, handle, name, "passwordHash") VALUES (gen_random_uuid(), $1 || '@x.example', $1, $1, 'x')`,
    [name],
  );

test("a demonstration that was cut in the middle is emptied and made again, and a finished one never", async () => {
  await expect(
    demonstrate(databaseUrl, async () => {
      await account("half");
      throw new Error("killed");
    }),
  ).rejects.toThrow("killed");
  expect(await wantsDemonstration(databaseUrl)).toBe(true);

  let made = 0;
  const seed = async () => {
    made++;
    await account("whole");
  };
  await Promise.all([demonstrate(databaseUrl, seed), demonstrate(databaseUrl, seed)]);
  expect(made).toBe(1);
  expect(await sql("SELECT handle FROM accounts")).toEqual([{ handle: "whole" }]);
  expect(await sql("SELECT id FROM settings")).toEqual([{ id: 1 }]);
  expect(await wantsDemonstration(databaseUrl)).toBe(false);
});
