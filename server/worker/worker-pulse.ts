import { second } from "@/lib/clock";
import { db } from "@/lib/db";
import { log } from "@/lib/log";

const interval = 3 * second;
/** Seconds after which a worker that said nothing is dead. Should it live after all, its jobs are done twice, which every handler allows. */
const deadAfter = 15;

/** Says that the workers of this process live, and frees the jobs of those that do not: after a `kill -9` they are done within seconds. */
export class WorkerPulse {
  private ids: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  start(id: string): void {
    this.ids = [id];
    void this.beat();
    this.timer ??= setInterval(() => void this.beat(), interval).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await db.worker.deleteMany({ where: { id: { in: this.ids } } }).catch(() => undefined);
  }

  private async beat(): Promise<void> {
    try {
      await db.$queryRaw`
        WITH alive AS (
          INSERT INTO workers (id, "seenAt") SELECT id, now() FROM unnest(${this.ids}::text[]) AS id
          ON CONFLICT (id) DO UPDATE SET "seenAt" = now()
        )
        SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT job.locked_by)) AS freed
        FROM graphile_worker.jobs job
        WHERE job.locked_at < now() - make_interval(secs => ${deadAfter}::int) AND job.locked_by <> ALL(${this.ids}::text[])
          AND NOT EXISTS (
            SELECT 1 FROM workers w WHERE w.id = job.locked_by AND w."seenAt" > now() - make_interval(secs => ${deadAfter}::int)
          )
        HAVING count(*) > 0`;
    } catch (error) {
      log.warn({ err: error instanceof Error ? error.message : error }, "the worker could not say that it lives");
    }
  }
}
