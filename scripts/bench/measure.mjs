import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { leash } from "../steps/leash.mjs";
import { inRoot } from "../steps/root.mjs";

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

let jobs = 0;

/** Runs the load generator on one job; throws with what it saw when an answer was not the expected one. */
export async function load(folder, job) {
  const file = join(folder, `job-${++jobs}.json`);
  writeFileSync(file, JSON.stringify(job));
  const { child, ended } = leash(process.execPath, [inRoot("scripts/bench/load.mjs"), file], {
    stdout: "pipe",
    stderr: "pipe",
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  if ((await ended) !== 0) throw new Error(`The load generator stopped: ${err}`);
  await closed;
  return JSON.parse(out);
}

/** Starts the bare server, and answers when it listens. */
export async function bare(folder, given) {
  const file = join(folder, `bare-${given.mode}.json`);
  writeFileSync(file, JSON.stringify(given));
  const { stop } = leash(process.execPath, [inRoot("scripts/bench/bare.mjs"), file]);
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`http://127.0.0.1:${given.port}/`, { method: "POST", body: '{"body":"Hello."}' }).catch(
      () => undefined,
    );
    if (answer) return { stop };
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The bare server did not start.");
}

/** Milliseconds of CPU that a process has used so far (Linux: proc(5), in hundredths of a second). */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The Node process that a leash's shell runs. */
export function nodeUnder(shell) {
  const children = readFileSync(`/proc/${shell}/task/${shell}/children`, "utf8").trim().split(" ").map(Number);
  const found = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("start.mjs"));
  if (!found) throw new Error("The server's process was not found.");
  return found;
}
