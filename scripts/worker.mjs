#!/usr/bin/env node
// `npm run worker`: the jobs without the pages. As many as wanted may run beside the web processes.
import { database } from "./steps/database.mjs";
import { prepareCode } from "./steps/prepare.mjs";
import { giveUp, line, title } from "./steps/say.mjs";
import { readSettings } from "./steps/settings.mjs";

process.env.NODE_ENV = "production";
try {
  title("Rejoinder: worker");
  const load = await prepareCode();
  const { held } = await database(readSettings(), await load("prepare"));
  const { workAlone } = await load("worker");
  await workAlone(held);
  line("Waiting for jobs. Ctrl-C stops it.");
} catch (error) {
  giveUp(error, "The worker could not start.");
}
