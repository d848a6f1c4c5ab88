import { spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { OperatorError } from "@/server/operator-error";
import { makeCluster, password, superuser } from "@/server/postgres/cluster";
import { findPlace, type Place } from "@/server/postgres/place";
import { freePort, supervise } from "@/server/postgres/supervisor";

const database = "rejoinder";
const patience = 60_000;

/** An embedded Postgres that this process holds: it stops when the last process that holds it has gone. */
export interface Held {
  url: string;
  /** Brings it back, on the same port, if it and its supervisor were both killed. */
  revive(): Promise<void>;
  /** Lets go, and waits for its end if this was the last holder. */
  release(): Promise<void>;
}

/** Starts the embedded Postgres, or joins the one that another instance of this clone runs. */
export async function holdPostgres(root: string, dataDir: string): Promise<Held> {
  const place = findPlace(root, dataDir);
  makeCluster(place);
  let { fifo, port } = await joinOrStart(place, undefined);
  const url = `postgresql://${superuser}:${password(place)}@127.0.0.1:${port}/${database}`;
  await makeDatabase(place, port);
  let released = false;
  return {
    url,
    async revive() {
      if (released) return;
      const before = fifo;
      ({ fifo, port } = await joinOrStart(place, port));
      // Only now: the last to let go stops it.
      closeSync(before);
    },
    async release() {
      if (released) return;
      released = true;
      closeSync(fifo);
      await waitForEnd(place);
    },
  };
}

async function joinOrStart(place: Place, wished: number | undefined): Promise<{ fifo: number; port: number }> {
  const alive = join(place.run, "alive");
  const until = performance.now() + patience;
  let fifo = openFifo(place, alive);
  let supervised = 0;
  let orphaned = 0;
  for (; performance.now() < until; await pause(25)) {
    if (!sameFile(fifo, alive)) {
      closeSync(fifo);
      fifo = openFifo(place, alive);
    }
    const ours = fstatSync(fifo).ino;
    const server = runningServer(place);
    if (!server) {
      if (supervised !== ours) supervise(place, alive, await freePort(wished));
      supervised = ours;
    } else if (watchedThrough(place, server.pid, ours)) {
      orphaned = 0;
      if (await answers(place, server.port)) return { fifo, port: server.port };
    } else if (++orphaned % 80 === 0) {
      // Its supervisor was killed, so nobody would ever stop it.
      process.kill(server.pid, "SIGINT");
    }
  }
  throw new OperatorError(
    `The database did not start within a minute. Its last words, in ${join(place.run, "log")}:\n\n${lastWords(place)}`,
  );
}

/** Whether the supervisor of that server lives and watches our FIFO. If not, the server is about to stop, or an orphan. */
function watchedThrough(place: Place, server: number, fifo: number): boolean {
  const note = join(place.run, `of-${server}`);
  if (!existsSync(note)) return false;
  const [supervisor, watched] = readFileSync(note, "utf8").trim().split(" ").map(Number);
  return watched === fifo && Boolean(supervisor) && isAlive(supervisor ?? 0);
}

function isAlive(pid: number): boolean {
  // In a container that nobody tidies, the dead keep their number: Z.
  const stat = `/proc/${pid}/stat`;
  if (existsSync(stat) && readFileSync(stat, "utf8").split(") ")[1]?.startsWith("Z")) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function openFifo(place: Place, alive: string): number {
  if (!existsSync(alive)) {
    spawnSync("mkfifo", ["-m", "600", alive]);
    if (place.account && existsSync(alive)) chownSync(alive, place.account.uid, place.account.gid);
  }
  return openSync(alive, constants.O_RDWR);
}

function sameFile(fd: number, path: string): boolean {
  return existsSync(path) && statSync(path).ino === fstatSync(fd).ino;
}

/** What postmaster.pid tells; a file left by a dead server whose number another program has now is removed. */
function runningServer(place: Place): { pid: number; port: number } | undefined {
  const file = join(place.data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (pid > 1 && isPostgres(pid)) return { pid, port: Math.max(0, port) };
  if (pid > 1) rmSync(file, { force: true });
  return undefined;
}

function isPostgres(pid: number): boolean {
  const name = existsSync("/proc/self/comm")
    ? existsSync(`/proc/${pid}/comm`) && readFileSync(`/proc/${pid}/comm`, "utf8")
    : spawnSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).stdout;
  return Boolean(name) && basename(String(name).trim()).startsWith("postgres");
}

async function answers(place: Place, port: number): Promise<boolean> {
  if (port === 0) return false;
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: superuser,
    password: password(place),
    database: "postgres",
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "28P01") {
      throw new OperatorError(`The database does not accept the password in ${place.passwordFile}.`);
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeDatabase(place: Place, port: number): Promise<void> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: superuser,
    password: password(place),
    database: "postgres",
  });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } catch (error) {
    // 42P04, 23505: another instance made it at the same moment.
    if (!(error instanceof Error && "code" in error && (error.code === "42P04" || error.code === "23505"))) throw error;
  } finally {
    await client.end();
  }
}

async function waitForEnd(place: Place): Promise<void> {
  await pause(100);
  // The FIFO stays while another instance holds it; then there is nothing to wait for.
  const until = performance.now() + 12_000;
  while (
    !existsSync(join(place.run, "alive")) &&
    existsSync(join(place.data, "postmaster.pid")) &&
    performance.now() < until
  ) {
    await pause(25);
  }
}

function lastWords(place: Place): string {
  const file = join(place.run, "log");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").slice(-12).join("\n") : "(none)";
}
