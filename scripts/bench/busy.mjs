import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { leash } from "../steps/leash.mjs";
import { inRoot } from "../steps/root.mjs";
import { figure } from "./rounds.mjs";
import { p99, sayOften } from "./saying.mjs";

const readers = 200;
/** Milliseconds between two looks of one reader at leisure, and seconds of each measure. */
const leisure = 500;
const seconds = 12;

/**
 * What 200 readers of a page wait for it, of a hundred looks the slowest but one (ms): while nothing happens, and while ten comments a second arrive.
 * `every`: milliseconds between two looks of one; 0 is one after another, as fast as the answers come.
 */
export async function busyPage(folder, { port, slug, people, every = leisure }) {
  const path = `/articles/${slug}`;
  for (let tries = 0; tries < 50 && !(await fetch(`http://localhost:${port}${path}`)).ok; tries++) await pause(200);
  await read(folder, { port, path, every, seconds: 2 });
  const quiet = p99(await read(folder, { port, path, every, seconds }));
  const [{ count: before }] = await look(port, path, 0.01);
  const storm = sayOften({ port, slug, people, perSecond: 10, seconds: seconds + 2 });
  await pause(1_000);
  const looks = look(port, path, seconds);
  const busy = p99(await read(folder, { port, path, every, seconds }));
  return { quiet, busy, ratio: busy / quiet, lag: lagOf(before, await looks, await storm) };
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

/** How many comments the page said that it has, and when it was asked. */
async function look(port, path, forSeconds) {
  const { request } = await import("undici");
  const looks = [];
  for (const until = Date.now() + forSeconds * 1_000; Date.now() < until; await pause(20)) {
    const asked = Date.now();
    const { body } = await request(`http://localhost:${port}${path}`);
    const count = /id="thread-head">([\d,]+)/.exec(await body.text())?.[1] ?? "0";
    looks.push({ asked, count: Number(count.replaceAll(",", "")) });
  }
  return looks;
}

/** By how much (ms) a page was behind at most: how long the first comment that it lacked had been answered for when it was asked. */
function lagOf(before, looks, said) {
  const answered = said.map((each) => each.answered).sort((a, b) => a - b);
  const lags = looks.map(({ asked, count }) => asked - (answered[count - before] ?? asked));
  return Math.max(0, ...lags);
}

async function run({ folder, ...here }) {
  const calm = await busyPage(folder, here);
  const eager = await busyPage(folder, { ...here, every: 0 });
  const told = ({ quiet, busy }) => `${figure(quiet)} ms quiet, ${figure(busy)} ms busy`;
  return {
    notes: [
      `200 readers, a look every half second, the slowest of 100 looks: ${told(calm)}`,
      `200 readers, one look after another, the slowest of 100 looks: ${told(eager)}`,
    ],
    verdicts: [
      {
        what: "ten comments a second",
        found: calm.ratio,
        unit: "of a quiet page, a look every half second",
        atMost: 5,
      },
      { what: "ten comments a second", found: eager.ratio, unit: "of a quiet page, one look after another", atMost: 5 },
      { what: "ten comments a second", found: Math.max(calm.lag, eager.lag), unit: "ms behind at most", atMost: 1_000 },
    ],
  };
}

export const busy = { name: "busy", title: "The page while ten comments a second arrive", run };
