import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Held, holdPostgres } from "@/server/postgres/embedded";
import { withClient } from "@/server/secrets";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "rejoinder-embedded-"));
const dataDir = join(folder, "data");
const pidFile = join(dataDir, "postgres/postmaster.pid");
const patience = { timeout: 12_000, interval: 50 };

const hold = () => holdPostgres(root, dataDir);
const serverPid = () => Number(readFileSync(pidFile, "utf8").split("\n")[0]);
const answers = ({ url }: Held) => withClient(url, async (client) => (await client.query("SELECT 1")).rowCount === 1);

beforeAll(() => chmodSync(folder, 0o711));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an embedded Postgres", () => {
  test("has a password that only its owner can read, and listens to this machine alone", async () => {
    const held = await hold();
    expect(statSync(join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
    const settings = await withClient(held.url, async (client) => (await client.query("SHOW listen_addresses")).rows);
    expect(settings).toEqual([{ listen_addresses: "127.0.0.1" }]);
    const wrong = held.url.replace(/:[^:@]+@/, ":wrong@");
    await expect(withClient(wrong, async () => undefined)).rejects.toThrow("password authentication failed");
    await held.release();
    expect(existsSync(pidFile)).toBe(false);
  });

  test("is shared by all who start at once, and stops with the last of them", async () => {
    const holders = await Promise.all([hold(), hold(), hold()]);
    expect(new Set(holders.map(({ url }) => url)).size).toBe(1);
    const [first, second, last] = holders;
    await first?.release();
    await second?.release();
    expect(last && (await answers(last))).toBe(true);
    await last?.release();
    expect(existsSync(pidFile)).toBe(false);
  });

  test("stops when a holder is killed that could not let go", async () => {
    const held = await hold();
    const other = spawn(
      "/bin/sh",
      ["-c", `exec 9<>"$0"; echo holding; sleep 600`, join(dataDir, "postgres-run/alive")],
      {
        detached: true,
      },
    );
    await once(other.stdout, "data");
    await held.release();
    expect(existsSync(pidFile)).toBe(true);
    process.kill(-(other.pid ?? 0), "SIGKILL");
    await expect.poll(() => existsSync(pidFile), patience).toBe(false);
  });

  test("is started again when it was killed, at the same address, with what it was told", async () => {
    const held = await hold();
    await withClient(held.url, (client) => client.query("CREATE TABLE kept AS SELECT 42 AS answer"));
    process.kill(serverPid(), "SIGKILL");
    const answer = () =>
      withClient(held.url, async (client) => (await client.query("SELECT answer FROM kept")).rows).catch(() => []);
    await expect.poll(answer, patience).toEqual([{ answer: 42 }]);
    await held.release();
  });

  test("is brought back when it and its supervisor were both killed", async () => {
    const held = await hold();
    const server = serverPid();
    const supervisor = Number(readFileSync(join(dataDir, "postgres-run", `of-${server}`), "utf8").split(" ")[0]);
    process.kill(supervisor, "SIGKILL");
    process.kill(server, "SIGKILL");
    await held.revive();
    expect(await answers(held)).toBe(true);
    await held.release();
    await expect.poll(() => existsSync(pidFile), patience).toBe(false);
  });

  test("starts although its old number belongs to another program now", async () => {
    writeFileSync(pidFile, `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n1 1\nready   \n`);
    const held = await hold();
    expect(await answers(held)).toBe(true);
    await held.release();
  });
});
