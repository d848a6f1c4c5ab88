import { spawn } from "node:child_process";
import { closeSync, constants, openSync, renameSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Place } from "@/server/postgres/place";

/**
 * Runs in a session of its own. Its standard input is the reading end of a FIFO that every instance holds open for
 * writing: when the last of them is gone, by whatever death, the reading ends and Postgres is told to stop. A Postgres
 * that dies meanwhile is started again. One that finds another server on the same data leaves the field to it.
 * `of-{pid}` tells who watches over the server with that number, and which FIFO. The FIFO is renamed, not removed, so
 * that its number is not given to the next one.
 */
const script = String.raw`
postgres=$1 data=$2 port=$3 run=$4 fifo=$5
exec 4<&0 </dev/null
server= stopping=
trap 'stopping=1; if [ -n "$server" ]; then kill -INT "$server"; fi' TERM INT HUP
{
  cat <&4 >/dev/null
  mv "$run/alive" "$run/gone" 2>/dev/null
  kill -TERM $$ 2>/dev/null || kill -INT "$(head -n 1 "$data/postmaster.pid")" 2>/dev/null
  tenths=0
  while [ -e "$data/postmaster.pid" ] && [ "$tenths" -lt 100 ]; do sleep 0.1; tenths=$((tenths + 1)); done
  if [ -e "$data/postmaster.pid" ]; then kill -QUIT "$(head -n 1 "$data/postmaster.pid")"; fi
} &
watcher=$!
exec 4<&-
while [ -z "$stopping" ]; do
  "$postgres" -D "$data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c password_encryption=scram-sha-256 -c timezone=UTC -c log_timezone=UTC -c jit=off -c log_min_messages=warning &
  server=$!
  echo "$$ $fifo" >"$run/of-$server"
  while kill -0 "$server" 2>/dev/null; do wait "$server"; done
  rm -f "$run/of-$server"
  if [ -z "$stopping" ]; then
    owner=$(head -n 1 "$data/postmaster.pid" 2>/dev/null)
    if [ -n "$owner" ] && [ "$owner" != "$server" ] && kill -0 "$owner" 2>/dev/null; then kill "$watcher"; exit 0; fi
    sleep 1
  fi
done
`;

const logLimit = 5_000_000;

/** Starts the supervisor. The caller holds the FIFO open, so that opening its reading end does not wait. */
export function supervise(place: Place, fifo: string, port: number): void {
  const logFile = join(place.run, "log");
  const output = openSync(logFile, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND, 0o600);
  if (statSync(logFile).size > logLimit) truncateSync(logFile);
  const scriptFile = join(place.run, "supervise.sh");
  // Renamed into its place: a shell reads its script as it goes, and one may be running.
  writeFileSync(`${scriptFile}.${process.pid}`, script);
  renameSync(`${scriptFile}.${process.pid}`, scriptFile);
  const reading = openSync(fifo, constants.O_RDONLY);
  try {
    const child = spawn(
      "/bin/sh",
      [scriptFile, join(place.bin, "postgres"), place.data, String(port), place.run, String(statSync(fifo).ino)],
      {
        ...place.account,
        cwd: "/",
        detached: true,
        stdio: [reading, output, output],
        env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/local/bin:/usr/bin:/bin", NODE_ENV: "production" },
      },
    );
    child.on("error", () => undefined);
    child.unref();
  } finally {
    closeSync(reading);
    closeSync(output);
  }
}

/** A port on which nothing listens: `wished` if it is free. */
export function freePort(wished: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wished ? resolve(freePort(undefined)) : reject(error)));
    probe.listen(wished ?? 0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
