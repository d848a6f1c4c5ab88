import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "@/server/operator-error";
import type { Place } from "@/server/postgres/place";

export const superuser = "rejoinder";

/** The password of the embedded Postgres, made once, readable by its owner alone. */
export function password({ passwordFile, data }: Place): string {
  if (existsSync(passwordFile)) return readFileSync(passwordFile, "utf8").trim();
  if (existsSync(join(data, "PG_VERSION"))) {
    throw new OperatorError(
      `The database in ${data} is there, but its password file ${passwordFile} is not.\nPut it back, or set DATABASE_URL.`,
    );
  }
  try {
    writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    // Another instance that starts at the same moment made it.
    if (!existsSync(passwordFile)) throw error;
  }
  return readFileSync(passwordFile, "utf8").trim();
}

/** Makes the data folder beside and renames it: cut in the middle, it leaves nothing half, and of two instances one wins. */
export function makeCluster(place: Place): void {
  if (existsSync(join(place.data, "PG_VERSION"))) return;
  const secret = password(place);
  const partial = join(place.run, `new-${process.pid}`);
  const given = join(place.run, `password-${process.pid}`);
  rmSync(partial, { recursive: true, force: true });
  writeFileSync(given, secret, { mode: 0o600 });
  if (place.account) chownSync(given, place.account.uid, place.account.gid);
  try {
    initdb(place, partial, given);
    // Root may rename where the account may not.
    try {
      renameSync(partial, place.data);
    } catch (error) {
      if (!existsSync(join(place.data, "PG_VERSION"))) throw error;
    }
  } finally {
    rmSync(given, { force: true });
    rmSync(partial, { recursive: true, force: true });
  }
}

function initdb(place: Place, data: string, passwordFile: string): void {
  const options = [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
  mkdirSync(place.run, { recursive: true });
  const result = spawnSync(join(place.bin, "initdb"), options, {
    ...place.account,
    cwd: "/",
    env: { LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" },
    encoding: "utf8",
  });
  if (result.status !== 0) {
    throw new OperatorError(
      `The database could not be made:\n\n${result.stderr?.trim() || result.error?.message || "initdb failed"}`,
    );
  }
}
