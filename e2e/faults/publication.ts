import { rmSync } from "node:fs";
import { join } from "node:path";
import { startPublication } from "../../scripts/steps/publication.mjs";
import { announce, here } from "../fixtures/here";
import { ownPostgres } from "./own-postgres";

/** Two processes over a Postgres of nobody's, which can be stopped; the one under test before is back once the answer is called. */
export async function publicationToBreak(): Promise<() => Promise<void>> {
  const usual = here();
  const { folder, dataDir, databaseUrl, postgres, env } = await ownPostgres("faults");
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
