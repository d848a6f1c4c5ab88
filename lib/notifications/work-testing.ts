import type { JobHandlers } from "@/lib/jobs";
import { sql } from "@/prisma/testing";
import { handlers } from "@/server/worker/tasks";

/** What waits to be done, oldest first. */
export const waiting = () =>
  sql<{ id: string; name: string; payload: never; runAt: Date }>(
    `SELECT j.id, t.identifier AS name, j.payload, j.run_at AS "runAt" FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`,
  );

/** Does all that waits, and what comes of it, as a worker would: a job whose handler throws stays. */
export async function work(): Promise<void> {
  const failed = new Set<string>();
  for (;;) {
    const job = (await waiting()).find(({ id }) => !failed.has(id));
    if (!job) return;
    const name = job.name as keyof JobHandlers;
    const handle = handlers.find((each) => each[name])?.[name];
    try {
      await handle?.(job.payload);
      await sql("DELETE FROM graphile_worker._private_jobs WHERE id = $1", [job.id]);
    } catch {
      failed.add(job.id);
    }
  }
}
