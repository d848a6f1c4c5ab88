import { AsyncLocalStorage } from "node:async_hooks";
import { platform, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { finish } from "@/server/documents/finish";
import type { Rendered } from "@/server/documents/render";
import type { Asked, Said } from "@/server/documents/renderer";

/** The thread of `server/documents/renderer.ts`: the same build in a Next of its own. It keeps nothing, so there is nothing that it would have to forget. */
async function open(root: string, warmUp: Asked): Promise<void> {
  // Whoever answers goes first. Linux gives each thread a niceness of its own; elsewhere the process has one.
  if (platform() === "linux") setPriority(0, 5);
  // Next's modules look for it there, and are read after this.
  Object.assign(globalThis, { AsyncLocalStorage });
  // Next tells that it is ready: its process has told that already.
  console.log = () => undefined;
  const [{ default: next }, { render }, { rootClient }] = await Promise.all([
    import("next"),
    import("@/server/documents/render"),
    import("@/lib/db"),
  ]);
  const app = next({ dev: false, dir: root });
  await app.prepare();
  const handler = app.getRequestHandler();
  const say = (said: Said) => parentPort?.postMessage(said);
  const answer = async ({ id, url, headers }: Asked) => {
    try {
      say({ id, rendered: asDocument(await render(handler, url, headers)) });
    } catch (error) {
      say({ id, failed: String(error) });
    }
  };
  const close = async () => {
    await app.close();
    await rootClient().$disconnect();
    process.exit(0);
  };
  parentPort?.on("message", (asked: Asked | "close") => void (asked === "close" ? close() : answer(asked)));
  // Code that has not run yet is slow; nobody waits for these.
  for (let turn = 0; turn < 20; turn++) await render(handler, warmUp.url, warmUp.headers);
  say("ready");
}

function asDocument(rendered: Rendered): Rendered {
  if (!String(rendered.headers["content-type"]).startsWith("text/html")) return rendered;
  const { html, ...finished } = finish(rendered.body.toString());
  return { ...rendered, body: Buffer.from(html), finished };
}

void open(workerData.root, workerData.warmUp);
