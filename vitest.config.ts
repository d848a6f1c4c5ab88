import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.slice(0, -1) } },
  // Only our own postcss and Next know what to do with it.
  css: { postcss: {} },
  test: {
    include: ["{app,components,lib,prisma,scripts,server}/**/*.test.{ts,tsx}"],
    exclude: [...configDefaults.exclude, ".build/**", ".data/**", ".next*/**"],
    globalSetup: "prisma/testing-run.ts",
    setupFiles: "prisma/testing.ts",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    unstubEnvs: true,
  },
});
