#!/usr/bin/env node
// `npm test`: from a fresh clone to a verdict. Node's own modules only, until node_modules is there.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./steps/browser.mjs";
import { elements } from "./steps/elements.mjs";
import { leash, letGo } from "./steps/leash.mjs";
import { nextBuild } from "./steps/next-build.mjs";
import { prepareCode } from "./steps/prepare.mjs";
import { inRoot } from "./steps/root.mjs";
import { run } from "./steps/run.mjs";
import { line, red, step, title } from "./steps/say.mjs";
import { playwrightTally, Tally, vitestTally } from "./steps/tally.mjs";

delete process.env.NODE_ENV;
process.umask(0o022);
const folder = mkdtempSync(join(tmpdir(), "rejoinder-results-"));
const total = new Tally();
if (process.argv.includes("--thorough")) process.env.THOROUGH = "1";

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.once(signal, () => {
    line("Stopped; ending what was started.");
    void letGo().finally(() => process.exit(code));
  });
}

/** One check that either holds or not; what went wrong is shown when it does not. */
async function check(doing, work) {
  try {
    const result = await work();
    total.add({ passed: 1 });
    return result;
  } catch (error) {
    total.add({ failed: 1 });
    line(red(`${doing}: failed`));
    console.log(
      error?.name === "OperatorError" || error?.constructor?.name === "OperatorError" ? error.message : error,
    );
    return undefined;
  }
}

/** A tool with its own report, on a leash and straight to the terminal; a tool that left no report counts as one failure. */
async function suite(doing, tool, args, report, tallyOf, env) {
  line();
  line(doing);
  const file = join(folder, report);
  const { ended } = leash(process.execPath, [inRoot("node_modules", tool), ...args], { env: env(file) });
  const code = await ended;
  total.add(tallyOf(file, code));
}

const tool = (doing, path, ...args) =>
  check(doing, () =>
    step(doing, () => run(process.execPath, [inRoot("node_modules", path), ...args], { what: doing })),
  );

try {
  title("Rejoinder, tested");
  await check("Packages, database client, server bundle", prepareCode);
  await check("Bundling the elements", elements);
  await tool(
    "Formatting and lint (biome)",
    "@biomejs/biome/bin/biome",
    "ci",
    "--error-on-warnings",
    "--colors=off",
    ".",
  );
  const distDir = await check("A production build", nextBuild);
  await tool("Types (tsc)", "typescript/bin/tsc", "--noEmit", "--incremental", "false", "-p", ".");
  await suite(
    "Domain, routes and laws (vitest)",
    "vitest/vitest.mjs",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${join(folder, "vitest.json")}`],
    "vitest.json",
    vitestTally,
    () => ({ NODE_ENV: "test" }),
  );
  const browser = distDir && (await check("Looking for a Chromium", findBrowser));
  if (browser) {
    await suite(
      "Journeys, routes over HTTP and races over two processes (Playwright)",
      "@playwright/test/cli.js",
      ["test", "--reporter=list,json"],
      "playwright.json",
      playwrightTally,
      (file) => ({ CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    );
  } else {
    line(red("The journeys did not run."));
    total.add({ failed: 1 });
  }
} catch (error) {
  total.add({ failed: 1 });
  console.error(error);
} finally {
  await letGo();
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\n${total}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
