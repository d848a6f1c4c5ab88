import { existsSync, mkdirSync, readFileSync, watch } from "node:fs";
import { built, inRoot } from "./root.mjs";
import { hashOf, writeWhole } from "./stamp.mjs";

/**
 * The custom elements as one module with a hashed name. `.build/elements.json` tells the reader layout its address;
 * the front serves every `.build/elements/*.js`, so a page kept elsewhere still finds the module that it names.
 */
export async function elements() {
  const account = built("elements.json");
  const wanted = hashOf(["components/elements", "lib", "tsconfig.json", "scripts/steps/elements.mjs"]);
  if (existsSync(account)) {
    const { stamp, src } = JSON.parse(readFileSync(account, "utf8"));
    if (stamp === wanted && existsSync(built(src.slice(1)))) return;
  }
  const entry = inRoot("components/elements/main.ts");
  const { build, stop } = await import("esbuild");
  const result = await build({
    ...(existsSync(entry) ? { entryPoints: [entry] } : { stdin: { contents: "export {};", sourcefile: "main.ts" } }),
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
    charset: "utf8",
    legalComments: "none",
    tsconfig: inRoot("tsconfig.json"),
    outdir: built("elements"),
    entryNames: "main-[hash]",
    logLevel: "silent",
  });
  await stop();
  mkdirSync(built("elements"), { recursive: true });
  const file = result.outputFiles[0];
  writeWhole(file.path, file.text);
  writeWhole(
    account,
    `${JSON.stringify({ src: `/elements/${file.path.split("/").at(-1)}`, stamp: wanted }, null, 2)}\n`,
  );
}

/** For development: built anew whenever one of them is saved; the layout imports the account, so open pages reload. */
export function elementsAsTheyChange() {
  const folder = inRoot("components/elements");
  if (!existsSync(folder)) return;
  let soon;
  watch(folder, { recursive: true }, () => {
    clearTimeout(soon);
    soon = setTimeout(() => elements().catch((error) => console.error(error.message)), 100);
  });
}
