import { leash } from "./leash.mjs";
import { OperatorError } from "./say.mjs";

// Nothing reaches out from the tools: no telemetry, no version checks, no downloads.
const quiet = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
  npm_config_update_notifier: "false",
};

/** Runs a tool to its end; what it said is shown only when it failed. */
export function run(command, args, { env = {}, what = command } = {}) {
  return new Promise((resolve, reject) => {
    const { child } = leash(command, args, { env: { ...quiet, ...env }, stdout: "pipe", stderr: "pipe" });
    let said = "";
    const hear = (chunk) => {
      said = (said + chunk).slice(-20_000);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(said);
      else reject(new OperatorError(`${what} failed (${signal ?? `exit ${code}`}):\n\n${said.trim()}`));
    });
  });
}
