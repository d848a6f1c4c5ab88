import { AsyncLocalStorage } from "node:async_hooks";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { generate } from "./generate.mjs";
import { install } from "./install.mjs";
import { step } from "./say.mjs";

/** Packages, client and bundle: what every command needs before it can read TypeScript. Answers an importer of the bundle's modules. */
export async function prepareCode() {
  // Next's modules look for it there, and only Next's own server puts it there.
  globalThis.AsyncLocalStorage ??= AsyncLocalStorage;
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.env.CHECKPOINT_DISABLE = "1";
  await install();
  await generate();
  const folder = await step("Bundling the server", bundle);
  return (name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href);
}
