import { defineConfig } from "@playwright/test";

const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/publication.ts",
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
      args: [
        ...(root ? ["--no-sandbox"] : []),
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // No host but our own exists.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
      ],
    },
  },
  projects: [
    {
      name: "with scripts",
      testIgnore: ["contract/**", "faults/**", "chaos/**", "hostile/**", "settings/**", "**/*.plain.spec.ts"],
    },
    {
      name: "without scripts",
      testMatch: "{responding,publishing,moderating,reading}/**/*.spec.ts",
      // What only a script does has a journey of its own; so has what takes its place.
      testIgnore: "**/*.scripted.spec.ts",
      use: { javaScriptEnabled: false },
    },
    { name: "contract", testMatch: "contract/**/*.spec.ts" },
    { name: "hostile", testMatch: "hostile/**/*.spec.ts" },
    {
      name: "settings",
      testMatch: "settings/**/*.spec.ts",
      dependencies: ["with scripts", "without scripts", "contract", "hostile"],
    },
    {
      name: "faults",
      testMatch: "{faults,chaos}/**/*.spec.ts",
      dependencies: ["with scripts", "without scripts", "contract", "hostile"],
    },
  ],
});
