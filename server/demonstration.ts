import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isEmpty, withClient } from "@/server/secrets";

/** One instance at a time fills an empty database. */
const lock = 72707370;
const marker = "demonstration";

/** The password of the demonstration's accounts: random for each installation, kept beside the data, or as the operator wishes. */
export function demoPassword(dataDir: string, wished: string | undefined): string {
  const file = join(dataDir, "demo-password");
  if (wished) {
    writeFileSync(file, `${wished}\n`, { mode: 0o600 });
    return wished;
  }
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${randomBytes(9).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Another instance that starts at the same moment made it.
      if (!existsSync(file)) throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
}

/** Whether a demonstration is to be made: nobody is here yet, or making it was cut in the middle. */
export async function wantsDemonstration(databaseUrl: string): Promise<boolean> {
  return (await isEmpty(databaseUrl)) || (await stage(databaseUrl)) === "begun";
}

/** Fills an empty embedded database by `seed`, once, whatever else starts at the same moment; half a demonstration is emptied first. */
export async function demonstrate(databaseUrl: string, seed: () => Promise<void>): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    if (!(await wantsDemonstration(databaseUrl))) return;
    if ((await stage(databaseUrl)) === "begun") await empty(databaseUrl);
    await client.query("INSERT INTO secrets (name, value) VALUES ($1, 'begun') ON CONFLICT DO NOTHING", [marker]);
    await seed();
    await client.query("UPDATE secrets SET value = 'done' WHERE name = $1", [marker]);
  });
}

function stage(databaseUrl: string): Promise<string | undefined> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ value: string }>("SELECT value FROM secrets WHERE name = $1", [marker]);
    return rows[0]?.value;
  });
}

/** Only before anybody could be served, so nothing of anybody's is in it. */
async function empty(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'secrets')`,
    );
    // Append-only tables refuse deletion, by triggers; a demonstration that was never shown has no history to protect.
    await client.query("SET session_replication_role = replica");
    await client.query(`TRUNCATE ${rows.map((row) => row.name).join(", ")} CASCADE`);
    await client.query("INSERT INTO settings (id) VALUES (1)");
    await client.query("DELETE FROM graphile_worker._private_jobs");
  });
}
