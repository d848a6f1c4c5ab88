import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUrlOf, startPublication } from "../scripts/steps/publication.mjs";
import { announce } from "./fixtures/here";

/** The demonstration publication, twice over one database, as `npm start` starts it behind one proxy. */
export default async function publication(): Promise<(() => Promise<void>) | undefined> {
  // Somebody who works on a journey keeps one running.
  if (process.env.PUBLICATION_UNDER_TEST) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "rejoinder-e2e-"));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, "data");
  const states = join(folder, "states");
  mkdirSync(states);
  const password = `demo-${randomBytes(9).toString("base64url")}`;
  const env = { DEMO_PASSWORD: password, TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "warn", NODE_ENV: "" };
  const first = await startPublication({ dataDir, env });
  const second = await startPublication({ dataDir, env });
  announce({ url: first.url, otherUrl: second.url, dataDir, states, password, databaseUrl: databaseUrlOf(dataDir) });
  return async () => {
    await Promise.all([first.stop(), second.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
