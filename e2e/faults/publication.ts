import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leash } from "../../scripts/steps/leash.mjs";
import { startPublication } from "../../scripts/steps/publication.mjs";
import { announce, here } from "../fixtures/here";

/** Two processes over a Postgres of nobody's, which can be stopped; the one under test before is back once the answer is called. */
export async function publicationToBreak(): Promise<() => Promise<void>> {
  const usual = here();
  const folder = mkdtempSync(join(tmpdir(), "rejoinder-faults-"));
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
  const first = await startPublication({ dataDir: join(folder, "first"), env });
  const second = await startPublication({ dataDir: join(folder, "second"), env });
  announce({ ...usual, dataDir, databaseUrl, url: first.url, otherUrl: second.url });
  return async () => {
    announce(usual);
    await Promise.all([first.stop(), second.stop()]);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
