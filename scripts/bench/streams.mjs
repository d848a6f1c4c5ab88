import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { leash } from "../steps/leash.mjs";
import { startPublication } from "../steps/publication.mjs";
import { inRoot } from "../steps/root.mjs";
import { nodeUnder } from "./measure.mjs";
import { figure } from "./rounds.mjs";
import { p99, sayOften } from "./saying.mjs";

/** Mebibytes of a process that are in memory (Linux: proc(5)). */
const memoryOf = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

/**
 * Streams opened at one process while comments are posted at another: what they cost in memory, at rest and after the comments, and
 * how long a comment takes from being sent to arriving at a page (ms, 99 of 100).
 */
async function openStreams(folder, { count, listening, posting, slug, people }) {
  const file = join(folder, "streams.json");
  writeFileSync(file, JSON.stringify({ port: listening.port, count, slug }));
  // The first stream and the first comment cost what is not theirs.
  for (const { port } of [listening, posting]) await (await fetch(`http://localhost:${port}/articles/${slug}`)).text();
  await sayOften({ port: posting.port, slug, people, perSecond: 1, seconds: 3 });
  await sayOften({ port: posting.port, slug, people, perSecond: 10, seconds: 2 });
  const before = memoryOf(listening.pid);
  const { child, ended, stop } = leash(process.execPath, [inRoot("scripts/bench/listen.mjs"), file], {
    stdout: "pipe",
  });
  const gone = ended.then((code) => {
    throw new Error(`The open pages ended with ${code}.`);
  });
  gone.catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => (await Promise.race([lines.next(), gone])).value;
  await nextLine();
  await pause(1_000);
  const open = memoryOf(listening.pid) - before;
  const said = await sayOften({ port: posting.port, slug, people, perSecond: 10, seconds: 10 });
  await pause(1_500);
  const told = memoryOf(listening.pid) - before;
  void stop();
  const arrivals = new Map(JSON.parse((await lines.next()).value));
  const waits = said.flatMap(({ id, sent }) => {
    const arrived = arrivals.get(id) ?? [];
    if (arrived.length !== count) throw new Error(`A comment arrived at ${arrived.length} of ${count} open pages.`);
    return arrived.map((at) => at - sent);
  });
  return { open, told, wait: p99(waits) };
}

/** Read at one process while another is written to. */
async function run({ folder, env, ...here }) {
  const other = await startPublication({ dataDir: join(folder, "other-site"), env: { ...env, WORKER: "off" } });
  const listening = { port: other.port, pid: nodeUnder(other.pid) };
  const { open, told, wait } = await openStreams(folder, { ...here, count: 1_000, listening, posting: here });
  await other.stop();
  return {
    notes: [`1,000 streams: ${figure(open)} MB at rest, ${figure(told)} MB after 100 comments`],
    verdicts: [
      { what: "1,000 streams", found: Math.max(open, told), unit: "MB more of memory", atMost: 100 },
      { what: "1,000 streams", found: wait, unit: "ms from posting to 99 of 100 arrivals", atMost: 1_000 },
    ],
  };
}

export const streams = { name: "streams", title: "A thousand open pages, told by another process", run };
