import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, expect, inject } from "vitest";
import { processState } from "@/lib/process-state";

// Runs before the imports of each test file (vitest.config.ts): a database and an environment of its own.

const template = inject("template");
const name = `test_${randomBytes(6).toString("hex")}`;
const folder = mkdtempSync(join(tmpdir(), "rejoinder-file-"));

/** The database of this test file: migrated, otherwise empty. */
export const databaseUrl = urlOf(name);

await administer(`CREATE DATABASE ${name} TEMPLATE ${new URL(template).pathname.slice(1)}`);

for (const unset of ["SITE_URL", "SMTP_URL", "MAIL_FROM", "DATABASE_DIRECT_URL", "TRUSTED_PROXY_HOPS", "HOST"]) {
  delete process.env[unset];
}
Object.assign(process.env, {
  DATABASE_URL: databaseUrl,
  DATABASE_POOL: "10",
  DATA_DIR: folder,
  PORT: "3000",
  AUTH_SECRET: "a secret of the tests, thirty-two characters",
  NEXTAUTH_SECRET: "a secret of the tests, thirty-two characters",
  INSTALLATION_ID: "testing0",
  LOG_LEVEL: process.env.TEST_LOG_LEVEL || "silent",
});

afterAll(async () => {
  await processState().prisma?.$disconnect();
  await processState().pool?.end();
  await administer(`DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

/** Everything away but the publication's settings, which go back to what an installation begins with. */
export async function emptyDatabase(): Promise<void> {
  await sql(`
    DO $$ BEGIN
      EXECUTE (
        SELECT 'TRUNCATE ' || string_agg(format('%I', tablename), ', ') || ' CASCADE'
        FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      );
    END $$`);
  await sql(`INSERT INTO settings ("id") VALUES (1)`);
  await sql("DELETE FROM graphile_worker._private_jobs");
}

/** What a promise is rejected with that the domain refuses. */
export const refused = (code: string) => expect.objectContaining({ name: "AppError", code });

/** Plain SQL beside the product, on a connection of its own, as an operator's psql would be. */
export async function sql<Row extends object = Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return connected(databaseUrl, async (client) => (await client.query<Row>(text, values)).rows);
}

function urlOf(database: string): string {
  const url = new URL(template);
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(statement: string): Promise<void> {
  await connected(urlOf("postgres"), (client) => client.query(statement));
}

async function connected<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
