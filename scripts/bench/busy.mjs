import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { leash } from "../steps/leash.mjs";
import { inRoot } from "../steps/root.mjs";
import { figure, inTurns } from "./rounds.mjs";
import { p99, sayOften } from "./saying.mjs";

const readers = 200;
/** Milliseconds between two looks of one reader at leisure, and seconds of each measure. */
const leisure = 500;
const seconds = 12;
/** Milliseconds after which an article is not busy any more, and a page of it stays. */
const rest = 5_000;

/** What readers wait for the page (ms, of a hundred looks the slowest but one), and what somebody saw who looked how far it is behind. */
async function readFor(folder, { port, slug, every }) {
  const path = `/articles/${slug}`;
  const looks = look(port, path, seconds);
  return { p99: p99(await read(folder, { port, path, every, seconds })), looks: await looks };
}

/** While nothing happens. */
async function quietPage(folder, here) {
  await pause(rest);
  return (await readFor(folder, here)).p99;
}

/** While ten comments a second arrive; `lag`: by how much (ms) the page was behind at most. */
async function busyPage(folder, here) {
  const [{ count: before }] = await look(here.port, `/articles/${here.slug}`, 0.01);
  const storm = sayOften({ ...here, perSecond: 10, seconds: seconds + 2 });
  await pause(1_000);
  const { p99, looks } = await readFor(folder, here);
  return { p99, lag: lagOf(before, looks, await storm) };
}

async function read(folder, job) {
  const file = join(folder, "read.json");
  writeFileSync(file, JSON.stringify({ readers, ...job }));
  const { child, ended } = leash(process.execPath, [inRoot("scripts/bench/read.mjs"), file], { stdout: "pipe" });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  if ((await ended) !== 0) throw new Error("The readers stopped.");
  await closed;
  return JSON.parse(out);
}

/** How many comments the page said that it has, and when it was asked. An unchanged page is not sent again: looking shall cost little. */
async function look(port, path, forSeconds) {
  const { request } = await import("undici");
  const looks = [];
  let [etag, count] = ["", 0];
  for (const until = Date.now() + forSeconds * 1_000; Date.now() < until; await pause(20)) {
    const asked = Date.now();
    const { headers, body } = await request(`http://localhost:${port}${path}`, { headers: { "if-none-match": etag } });
    const said = /id="thread-head">([\d,]+)/.exec(await body.text())?.[1];
    if (said) [etag, count] = [headers.etag, Number(said.replaceAll(",", ""))];
    looks.push({ asked, count });
  }
  return looks;
}

/** By how much (ms) a page was behind at most: how long the first comment that it lacked had been answered for when it was asked. */
function lagOf(before, looks, said) {
  const answered = said.map((each) => each.answered).sort((a, b) => a - b);
  const lags = looks.map(({ asked, count }) => asked - (answered[count - before] ?? asked));
  return Math.max(0, ...lags);
}

/** Code that has not run yet is slow, and slows others while it is compiled: readers and comments before any counts. */
async function warmUp(folder, { port, slug, people }) {
  const seconds = 30;
  const comments = sayOften({ port, slug, people, perSecond: 10, seconds });
  await read(folder, { port, path: `/articles/${slug}`, every: leisure, seconds });
  await comments;
}

/**
 * Both in turns. `every`: milliseconds between two looks of one reader; 0 is one after another, as fast as the answers come.
 */
async function compare(folder, here) {
  const lags = [];
  const storm = async () => {
    const { p99, lag } = await busyPage(folder, here);
    lags.push(lag);
    return p99;
  };
  const { mine, least, ratio } = await inTurns(storm, () => quietPage(folder, here));
  return { told: `${figure(least)} ms quiet, ${figure(mine)} ms busy`, ratio, lag: Math.max(...lags) };
}

async function run({ folder, ...here }) {
  await warmUp(folder, here);
  const calm = await compare(folder, { ...here, every: leisure });
  const eager = await compare(folder, { ...here, every: 0 });
  const behind = Math.max(calm.lag, eager.lag);
  return {
    notes: [
      `200 readers, a look every half second, the slowest of 100 looks: ${calm.told}`,
      `200 readers, one look after another, the slowest of 100 looks: ${eager.told}`,
    ],
    verdicts: [
      {
        what: "ten comments a second",
        found: calm.ratio,
        unit: "of a quiet page, a look every half second",
        atMost: 5,
      },
      { what: "ten comments a second", found: eager.ratio, unit: "of a quiet page, one look after another", atMost: 5 },
      { what: "ten comments a second", found: behind, unit: "ms behind at most", atMost: 1_000 },
    ],
  };
}

export const busy = { name: "busy", title: "The page while ten comments a second arrive", run };
