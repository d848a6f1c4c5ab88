import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { databaseUrl } from "@/prisma/testing";
import { bundling } from "@/scripts/steps/bundle.mjs";

const root = join(import.meta.dirname, "../..");

/** Workers in processes of their own over the database of this test file, which can be killed. */
export async function workersToKill() {
  mkdirSync(join(root, ".build"), { recursive: true });
  // Within the clone, so that packages are found.
  const folder = mkdtempSync(join(root, ".build/worker-"));
  await build(bundling([{ in: join(root, "server/worker/worker-alone.ts"), out: "worker" }], folder));
  const script = `const { workAlone } = await import(${JSON.stringify(join(folder, "worker.mjs"))}); await workAlone();`;
  return {
    start: (env: Record<string, string> = {}): ChildProcess =>
      spawn(process.execPath, ["--input-type=module", "-e", script], {
        cwd: root,
        env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: "silent", ...env },
        stdio: "ignore",
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Ends it as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
