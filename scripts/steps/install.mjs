import { existsSync, readFileSync } from "node:fs";
import { completeLock } from "./lock.mjs";
import { inRoot } from "./root.mjs";
import { run } from "./run.mjs";
import { step } from "./say.mjs";

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const groups = ["dependencies", "devDependencies", "optionalDependencies"];

/** Whether node_modules is what the lock says. npm writes its own account of it there, last of all. */
function installed() {
  const account = inRoot("node_modules", ".package-lock.json");
  if (!existsSync(account)) return false;
  const have = readJson(account).packages;
  return Object.entries(readJson(inRoot("package-lock.json")).packages).every(([path, wanted]) => {
    if (path === "" || wanted.link) return true;
    const found = have[path];
    return found ? found.version === wanted.version : wanted.optional === true || wanted.peer === true;
  });
}

function lockMatchesPackage() {
  if (!existsSync(inRoot("package-lock.json"))) return false;
  const wanted = readJson(inRoot("package.json"));
  const locked = readJson(inRoot("package-lock.json")).packages[""] ?? {};
  const plain = (group) => JSON.stringify(Object.entries(group ?? {}).sort());
  return groups.every((name) => plain(wanted[name]) === plain(locked[name]));
}

const npm = (...args) =>
  run("npm", [...args, "--include=dev", "--include=optional", "--no-audit", "--no-fund"], {
    what: `npm ${args[0]}`,
    env: { NODE_ENV: "" },
  });

/** Brings node_modules to what package-lock.json says; nothing is asked of the network when it is so already. */
export async function install() {
  const matches = lockMatchesPackage();
  if (matches && installed()) return;
  await step("Installing packages (npm, once, about half a minute)", async () => {
    try {
      if (!matches) throw new Error("package.json was changed by hand");
      await npm("ci");
    } catch {
      // `npm ci` refuses a lock that lacks another platform's optional packages; `npm install` fills it in.
      await npm("install");
      completeLock();
    }
  });
}
