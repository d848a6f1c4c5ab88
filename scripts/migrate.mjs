#!/usr/bin/env node
// `npm run migrate`: brings the tables up to date and ends; for a deployment that does so before it starts the new version.
import { database } from "./steps/database.mjs";
import { prepareCode } from "./steps/prepare.mjs";
import { giveUp, line, title } from "./steps/say.mjs";
import { readSettings } from "./steps/settings.mjs";

try {
  title("Rejoinder: migrations");
  const load = await prepareCode();
  const { held, applied } = await database(readSettings(), await load("prepare"));
  line(applied.length === 0 ? "Nothing to do: the tables are up to date." : `Applied: ${applied.join(", ")}.`);
  await held?.release();
  process.exit(0);
} catch (error) {
  giveUp(error, "The tables could not be brought up to date.");
}
