import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inRoot } from "./root.mjs";

const systems = ["darwin", "linux", "win32", "android", "freebsd"];
const processors = ["arm64", "x64", "ia32", "arm"];

// Some registries lack other platforms' packages, so npm leaves them out of the lock, and `npm ci` then refuses it there.
function entryFor(name, version) {
  const words = name.split(/[-/]/);
  const os = systems.find((each) => words.includes(each));
  const cpu = processors.find((each) => words.includes(each));
  return { version, ...(cpu ? { cpu: [cpu] } : {}), optional: true, ...(os ? { os: [os] } : {}) };
}

/** Adds to package-lock.json what it lacks of other platforms' optional packages. Answers how many were added. */
export function completeLock(path = inRoot("package-lock.json")) {
  const lock = JSON.parse(readFileSync(path, "utf8"));
  const missing = {};
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const present = lock.packages[place] ?? lock.packages[`${parent}/${place}`];
      if (!present && /^\d+\.\d+\.\d+/.test(version))
        missing[place] = { ...entryFor(name, version), ...(entry.dev ? { dev: true } : {}) };
    }
  }
  const added = Object.keys(missing).length;
  if (added === 0) return 0;
  const { "": own, ...rest } = { ...lock.packages, ...missing };
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = { "": own, ...Object.fromEntries(sorted) };
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  return added;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  console.log(`${completeLock()} entries added to package-lock.json`);
