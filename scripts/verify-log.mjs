#!/usr/bin/env node
// `npm run verify-log`: whether every entry in the log of moderation is the one that was written.
import { database } from "./steps/database.mjs";
import { prepareCode } from "./steps/prepare.mjs";
import { giveUp, line, title } from "./steps/say.mjs";
import { readSettings } from "./steps/settings.mjs";

const meanings = {
  gap: "is not the next one: entries before it are gone",
  chain: "does not follow from the one before",
  hash: "is not what was hashed when it was written",
  event: "says something else than the event of which it tells",
  decision: "tells of a decision that is not there, or is another",
  note: "has a note that is not the one that was written",
  missing: "What staff did is not in the log",
  head: "The end of the log is not where it was",
};

process.env.NODE_ENV = "production";
try {
  title("Rejoinder: the log");
  const load = await prepareCode();
  const { held } = await database(readSettings(), await load("prepare"));
  const { checkLog } = await load("verify-log");
  const { entries, head, faults } = await checkLog();
  line();
  for (const { seq, fault } of faults)
    line(seq === null ? `✗ ${meanings[fault]}.` : `✗ Entry ${seq} ${meanings[fault]}.`);
  const count = `${entries.toLocaleString("en")} ${entries === 1 ? "entry" : "entries"}`;
  line(faults.length === 0 ? `✓ ${count}, each as it was written.` : `${count} read, ${faults.length} faults.`);
  line(`  The last one's hash is ${head}`);
  line("  Keep it elsewhere: from it you can tell later that nothing up to here was changed.");
  line();
  await held?.release();
  process.exit(faults.length === 0 ? 0 : 1);
} catch (error) {
  giveUp(error, "The log was not read.");
}
