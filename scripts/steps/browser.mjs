import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { inRoot } from "./root.mjs";
import { run } from "./run.mjs";
import { OperatorError, step } from "./say.mjs";

const system = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
// The last that runs on Node 20; it carries the browser itself.
const carried = "@sparticuz/chromium@147.0.0";

/** A Chromium for the journeys: the one named, the system's, Playwright's own, or one from npm (Linux), fetched once into .data/browser. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new OperatorError(`CHROMIUM_PATH is “${named}”, where there is nothing.`);
  }
  return system.find((path) => existsSync(path)) ?? (await playwrightsOwn()) ?? (await fromNpm());
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

async function fromNpm() {
  if (process.platform !== "linux") {
    throw new OperatorError("No Chromium was found. Install Chrome, or run:  npx playwright install chromium");
  }
  const folder = inRoot(".data", "browser");
  const require = createRequire(`${folder}/package.json`);
  const place = `${folder}/node_modules/@sparticuz/chromium`;
  if (!existsSync(place)) {
    mkdirSync(folder, { recursive: true });
    const args = ["install", "--prefix", folder, "--no-save", "--no-package-lock", "--no-audit", "--no-fund", carried];
    await step("Fetching a browser from npm (once, 73 MB)", () => run("npm", args, { what: "npm install" }));
  }
  const { default: chromium } = await import(pathToFileURL(require.resolve("@sparticuz/chromium")).href);
  return chromium.executablePath();
}
