import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { db, transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { databaseUrl, emptyDatabase, sql } from "@/prisma/testing";

afterEach(emptyDatabase);

const person = () => ({ id: randomUUID(), email: "ada@example.org", handle: "ada", name: "Ada", passwordHash: "x" });

describe("a test file's own database", () => {
  test("is migrated and has the settings of a new installation", async () => {
    expect(await db.settings.count()).toBe(1);
    expect(await db.account.count()).toBe(0);
  });

  test("is the one that the product reads", async () => {
    expect(process.env.DATABASE_URL).toBe(databaseUrl);
    await db.account.create({ data: person() });
    expect(await sql<{ handle: string }>("SELECT handle FROM accounts")).toEqual([{ handle: "ada" }]);
  });

  test("loses everything between tests", async () => {
    expect(await sql("SELECT 1 FROM accounts")).toEqual([]);
  });

  test("takes jobs inside a transaction, and forgets them when it fails", async () => {
    const work = transaction(async () => {
      await db.account.create({ data: person() });
      await enqueue("sweep", {});
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await sql("SELECT 1 FROM accounts UNION ALL SELECT 1 FROM graphile_worker.jobs")).toEqual([]);
    await enqueue("sweep", {});
    expect(await sql("SELECT task_identifier FROM graphile_worker.jobs")).toEqual([{ task_identifier: "sweep" }]);
  });
});
