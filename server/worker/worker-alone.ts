import type { Held } from "@/server/postgres/embedded";
import { Worker } from "@/server/worker/worker";

/** Runs the jobs until this process is told to stop. */
export async function workAlone(held: Held | undefined): Promise<void> {
  const worker = new Worker();
  await worker.start();
  const stop = async () => {
    await worker.stop();
    await held?.release();
    process.exit(0);
  };
  process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
  process.once("SIGINT", () => void stop()).once("SIGTERM", () => void stop());
}
