import { chmodSync, lstatSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/server/migrations";
import { holdPostgres } from "@/server/postgres/embedded";
import { withClient } from "@/server/secrets";

declare module "vitest" {
  export interface ProvidedContext {
    /** The migrated database that every test file gets a copy of. Nobody may stay connected to it. */
    template: string;
  }
}

// Nothing of a test need survive a power cut.
const careless = ["fsync", "synchronous_commit", "full_page_writes"];

/** Starts an embedded Postgres of this run's own, migrates the template once, and stops it at the end, even after kill -9. */
export default async function run(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root;
  const folder = mkdtempSync(join(tmpdir(), "rejoinder-test-"));
  // As root, Postgres runs as another account, which must be able to walk in.
  chmodSync(folder, 0o711);
  const held = await holdPostgres(root, join(folder, "data"));
  await withClient(held.url, async (client) => {
    for (const name of careless) await client.query(`ALTER SYSTEM SET ${name} = off`);
    await client.query("SELECT pg_reload_conf()");
  });
  await migrate(held.url, join(root, "prisma/migrations"));
  project.provide("template", held.url);
  return async () => {
    await held.release();
    removeAll(join(folder, "data", "postgres"));
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Where the clone cannot be read by the account of Postgres, the data is elsewhere and linked to. */
function removeAll(data: string): void {
  if (lstatSync(data).isSymbolicLink()) rmSync(dirname(readlinkSync(data)), { recursive: true, force: true });
}
