#!/usr/bin/env node
// `npm run reset-password -- ADDRESS`: a link with which that person chooses a new password, for when no mail goes out.
import { database } from "./steps/database.mjs";
import { prepareCode } from "./steps/prepare.mjs";
import { giveUp, line, OperatorError, title } from "./steps/say.mjs";
import { readSettings } from "./steps/settings.mjs";

process.env.NODE_ENV = "production";
try {
  const address = process.argv[2];
  if (!address?.includes("@"))
    throw new OperatorError("Say whose password:  npm run reset-password -- somebody@example.org");
  title("Rejoinder: a new password");
  const load = await prepareCode();
  const { held } = await database(readSettings(), await load("prepare"));
  const { resetLink } = await load("reset-link");
  const link = await resetLink(address);
  line();
  line(
    link
      ? `${link}\n\n  It works once, within an hour. Give it to nobody else.`
      : `There is no account with the address ${address}.`,
  );
  line();
  await held?.release();
  process.exit(link ? 0 : 1);
} catch (error) {
  giveUp(error, "There is no link.");
}
