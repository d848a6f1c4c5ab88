#!/usr/bin/env node
// `npm run bench`: what a reader's page, a page rendered anew and a comment cost, beside the least that a server on Node can be.
// A throw-away database, limits on, every answer checked, medians of three rounds in turns with the bare server.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { busyPage } from "./bench/busy.mjs";
import { bare, cpuOf, load, median, nodeUnder } from "./bench/measure.mjs";
import { openStreams } from "./bench/streams.mjs";
import { buildTown } from "./bench/town.mjs";
import { elements } from "./steps/elements.mjs";
import { letGo } from "./steps/leash.mjs";
import { nextBuild } from "./steps/next-build.mjs";
import { prepareCode } from "./steps/prepare.mjs";
import { freePort, startPublication } from "./steps/publication.mjs";
import { inRoot, root } from "./steps/root.mjs";
import { line, step, title } from "./steps/say.mjs";

const readers = 5_000;
const rounds = 3;
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

/** Rounds in turns, so that what else the machine does meets both alike. */
async function inTurns(ours, theirs) {
  const found = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    found.ours.push(await ours(round));
    found.theirs.push(await theirs(round));
  }
  const [mine, least] = [median(found.ours), median(found.theirs)];
  return { mine, least, ratio: mine / least };
}

async function keptPage({ port, slug }) {
  const request = `GET /articles/${slug} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip, br\r\n\r\n`;
  const ask = () => fetchRaw(port, `/articles/${slug}`);
  // Kept from the first answer on, compressed after it.
  let answer = await ask();
  for (let tries = 0; tries < 20 && !answer.headers["content-encoding"]; tries++) answer = await ask();
  const expected = answer.body.toString("base64");
  const barePort = await freePort();
  const { date: _, connection: __, "keep-alive": ___, ...headers } = answer.headers;
  const other = await bare(folder, { mode: "pages", port: barePort, headers, body: expected });
  const job = { connections: 64, count: 40_000, expected, status: 200, requests: [request] };
  await load(folder, { ...job, port, count: 5_000 });
  await load(folder, { ...job, port: barePort, count: 5_000 });
  const result = await inTurns(
    async () => (await load(folder, { ...job, port })).perSecond,
    async () => (await load(folder, { ...job, port: barePort })).perSecond,
  );
  await other.stop();
  return { ...result, bytes: answer.body.length };
}

async function renderedAnew({ port, pid, slug }) {
  // A reader who has just written is answered with a page rendered for them, past the store.
  const request = `GET /articles/${slug} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip, br\r\nCookie: rejoinder-fresh=1\r\n\r\n`;
  const job = { port, connections: 1, status: 200, requests: [request] };
  await load(folder, { ...job, count: 60 });
  const costs = [];
  for (let round = 0; round < rounds; round++) {
    const before = cpuOf(pid);
    const count = 100;
    await load(folder, { ...job, count });
    costs.push((cpuOf(pid) - before) / count);
  }
  return median(costs);
}

