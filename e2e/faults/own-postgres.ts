import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leash } from "../../scripts/steps/leash.mjs";

/** A Postgres of nobody's in a folder of its own, which a test may stop; and what publications over it are started with. */
export async function ownPostgres(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `rejoinder-${name}-`));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, "data");
  const postgres = leash(process.execPath, [join(import.meta.dirname, "own-postgres.mjs"), dataDir], {
    stdout: "pipe",
  });
  const databaseUrl = await new Promise<string>((resolve, reject) => {
    let said = "";
    postgres.child.stdout?.on("data", (chunk) => {
      said += chunk;
      const url = /listening (\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
    postgres.ended.then((code) => reject(new Error(`Postgres did not start (${code}): ${said}`)), reject);
  });
  const env = { DATABASE_URL: databaseUrl, TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "fatal", NODE_ENV: "" };
  return { folder, dataDir, databaseUrl, postgres, env };
}
