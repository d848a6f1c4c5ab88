import { existsSync, readFileSync } from "node:fs";
import { built, inRoot } from "./root.mjs";
import { run } from "./run.mjs";
import { step } from "./say.mjs";
import { hashOf, writeWhole } from "./stamp.mjs";

/** The Prisma client from prisma/schema. No schema engine is needed for it, so none is downloaded. */
export async function generate() {
  const stamp = built("generated.stamp");
  const wanted = hashOf(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  const fresh = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (fresh && existsSync(inRoot("prisma/generated/client.ts"))) return;
  await step("Generating the database client", async () => {
    await run(process.execPath, [inRoot("node_modules/prisma/build/index.js"), "generate"], {
      what: "prisma generate",
    });
    writeWhole(stamp, wanted);
  });
}
