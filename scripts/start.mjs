#!/usr/bin/env node
import { database } from "./steps/database.mjs";
// `npm start`: from a fresh clone to a running publication. Node's own modules only, until node_modules is there.
import { demonstration } from "./steps/demonstration.mjs";
import { elements, elementsAsTheyChange } from "./steps/elements.mjs";
import { nextBuild, nextDev } from "./steps/next-build.mjs";
import { requireFreePort } from "./steps/port.mjs";
import { prepareCode } from "./steps/prepare.mjs";
import { giveUp, step, title } from "./steps/say.mjs";
import { readSettings } from "./steps/settings.mjs";
import { welcome } from "./steps/welcome.mjs";

const began = performance.now();
const dev = process.argv.includes("--dev");
process.env.NODE_ENV = dev ? "development" : "production";
process.umask(0o022);

let held;
// Until the process itself is up, which then closes in good order.
const leave = () => {
  void Promise.resolve(held?.release()).finally(() => process.exit(130));
};
process.once("SIGINT", leave).once("SIGTERM", leave);

try {
  const settings = readSettings();
  title(dev ? "Rejoinder, for work on the code" : "Rejoinder");
  await requireFreePort(settings.port, settings.host);
  const load = await prepareCode();
  await elements();
  if (dev) elementsAsTheyChange();
  const prepare = await load("prepare");
  // The pages are built without the database, the database starts without the pages, and meanwhile our own code is read.
  const [distDir, ready, main] = await Promise.all([
    dev ? nextDev() : nextBuild(),
    database(settings, prepare),
    load("main"),
  ]);
  held = ready.held;
  const accounts = await demonstration(settings, ready, prepare, load);
  // Next reads its configuration by itself, and that names the folder of the build.
  process.env.NEXT_DIST_DIR = distDir;
  const { url } = await step("Opening the doors", () => main.serve({ ...settings, dev, held }));
  await welcome({ settings, url, accounts, ready, prepare, seconds: (performance.now() - began) / 1000 });
} catch (error) {
  await held?.release().catch(() => undefined);
  giveUp(error);
}
