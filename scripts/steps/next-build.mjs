import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { built, inRoot } from "./root.mjs";
import { run } from "./run.mjs";
import { step } from "./say.mjs";
import { hashOf, keepNewest, writeWhole } from "./stamp.mjs";

const read = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema",
  "instrumentation.ts",
  "next.config.ts",
  ".browserslistrc",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "scripts/steps/next-build.mjs",
];

/**
 * Builds the pages beside what is running and renames, so that a build cut in the middle leaves nothing half.
 * Answers the folder relative to the clone, named by the hash of its sources: two instances never tread on each other.
 */
export async function nextBuild() {
  const name = hashOf(read, process.versions.node.split(".")[0]);
  const distDir = `.build/next/${name}`;
  if (!existsSync(inRoot(distDir, "BUILD_ID"))) {
    await step("Building the pages (once after each change)", () => build(distDir));
  }
  keepNewest(built("next"), name);
  return distDir;
}

async function build(distDir) {
  const partial = `${distDir}.partial-${process.pid}`;
  mkdirSync(built("next"), { recursive: true });
  writeWhole(built(`tsconfig.${process.pid}.json`), tsconfig(partial));
  try {
    await run(process.execPath, [inRoot("node_modules/next/dist/bin/next"), "build"], {
      what: "The build of the pages",
      env: { NODE_ENV: "production", NEXT_DIST_DIR: partial, NEXT_TSCONFIG: `.build/tsconfig.${process.pid}.json` },
    });
    rmSync(inRoot(partial, "cache"), { recursive: true, force: true });
    if (!existsSync(inRoot(distDir))) renameSync(inRoot(partial), inRoot(distDir));
  } finally {
    rmSync(built(`tsconfig.${process.pid}.json`), { force: true });
    rmSync(inRoot(partial), { recursive: true, force: true });
  }
}

// Next writes the place of its types into the tsconfig that it is given: not into ours.
const tsconfig = (distDir) => {
  const include = [
    "next-env.d.ts",
    "app/**/*.ts",
    "app/**/*.tsx",
    `${distDir}/types/**/*.ts`,
    `${distDir}/dev/types/**/*.ts`,
  ];
  return `${JSON.stringify({ extends: "../tsconfig.json", include: include.map((each) => `../${each}`) }, null, 2)}\n`;
};

/** For `npm run dev`, in which Next builds each page as it is asked for. */
export function nextDev() {
  writeWhole(built("tsconfig.dev.json"), tsconfig(".next"));
  process.env.NEXT_TSCONFIG = ".build/tsconfig.dev.json";
  return ".next";
}
