import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { inRoot } from "./root.mjs";

const ignored = /(^|\/)(node_modules|generated|\.[^/]*)(\/|$)|\.test\.tsx?$/;

function* filesUnder(path) {
  const full = inRoot(path);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(full).sort()) {
    const child = `${path}/${name}`;
    if (!ignored.test(child)) yield* filesUnder(child);
  }
}

/** A hash of everything that a step reads: files and folders below the clone, and any further words. */
export function hashOf(paths, ...words) {
  const hash = createHash("sha256");
  for (const word of words) hash.update(`${word}\0`);
  for (const path of paths) {
    for (const file of filesUnder(path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(inRoot(file)))
        .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

/** Written whole or not at all: another instance may read it at this moment. */
export function writeWhole(path, text, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, text, { mode });
  renameSync(partial, path);
}

/** Removes builds, named by hash, that are neither among the newest few nor of today: another instance may be running from one. */
export function keepNewest(folder, current, count = 4) {
  utimesSync(join(folder, current), new Date(), new Date());
  const yesterday = Date.now() - 24 * 3600 * 1000;
  const aged = readdirSync(folder)
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name, time } of aged.slice(count)) {
    if (time < yesterday) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
