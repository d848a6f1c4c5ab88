#!/usr/bin/env node
// `npm run help`: what a person can run.
import { bold, line, title } from "./steps/say.mjs";

const commands = [
  ["npm start", "the publication, at http://localhost:3000 (PORT, HOST, SITE_URL, DATABASE_URL change it)"],
  ["npm test", "every check: types, style, unit and domain tests, journeys in a browser"],
  ["npm run dev", "the publication for work on the code: pages change as files do"],
  ["npm run worker", "the jobs alone (mail, scheduled pieces), beside web processes"],
  ["npm run migrate", "brings the tables up to date and ends"],
  ["npm run reset-password -- ADDRESS", "prints a link with which that person chooses a new password"],
  ["npm run verify-log", "tells whether any entry in the log of moderation was changed, dropped or swapped"],
  ["npm run bench", "measures pages and posting against a bare server, on a throw-away database"],
  ["npm run evaluate -- PATH", "how well the helper learns from a file or folder of comments with labels"],
  ["npm run help", "this list"],
];

title("Rejoinder: what you can run");
for (const [command, does] of commands) line(`${bold(command.padEnd(34))} ${does}`);
line();
line("Settings, backups and upgrades: docs/operating.md. Work on the code: docs/contributing.md.");
line();
