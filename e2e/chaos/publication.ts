import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startPublication } from "../../scripts/steps/publication.mjs";
import { ownPostgres } from "../faults/own-postgres";
import { announce, here } from "../fixtures/here";

/** One web process over a Postgres of its own, which can be killed in the middle of anything and comes back at the same address. */
export interface Mortal {
  kill(): Promise<void>;
  /** With other settings than before, where some are given. */
  revive(changed?: Record<string, string>): Promise<void>;
  end(): Promise<void>;
}

export async function publicationToKill(settings: Record<string, string> = {}): Promise<Mortal> {
  const usual = here();
  const { folder, dataDir, databaseUrl, postgres, env: own } = await ownPostgres("chaos");
  const web = join(folder, "web");
  const env = { ...own, ...settings };
  let running = await startPublication({ dataDir: web, env });
  announce({ ...usual, dataDir, databaseUrl, url: running.url, otherUrl: running.url });
  return {
    async kill() {
      for (const pid of childrenOf(running.pid)) process.kill(pid, "SIGKILL");
      await running.stop();
    },
    async revive(changed = {}) {
      running = await startPublication({ dataDir: web, port: running.port, env: { ...env, ...changed } });
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
