import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { Client } from "pg";
import { OperatorError } from "@/server/operator-error";

// Prisma's own table, to the letter, so that `prisma migrate deploy` and `status` agree with what is done here.
const bookkeeping = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** The number that Prisma's own tool locks, so that the two never migrate at the same time. */
const lock = 72707369;

/** The names of the migrations in a folder, in the order in which they are applied. */
export function migrationsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
}

/**
 * Applies what is not applied yet, graphile-worker's tables too, and answers the names. One process at a time, by an advisory lock.
 * Each migration and its line in the books are one transaction: cut in the middle, it was never there, and runs again next time.
 */
export async function migrate(databaseUrl: string, folder: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    await client.query(bookkeeping);
    const applied = await appliedOn(client);
    const missing = migrationsIn(folder).filter((name) => !applied.has(name));
    for (const name of missing) await apply(client, name, readFileSync(join(folder, name, "migration.sql"), "utf8"));
    await runMigrations({ connectionString: databaseUrl });
    return missing;
  } finally {
    await client.end();
  }
}

async function appliedOn(client: Client): Promise<Set<string>> {
  // What another tool began and never finished: we hold the lock, so nobody is at it any more.
  await client.query(
    `UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  );
  const { rows } = await client.query<{ migration_name: string }>(
    `SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Set(rows.map((row) => row.migration_name));
}

async function apply(client: Client, name: string, sql: string): Promise<void> {
  const checksum = createHash("sha256").update(sql).digest("hex");
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new OperatorError(
      `The migration ${name} failed, and nothing of it was kept:\n\n${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
