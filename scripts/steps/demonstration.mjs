import { existsSync } from "node:fs";
import { inRoot } from "./root.mjs";
import { step } from "./say.mjs";

/** Fills an empty embedded database, and answers the password of its accounts; an own database is never filled. */
export async function demonstration(settings, { held, url }, prepare, load) {
  if (!held || !existsSync(inRoot("prisma/demo/seed.ts"))) return undefined;
  const password = prepare.demoPassword(settings.dataDir, settings.demoPassword);
  process.env.DEMO_PASSWORD = password;
  if (await prepare.wantsDemonstration(url)) {
    await step("Printing a first issue: nine pieces and their discussions", () =>
      prepare.demonstrate(url, async () => {
        const { runDemo } = await load("demo");
        await runDemo({ password, now: new Date() });
      }),
    );
  }
  return { password };
}
