import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leash } from "../../scripts/steps/leash.mjs";
import { startPublication } from "../../scripts/steps/publication.mjs";
import { announce, here } from "../fixtures/here";

/** One web process over a Postgres of its own, which can be killed in the middle of anything and comes back at the same address. */
export interface Mortal {
  kill(): Promise<void>;
  revive(): Promise<void>;
  end(): Promise<void>;
}

export async function publicationToKill(): Promise<Mortal> {
  const usual = here();
  const folder = mkdtempSync(join(tmpdir(), "rejoinder-chaos-"));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, "data");
  const postgres = leash(process.execPath, [join(import.meta.dirname, "../faults/own-postgres.mjs"), dataDir], {
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
  const web = join(folder, "web");
  let running = await startPublication({ dataDir: web, env });
  announce({ ...usual, dataDir, databaseUrl, url: running.url, otherUrl: running.url });
  return {
    async kill() {
      for (const pid of childrenOf(running.pid)) process.kill(pid, "SIGKILL");
      await running.stop();
    },
    async revive() {
      running = await startPublication({ dataDir: web, port: running.port, env });
    },
    async end() {
      announce(usual);
      await running.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number | undefined): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
}
