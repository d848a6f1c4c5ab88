import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { second } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { handlers } from "@/server/tasks";

/** What is swept away every hour, at a minute when nothing else happens, and what is gone on with every minute. */
const crontab = "17 * * * * sweep\n* * * * * resume_closings";
const againAfter = 5 * second;

const quiet = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/** The jobs, run in this process. A worker that lost its database starts again by itself. */
export class Worker {
  private runner: Runner | undefined;
  private stopped = false;

  async start(): Promise<void> {
    if (this.stopped) return;
    try {
      const runner = await run({
        connectionString: env().DATABASE_URL,
        concurrency: 2,
        maxPoolSize: 4,
        noHandleSignals: true,
        pollInterval: 2 * second,
        taskList: taskList(),
        crontab,
        logger: quietLogger(),
      });
      this.runner = runner;
      runner.promise.then(
        () => this.again("stopped"),
        (error: unknown) => this.again(error),
      );
    } catch (error) {
      this.again(error);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.runner?.stop().catch(() => undefined);
  }

  private again(error: unknown): void {
    if (this.stopped) return;
    this.runner = undefined;
    log.warn({ err: error instanceof Error ? error.message : error }, "the worker lost its database and starts again");
    setTimeout(() => void this.start(), againAfter).unref();
  }
}

function taskList(): TaskList {
  const tasks: TaskList = {};
  for (const each of handlers) {
    for (const [name, handler] of Object.entries(each)) {
      // What was enqueued is what `lib/jobs.ts` types; graphile-worker hands it on as it was.
      const handle: (payload: never) => Promise<void> = handler;
      tasks[name] = async (payload) => {
        await Reflect.apply(handle, undefined, [payload]);
      };
    }
  }
  return tasks;
}

function quietLogger() {
  return new Logger(() => (level, message) => log[quiet[level]]({ worker: true }, message));
}
