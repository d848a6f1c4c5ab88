import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { leash } from "./leash.mjs";
import { inRoot } from "./root.mjs";

const patience = 240_000;

/**
 * A publication started as `npm start` starts it, in a process that ends when this one does. Resolves when it is ready.
 * Two over one `dataDir` are two web processes over one embedded Postgres.
 */
export async function startPublication({ dataDir, port, env = {} }) {
  const chosen = port ?? (await freePort());
  const own = {
    DATA_DIR: dataDir,
    PORT: String(chosen),
    HOST: "127.0.0.1",
    SITE_URL: "",
    SMTP_URL: "",
    DATABASE_URL: "",
  };
  const { child, ended, stop } = leash(process.execPath, [inRoot("scripts/start.mjs")], {
    env: { ...own, ...env },
    stdout: "pipe",
    stderr: "pipe",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said = (said + chunk).slice(-50_000);
    });
  }
  const url = `http://localhost:${chosen}`;
  const gone = ended.then((code) => {
    throw new Error(`The publication ended with ${code} before it was ready:\n${said}`);
  });
  gone.catch(() => undefined);
  await Promise.race([gone, ready(url, () => said)]);
  return { url, port: chosen, pid: child.pid, said: () => said, stop };
}

async function ready(url, said) {
  for (const until = performance.now() + patience; performance.now() < until; await pause(100)) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`The publication was not ready within ${patience / 1000} s:\n${said()}`);
}

/** Where the embedded Postgres of a data folder listens at this moment, and its password. */
export function databaseUrlOf(dataDir) {
  const port = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8")
    .split("\n")[3]
    ?.trim();
  const password = readFileSync(join(dataDir, "postgres-password"), "utf8").trim();
  return `postgresql://rejoinder:${password}@127.0.0.1:${port}/rejoinder`;
}

/** A port on which nothing listens at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
