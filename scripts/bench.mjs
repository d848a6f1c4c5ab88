#!/usr/bin/env node
// `npm run bench`: what pages, long threads, open streams, comments and votes cost, beside the least that a server on Node can be.
// A throw-away database, limits on, every answer checked, medians of three rounds in turns. `-- --only=NAME,NAME` measures only these.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { busy } from "./bench/busy.mjs";
import { chain } from "./bench/chain.mjs";
import { keptPage } from "./bench/kept-page.mjs";
import { longThread } from "./bench/long-thread.mjs";
import { nodeUnder } from "./bench/measure.mjs";
import { playback } from "./bench/playback.mjs";
import { posting } from "./bench/posting.mjs";
import { queue } from "./bench/queue.mjs";
import { renderedAnew } from "./bench/rendered-anew.mjs";
import { figure } from "./bench/rounds.mjs";
import { scoring, screening } from "./bench/screening.mjs";
import { loadStatistics } from "./bench/statements.mjs";
import { streams } from "./bench/streams.mjs";
import { buildTown } from "./bench/town.mjs";
import { voting } from "./bench/voting.mjs";
import { elements } from "./steps/elements.mjs";
import { letGo } from "./steps/leash.mjs";
import { nextBuild } from "./steps/next-build.mjs";
import { prepareCode } from "./steps/prepare.mjs";
import { startPublication } from "./steps/publication.mjs";
import { inRoot, root } from "./steps/root.mjs";
import { line, step, title } from "./steps/say.mjs";

/** In this order: what writes comes after what reads the same pages. */
const all = [
  keptPage,
  renderedAnew,
  longThread,
  chain,
  busy,
  streams,
  voting,
  posting,
  screening,
  scoring,
  queue,
  playback,
];
const readers = 5_000;

const asked = process.argv.find((word) => word.startsWith("--only="))?.slice("--only=".length);
const chosen = asked === undefined ? all : all.filter(({ name }) => asked.split(",").includes(name));
if (chosen.length === 0) {
  console.error(`There is no such measure. There are: ${all.map(({ name }) => name).join(" ")}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "rejoinder-bench-"));
chmodSync(folder, 0o711);
let held;

async function leave(code) {
  await letGo();
  await held?.release();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void leave(130));

async function postgres() {
  const prepare = await (await prepareCode())("prepare");
  const start = () => prepare.holdPostgres(root, join(folder, "data"));
  held = await start();
  await loadStatistics(held.url);
  // It stops a moment after its last user left: one that is on its way out is not to be joined.
  await held.release();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  held = await start();
  await prepare.migrate(held.url, inRoot("prisma/migrations"));
  return prepare.agreeOnSecrets(held.url);
}

async function connected() {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: held.url });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** The publication, and who lives there. */
async function place() {
  const agreed = await step("Starting a throw-away Postgres", postgres);
  const client = await connected();
  const town = await step(`Settling ${figure(readers)} known readers and a discussion`, () =>
    buildTown(client, { readers, comments: 100, ...agreed }),
  );
  // Open pages come from a thousand addresses.
  const env = { DATABASE_URL: held.url, NODE_ENV: "", LOG_LEVEL: "warn", TRUSTED_PROXY_HOPS: "1" };
  const server = await step("Starting the publication", () => startPublication({ dataDir: join(folder, "site"), env }));
  return { ...town, folder, env, client, databaseUrl: held.url, port: server.port, pid: nodeUnder(server.pid) };
}

const reached = ({ found, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }) =>
  found >= atLeast && found <= atMost;

/** What was found beside what is wanted. */
function table(verdicts) {
  const rows = verdicts.map(({ what, found, unit, atLeast, atMost, ...rest }) => {
    const mark = reached({ found, atLeast, atMost, ...rest }) ? "✓" : "✗";
    const wanted = atMost === undefined ? `at least ${figure(atLeast)}` : `at most ${figure(atMost)}`;
    return [`${mark} ${what}`, figure(found), unit, wanted];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const cells = ([what, found, unit, wanted]) =>
    `${what.padEnd(widths[0])}  ${found.padStart(widths[1])} ${unit.padEnd(widths[2])}  ${wanted}`;
  for (const row of rows) line(cells(row));
}

let code = 1;
try {
  title("Rejoinder, measured");
  await prepareCode();
  await elements();
  await nextBuild();
  const here = await place();
  const results = [];
  for (const { title: what, run } of chosen) {
    // One that fails keeps nobody from the others.
    const failed = (error) => ({ verdicts: [{ what, found: Number.NaN, unit: String(error), atMost: 0 }] });
    results.push(await step(what, () => run(here)).catch(failed));
  }
  line();
  for (const note of results.flatMap(({ notes = [] }) => notes)) line(note);
  line();
  const verdicts = results.flatMap((result) => result.verdicts);
  table(verdicts);
  await here.client.end();
  code = verdicts.every(reached) ? 0 : 1;
} catch (error) {
  console.error(error);
}
await leave(code);
