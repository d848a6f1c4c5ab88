import type { IncomingHttpHeaders } from "node:http";
import { Worker } from "node:worker_threads";
import { minute, second } from "@/lib/clock";
import { environmentBeside } from "@/lib/env";
import { log } from "@/lib/log";
import type { Rendered } from "@/server/documents/render";

/** What the thread is asked, and what it says. */
export interface Asked {
  id: number;
  url: string;
  headers: IncomingHttpHeaders;
}
export type Said = "ready" | { id: number; rendered: Rendered } | { id: number; failed: string };

interface RendererOptions {
  root: string;
  /** What a page is asked with. */
  headers(): IncomingHttpHeaders;
  /** Renders on the thread that answers. */
  here(url: string): Promise<Rendered>;
  /** Beside this module in the bundle (scripts/steps/bundle.mjs). */
  thread?: URL;
}

/** Connections of the thread: the queries of one page at once. */
const connections = 4;
/** A thread that has not answered for so long is given up; a statement may take five seconds. */
const patience = 8 * second;
const startsWithin = minute;
const idleFor = 5 * minute;
const pauses = { from: 2 * second, to: 5 * minute };

/**
 * Renders in a thread of its own, so that readers are answered meanwhile (docs/decisions/0027). The thread is started by the first page that
 * is asked for, and ends when none was for five minutes. Until it is ready, and whenever it fails, the page is rendered here: no page depends on it.
 */
export class Renderer {
  private thread: Worker | undefined;
  private ready = false;
  private asked = 0;
  private readonly waiting = new Map<number, { resolve(rendered: Rendered): void; reject(error: Error): void }>();
  private idle: NodeJS.Timeout | undefined;
  private failures = 0;
  private notBefore = 0;
  private stopped = false;

  constructor(private readonly options: RendererOptions) {}

  async render(url: string): Promise<Rendered> {
    const thread = this.running(url);
    if (!thread) return this.options.here(url);
    return this.by(thread, url).catch((error: Error) => {
      log.warn({ err: error.message }, "the thread that renders failed: the page is rendered on the other");
      return this.options.here(url);
    });
  }

  /** Starts the thread before a page needs it. */
  expect(url: string): void {
    this.running(url);
  }

  /** Lets the thread close its connections; one that does not is ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.close();
  }

  private running(url: string): Worker | undefined {
    if (this.stopped || performance.now() < this.notBefore) return undefined;
    clearTimeout(this.idle);
    this.idle = setTimeout(() => void this.close(), idleFor).unref();
    this.thread ??= this.start(url);
    return this.ready ? this.thread : undefined;
  }

  private start(url: string): Worker {
    const { root, headers, thread: place = new URL("./renderer-thread.mjs", import.meta.url) } = this.options;
    const warmUp: Asked = { id: 0, url, headers: headers() };
    const thread = new Worker(place, {
      workerData: { root, warmUp },
      env: environmentBeside("rejoinder renderer", connections),
    });
    thread.unref();
    const tooLong = setTimeout(() => void thread.terminate(), startsWithin).unref();
    thread.on("message", (said: Said) => {
      if (said === "ready") clearTimeout(tooLong);
      if (thread === this.thread) this.hear(said);
    });
    thread.on("error", (error) => log.warn({ err: error }, "the thread that renders broke"));
    thread.once("exit", () => {
      clearTimeout(tooLong);
      this.gone(thread);
    });
    return thread;
  }

  private hear(said: Said): void {
    if (said === "ready") {
      this.ready = true;
      return;
    }
    const waiting = this.waiting.get(said.id);
    this.waiting.delete(said.id);
    if ("failed" in said) waiting?.reject(new Error(said.failed));
    // A Buffer comes out of a message as plain bytes.
    else waiting?.resolve({ ...said.rendered, body: Buffer.from(said.rendered.body) });
  }

  private by(thread: Worker, url: string): Promise<Rendered> {
    const id = ++this.asked;
    const tooLong = setTimeout(() => void thread.terminate(), patience);
    const answer = new Promise<Rendered>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    thread.postMessage({ id, url, headers: this.options.headers() } satisfies Asked);
    return answer.finally(() => clearTimeout(tooLong));
  }

  /** It ended without being asked to: another is started, later each time. */
  private gone(thread: Worker): void {
    if (this.thread !== thread) return;
    this.forget();
    this.notBefore = performance.now() + Math.min(pauses.to, pauses.from * 2 ** this.failures++);
  }

  private forget(): void {
    this.thread = undefined;
    this.ready = false;
    for (const { reject } of this.waiting.values()) reject(new Error("It has ended."));
    this.waiting.clear();
  }

  private async close(): Promise<void> {
    clearTimeout(this.idle);
    const { thread } = this;
    if (!thread) return;
    this.failures = 0;
    this.forget();
    const ended = new Promise((resolve) => thread.once("exit", resolve));
    const tooLong = setTimeout(() => void thread.terminate(), 2 * second);
    thread.postMessage("close");
    await ended;
    clearTimeout(tooLong);
  }
}
