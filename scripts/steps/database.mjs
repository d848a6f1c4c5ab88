import { mkdirSync } from "node:fs";
import { inRoot } from "./root.mjs";
import { OperatorError, step } from "./say.mjs";

/**
 * A database that is there and up to date. Sets what the rest of the process reads from its environment, and answers
 * the embedded Postgres, if there is one, to be let go of at the end.
 */
export async function database(settings, prepare) {
  // As root, the account of Postgres must be able to walk in; nobody may look around.
  mkdirSync(settings.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const held = settings.databaseUrl
    ? undefined
    : await step("Starting Postgres", () => prepare.holdPostgres(settings.root, settings.dataDir));
  const url = settings.databaseUrl ?? held.url;
  const applied = await migrateOrExplain(url, prepare);
  const { authSecret, installationId } = await prepare.agreeOnSecrets(url);
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATA_DIR: settings.dataDir,
    AUTH_SECRET: settings.authSecret ?? authSecret,
    NEXTAUTH_SECRET: settings.authSecret ?? authSecret,
    INSTALLATION_ID: installationId,
  });
  return { held, url, applied };
}

async function migrateOrExplain(url, prepare) {
  try {
    return await step("Bringing the tables up to date", () => prepare.migrate(url, inRoot("prisma/migrations")));
  } catch (error) {
    if (error?.name === "OperatorError") throw error;
    const { host, pathname } = new URL(url);
    throw new OperatorError(
      `The database${pathname} at ${host} could not be used: ${error?.message || error?.code || error}\n\nIs Postgres (15 or newer) running there, and is DATABASE_URL right?`,
    );
  }
}
