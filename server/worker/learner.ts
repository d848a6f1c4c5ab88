import { Worker } from "node:worker_threads";
import { minute } from "@/lib/clock";
import type { Decided } from "@/lib/comments/screening/learned/training";

/** Ten thousand decisions take seconds; whatever takes this long is broken. */
const atMost = 5 * minute;

/** Learns in a thread of its own, so that nobody's request waits for it. Resolves to the model's bytes. */
export function learnApart(decided: readonly Decided[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // Beside this module in the bundle (scripts/steps/bundle.mjs).
    const thread = new Worker(new URL("./learner-thread.mjs", import.meta.url), { workerData: decided });
    const tooLong = setTimeout(() => void thread.terminate(), atMost);
    thread.unref();
    thread.once("message", (bytes: Uint8Array) => resolve(bytes));
    thread.once("error", reject);
    thread.once("exit", (code) => {
      clearTimeout(tooLong);
      reject(new Error(`The thread that learns ended with ${code}.`));
    });
  });
}
