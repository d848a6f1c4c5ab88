import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { built, inRoot } from "./root.mjs";
import { hashOf, keepNewest } from "./stamp.mjs";

const entries = {
  prepare: "server/prepare.ts",
  main: "server/main.ts",
  worker: "server/worker/worker-alone.ts",
  demo: "prisma/demo/seed.ts",
  "reset-link": "server/commands/reset-link.ts",
  evaluate: "server/commands/evaluate.ts",
  measures: "server/commands/measures.ts",
  "learner-thread": "server/worker/learner-thread.ts",
  "renderer-thread": "server/documents/renderer-thread.ts",
  "verify-log": "server/commands/verify-log.ts",
};
const read = [
  "server",
  "lib",
  "prisma",
  "messages",
  "components",
  "next.config.ts",
  "tsconfig.json",
  "package-lock.json",
  "scripts/steps/bundle.mjs",
];

/** Bundles what runs outside Next (Node 20 reads no TypeScript). Answers the folder, named by the hash of its sources. */
export async function bundle() {
  const name = hashOf(read);
  const folder = built("server", name);
  if (!existsSync(folder)) {
    const { build, stop } = await import("esbuild");
    const partial = built("server", `${name}.partial-${process.pid}`);
    mkdirSync(partial, { recursive: true });
    const present = Object.entries(entries).filter(([, file]) => existsSync(inRoot(file)));
    await build(
      bundling(
        present.map(([out, file]) => ({ in: inRoot(file), out })),
        partial,
      ),
    );
    await stop();
    try {
      renameSync(partial, folder);
    } catch (error) {
      // Another instance was quicker; its bundle is the same.
      if (!existsSync(folder)) throw error;
      rmSync(partial, { recursive: true, force: true });
    }
  }
  keepNewest(built("server"), name);
  return folder;
}

// Next's package has no `exports`, so outside Next its modules are found by their file names only.
const nextModules = {
  name: "next-modules",
  setup(build) {
    build.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true }));
  },
};

/** How esbuild turns what is ours into modules that Node runs. */
export function bundling(entryPoints, outdir) {
  return {
    entryPoints,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    plugins: [nextModules],
    tsconfig: inRoot("tsconfig.json"),
    jsx: "automatic",
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "silent",
  };
}
