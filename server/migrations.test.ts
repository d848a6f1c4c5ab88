import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { databaseUrl, sql } from "@/prisma/testing";
import { migrate, migrationsIn } from "@/server/migrations";

let folder: string;
let round = 0;

function write(name: string, text: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), text);
}

const booked = (name: string) =>
  sql(`SELECT finished_at, rolled_back_at FROM "_prisma_migrations" WHERE migration_name = $1 ORDER BY started_at`, [
    name,
  ]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rejoinder-migrations-"));
  round++;
});

test("what this version brings is in place, under its own names", async () => {
  const names = migrationsIn(join(import.meta.dirname, "../prisma/migrations"));
  expect(names.length).toBeGreaterThan(0);
  const rows = await sql<{ name: string }>(`SELECT migration_name AS name FROM "_prisma_migrations"`);
  expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(names));
});

test("a migration is applied once, and its line in the books is complete", async () => {
  const name = `9000_once_${round}`;
  write(name, `CREATE TABLE once_${round} (id int); INSERT INTO once_${round} VALUES (1);`);
  expect(await migrate(databaseUrl, folder)).toEqual([name]);
  expect(await migrate(databaseUrl, folder)).toEqual([]);
  expect(await booked(name)).toMatchObject([{ finished_at: expect.any(Date), rolled_back_at: null }]);
});

test("of two processes that start together one migrates, and both go on", async () => {
  const name = `9000_race_${round}`;
  write(name, `CREATE TABLE race_${round} (id int); SELECT pg_sleep(0.2);`);
  const done = await Promise.all([
    migrate(databaseUrl, folder),
    migrate(databaseUrl, folder),
    migrate(databaseUrl, folder),
  ]);
  expect(done.flat()).toEqual([name]);
});

describe("a migration that was cut in the middle", () => {
  test("leaves nothing half, and runs again", async () => {
    const name = `9000_cut_${round}`;
    write(name, `CREATE TABLE cut_${round} (id int); SELECT pg_sleep(20);`);
    const running = migrate(databaseUrl, folder);
    const failed = expect(running).rejects.toThrow();
    await expect
      .poll(() =>
        sql(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(20)%' AND pid <> pg_backend_pid()",
        ),
      )
      .not.toEqual([]);
    await failed;
    expect(await sql(`SELECT to_regclass('cut_${round}') AS there`)).toEqual([{ there: null }]);
    write(name, `CREATE TABLE cut_${round} (id int);`);
    expect(await migrate(databaseUrl, folder)).toEqual([name]);
  });

  test("by another tool, is begun anew", async () => {
    const name = `9000_other_${round}`;
    write(name, `CREATE TABLE other_${round} (id int);`);
    await sql(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, 'x', $1)`, [name]);
    expect(await migrate(databaseUrl, folder)).toEqual([name]);
    expect(await booked(name)).toHaveLength(2);
  });
});

test("a migration that fails says so in words, and the next start tries it again", async () => {
  const name = `9000_fails_${round}`;
  write(name, "SELECT 1/0;");
  await expect(migrate(databaseUrl, folder)).rejects.toThrow(
    `The migration ${name} failed, and nothing of it was kept`,
  );
  expect(await booked(name)).toEqual([]);
});
