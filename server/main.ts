import { createServer, type Server } from "node:http";
import { join } from "node:path";
import next from "next";
import { forgetBars } from "@/lib/bars";
import { nowMs } from "@/lib/clock";
import { forgetHelper, helperAtHand } from "@/lib/comments/screening/at-hand";
import { rootClient } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { processState } from "@/lib/process-state";
import { Busy } from "@/server/documents/busy";
import { DocumentServer } from "@/server/documents/document-server";
import { Documents } from "@/server/documents/documents";
import { Pulse } from "@/server/documents/pulse";
import { ReaderPages } from "@/server/documents/reader-pages";
import { render } from "@/server/documents/render";
import { Renderer } from "@/server/documents/renderer";
import { refuseUnreadable } from "@/server/front/client-error";
import { Contract } from "@/server/front/contract";
import { devReload, Elements } from "@/server/front/elements";
import { wearStyles } from "@/server/front/error-pages";
import { Front } from "@/server/front/front";
import { hostsOf } from "@/server/front/hosts";
import { commonHeaders, documentPolicy } from "@/server/front/policy-headers";
import { Listener } from "@/server/listener";
import { Live } from "@/server/live/live";
import { migrationsIn } from "@/server/migrations";
import type { Held } from "@/server/postgres/embedded";
import { shutDown } from "@/server/shutdown";
import type { Worker } from "@/server/worker/worker";

interface ServeOptions {
  root: string;
  host: string;
  port: number;
  dev: boolean;
  /** The embedded Postgres, let go of last. */
  held: Held | undefined;
  directUrl?: string;
  /** Bytes of all kept pages together. */
  pagesMemory: number;
  jobs: boolean;
}

const mebibyte = 1024 * 1024;

/** Opens this process to readers. Resolves when it answers; SIGTERM and Ctrl-C close it in good order. */
export async function serve(options: ServeOptions): Promise<{ url: string }> {
  const { root, dev, held } = options;
  const server = createServer({ keepAliveTimeout: 72_000, headersTimeout: 20_000, requestTimeout: 120_000 });
  const port = () => portOf(server);
  const hosts = hostsOf(env().SITE_URL, port);
  const headers = commonHeaders(hosts.secure);

  const documents = new Documents({
    capacity: options.pagesMemory * mebibyte,
    headers: ["Content-Security-Policy", documentPolicy, ...headers],
    now: nowMs,
  });
  const live = new Live();
  const busy = new Busy(nowMs);
  const connectionString = options.directUrl ?? env().DATABASE_URL;
  const listener = new Listener({
    connectionString,
    onTag(tag, mayLag) {
      if (tag === "helper") return forgetHelper();
      if (tag === "bars") return forgetBars();
      if (mayLag && busy.changed(tag)) documents.outdate(tag);
      else documents.drop(tag);
      if (!mayLag && tag.startsWith("article:")) live.articleChanged(tag.slice("article:".length));
    },
    onComment: (articleId, commentId, what) => live.commentChanged(articleId, commentId, what),
    onAll() {
      documents.dropAll();
      forgetHelper();
      forgetBars();
      live.everythingChanged();
    },
    onUnreachable: () =>
      void held?.revive().catch((error: unknown) => log.error({ err: error }, "Postgres does not come back")),
  });
  processState().pagesDropped = () => listener.caughtUp();
  processState().migrations = migrationsIn(join(root, "prisma/migrations"));

  const app = next({ dev, dir: root, httpServer: server, hostname: options.host, port: options.port });
  await (dev ? app.prepare() : quietly(() => app.prepare()));
  const handler = app.getRequestHandler();
  const ownHeaders = () => ({
    host: hosts.own,
    "x-forwarded-host": hosts.own,
    "x-forwarded-proto": hosts.secure ? "https" : "http",
  });
  const renderHere = (url: string) => render(handler, url, ownHeaders());
  const renderer = new Renderer({ root, headers: ownHeaders, here: renderHere });
  const pages = new ReaderPages({
    documents,
    render: renderHere,
    renderApart: dev ? undefined : (url) => renderer.render(url),
    trusted: () => listener.trusted && !dev,
    onStyles: wearStyles,
    addition: dev ? devReload.tag : undefined,
  });
  const desk = new DocumentServer({
    documents,
    pages,
    listener,
    pulse: new Pulse(connectionString),
    render: (url, visitor) => render(handler, url, visitor),
    onCrowd: dev ? undefined : (url) => renderer.expect(url),
  });
  const elements = new Elements(join(root, ".build/elements"), dev ? { [devReload.path]: devReload.source } : {});
  const contract = dev ? undefined : new Contract();
  const hops = env().TRUSTED_PROXY_HOPS;
  const front = new Front({ hosts, hops, dev, headers, handler, documents: desk, elements, live, contract });

  stayUp();
  server.on("request", front.handle).on("clientError", refuseUnreadable);
  await listen(server, options);
  listener.start();
  const worker = options.jobs ? startWorker() : undefined;
  closeOnSignals(server, live, [
    async () => (await worker)?.stop(),
    () => listener.stop(),
    () => renderer.stop(),
    () => app.close(),
    () => rootClient().$disconnect(),
    () => processState().pool?.end(),
    () => held?.release(),
  ]);
  void contract?.prepare().catch((error: unknown) => log.error({ err: error }, "the routes could not be read"));
  helperAtHand();
  // The first query and the first rendering cost half a second: better ours than a reader's.
  void pages.page("/").catch(() => undefined);
  return { url: `http://${shownHost(options.host)}:${port()}` };
}

/** A fault that nobody caught is written down, and the readers of everything else are served on: nobody may be there to start us again. */
function stayUp(): void {
  process.on("uncaughtException", (error) => log.error({ err: error }, "a fault that nobody caught"));
  process.on("unhandledRejection", (reason) => log.error({ err: reason }, "a promise that nobody kept"));
}

/** Next greets on the console while it prepares; at this terminal only we speak. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log: said } = console;
  console.log = () => undefined;
  try {
    return await work();
  } finally {
    console.log = said;
  }
}

/** The code of all jobs is read when the doors are open: readers do not wait for it. */
async function startWorker(): Promise<Worker> {
  const { Worker } = await import("@/server/worker/worker");
  const worker = new Worker();
  void worker.start();
  return worker;
}

/** The name under which this machine reaches what listens on `host`. */
function shownHost(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::1", "::"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : env().PORT;
}

function listen(server: Server, { port, host }: ServeOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closeOnSignals(server: Server, live: Live, closing: (() => Promise<unknown> | unknown)[]): void {
  let closed = false;
  const close = (signal: NodeJS.Signals) => {
    // A second Ctrl-C does not wait.
    if (closed) process.exit(130);
    closed = true;
    live.close();
    void shutDown(server, closing).then(() => process.exit(signal === "SIGINT" ? 130 : 0));
  };
  process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
  process.on("SIGINT", close).on("SIGTERM", close);
}
