import { spawn } from "node:child_process";
import { inRoot } from "./root.mjs";

// The command runs in a group of its own, whose shell reads a pipe that we hold: when we are gone, by whatever death,
// the reading ends and the command is told to stop, and 15 s later its whole group is killed.
const script = `
exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
{
  cat <&3 >/dev/null
  kill -TERM "$child" 2>/dev/null
  tenths=0
  while kill -0 "$child" 2>/dev/null && [ "$tenths" -lt 150 ]; do sleep 0.1; tenths=$((tenths + 1)); done
  kill -KILL 0
} &
exec 3<&-
wait "$child" 2>/dev/null
status=$?
trap '' TERM
kill -TERM 0
exit "$status"
`;

const held = new Set();

/** Runs a command that cannot outlive this process. `ended` resolves to its exit code; `stop` asks it to end and waits. */
export function leash(command, args, { env = {}, stdout = "inherit", stderr = "inherit" } = {}) {
  const child = spawn("/bin/sh", ["-c", script, "leash", command, ...args], {
    cwd: inRoot(),
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["pipe", stdout, stderr],
  });
  child.stdin.on("error", () => undefined);
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  held.add(stop);
  void ended.catch(() => undefined).finally(() => held.delete(stop));
  return { child, ended, stop };
}

/** Ends every command on a leash of this process, and waits until it has. */
export async function letGo() {
  await Promise.allSettled([...held].map((stop) => stop()));
}