async function posting({ port, slug, people, databaseUrl, client }) {
  const barePort = await freePort();
  await client.query(
    "CREATE TABLE bare (id uuid PRIMARY KEY, body text NOT NULL, at timestamptz NOT NULL DEFAULT now())",
  );
  const other = await bare(folder, { mode: "rows", port: barePort, databaseUrl });
  let next = 0;
  const jobFor = (to, path, count) => {
    const wanted = [];
    const requests = Array.from({ length: count }, () => {
      const { cookie } = people[next++ % people.length];
      const words = `Comment ${next}: a bridge is paid for twice, and the second time by those who cross it.`;
      const body = JSON.stringify({ body: words });
      wanted.push(words);
      return `POST ${path} HTTP/1.1\r\nHost: localhost:${to}\r\nOrigin: http://localhost:${to}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    return { port: to, connections: 16, count, status: 201, requests, wanted };
  };
  const ours = (count) => load(folder, jobFor(port, `/api/v1/articles/${slug}/comments`, count));
  const theirs = (count) => load(folder, jobFor(barePort, "/", count));
  await ours(200);
  await theirs(2_000);
  const before = await counted(client);
  const result = await inTurns(
    async () => (await ours(1_000)).perSecond,
    async () => (await theirs(5_000)).perSecond,
  );
  const stored = (await counted(client)) - before;
  if (stored !== rounds * 1_000)
    throw new Error(`${rounds * 1_000} comments were answered with 201, ${stored} are stored.`);
  await other.stop();
  return result;
}

/** What one process is told, the open pages of another hear. */
async function toldPages(here, env) {
  const other = await startPublication({ dataDir: join(folder, "other-site"), env: { ...env, WORKER: "off" } });
  const listening = { port: other.port, pid: nodeUnder(other.pid) };
  const result = await openStreams(folder, { ...here, count: 1_000, listening, posting: here });
  await other.stop();
  return { ...result, memory: Math.max(result.open, result.told) };
}

async function counted(client) {
  const { rows } = await client.query("SELECT count(*)::int AS count FROM comments");
  return rows[0].count;
}

async function fetchRaw(port, path) {
  const { request } = await import("undici");
  const { headers, body } = await request(`http://localhost:${port}${path}`, {
    headers: { "accept-encoding": "gzip, br" },
  });
  return { headers, body: Buffer.from(await body.arrayBuffer()) };
}

const figure = (number) => number.toLocaleString("en", { maximumFractionDigits: number < 100 ? 3 : 0 });
let missed = 0;
function verdict(what, value, told, good) {
  if (!good) missed++;
  line(`${good ? "✓" : "✗"} ${what}: ${figure(value)} ${told}`);
}

try {
  title("Rejoinder, measured");
  const loadModule = await prepareCode();
  await elements();
  await nextBuild();
  const prepare = await loadModule("prepare");
  held = await step("Starting a throw-away Postgres", () => prepare.holdPostgres(root, join(folder, "data")));
  await prepare.migrate(held.url, inRoot("prisma/migrations"));
  const agreed = await prepare.agreeOnSecrets(held.url);
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: held.url });
  client.on("error", () => undefined);
  await client.connect();
  const town = await step(`Settling ${figure(readers)} known readers and a discussion`, () =>
    buildTown(client, { readers, comments: 100, ...agreed }),
  );
  // Open pages come from a thousand addresses.
  const env = { DATABASE_URL: held.url, NODE_ENV: "", LOG_LEVEL: "warn", TRUSTED_PROXY_HOPS: "1" };
  const server = await step("Starting the publication", () => startPublication({ dataDir: join(folder, "site"), env }));
  const here = { ...town, port: server.port, pid: nodeUnder(server.pid), databaseUrl: held.url, client };

  const kept = await step("A kept article page with 100 comments", () => keptPage(here));
  const anew = await step("The same page rendered anew", () => renderedAnew(here));
  const busy = await step("The page while ten comments a second arrive", () => busyPage(folder, here));
  const streams = await step("A thousand open pages, told by another process", () => toldPages(here, env));
  const posts = await step("Comments of known readers", () => posting(here));

  line();
  line(`looks of 200 readers, the slowest of 100: ${figure(busy.quiet)} ms quiet, ${figure(busy.busy)} ms busy`);
  line(`1,000 streams: ${figure(streams.open)} MB at rest, ${figure(streams.told)} MB after 100 comments`);
  line(
    `kept page, ${figure(kept.bytes)} bytes compressed: ${figure(kept.mine)} requests/s, bare server ${figure(kept.least)}`,
  );
  line(`posting: ${figure(posts.mine)} comments/s, bare node:http + pg insert ${figure(posts.least)}`);
  line();
  verdict("kept page", kept.ratio, "of the bare server (0.75 or more)", kept.ratio >= 0.75);
  verdict("rendered anew", anew, "ms of CPU (20 or less)", anew <= 20);
  verdict("busy page", busy.ratio, `of a quiet one in the slowest of 100 looks (5 or less)`, busy.ratio <= 5);
  verdict("busy page", busy.lag, "ms behind at most (1,000 or less)", busy.lag <= 1_000);
  verdict("1,000 streams", streams.memory, "MB more of memory (100 or less)", streams.memory <= 100);
  verdict(
    "1,000 streams",
    streams.wait,
    "ms from posting to 99 of 100 arrivals (1,000 or less)",
    streams.wait <= 1_000,
  );
  verdict("posting", posts.ratio, "of the bare insert (0.05 or more)", posts.ratio >= 0.05);
  await client.end();
} catch (error) {
  console.error(error);
  missed++;
}
await leave(missed === 0 ? 0 : 1);
