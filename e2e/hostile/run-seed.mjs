// Bundles and runs seed.ts, which is the product's own code; its database is in the environment.
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build, stop } from "esbuild";
import { bundling } from "../../scripts/steps/bundle.mjs";
import { built, inRoot } from "../../scripts/steps/root.mjs";

const folder = built("hostile", String(process.pid));
mkdirSync(folder, { recursive: true });
await build(bundling([{ in: inRoot("e2e/hostile/seed.ts"), out: "seed" }], folder));
await stop();
const { seed } = await import(pathToFileURL(`${folder}/seed.mjs`).href);
console.log(JSON.stringify(await seed(process.argv[2])));
process.exit(0);
