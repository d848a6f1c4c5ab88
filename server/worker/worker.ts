import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { second } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { dailyHour } from "@/lib/notifications/limits";
import { processState } from "@/lib/process-state";
import { learnApart } from "@/server/worker/learner";
import { handlers } from "@/server/worker/tasks";
import { WorkerPulse } from "@/server/worker/worker-pulse";

/**
 * What is swept away every hour, at a minute when nothing else happens, and what is gone on with every minute. Daily letters are made up for
 * within half a day where no worker ran.
 */
const crontab = `17 * * * * sweep\n* * * * * resume_closings\n* * * * * learn\n0 ${dailyHour} * * * mail_daily ?fill=12h`;
const againAfter = 5 * second;

const quiet = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/** The jobs, run in this process. A worker that lost its database starts again by itself. */
export class Worker {
  private runner: Runner | undefined;
  private readonly pulse = new WorkerPulse();
  private stopped = false;

  async start(): Promise<void> {
    if (this.stopped) return;
    processState().learnApart = learnApart;
    try {
      const events: WorkerEvents = new EventEmitter();
      events.on("pool:create", ({ workerPool }) => this.pulse.start(workerPool.id));
      const runner = await run({
        events,
        connectionString: env().DATABASE_URL,
        concurrency: 3,
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
    await this.pulse.stop();
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
