import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { minute } from "@/lib/clock";
import type { Rendered } from "@/server/documents/render";
import { Renderer } from "@/server/documents/renderer";

const folder = mkdtempSync(join(tmpdir(), "rejoinder-renderer-"));
let renderer: Renderer;

const rendered = (text: string): Rendered => ({
  status: 200,
  headers: { "content-type": "text/html" },
  body: Buffer.from(text),
  notes: { status: 200, tags: new Set(["article:1"]), freshUntil: new Date(0) },
});
const here = async (url: string) => rendered(`here ${url}`);
const text = async (url: string) => (await renderer.render(url)).body.toString();

/** A thread that answers as it is told to. */
function threadThat(does: string): void {
  const file = join(folder, `${Math.random()}.mjs`);
  writeFileSync(
    file,
    `import { parentPort } from "node:worker_threads";
     const answer = ({ id, url }) => parentPort.postMessage({ id, rendered: { status: 200, headers: {}, body: Buffer.from("apart " + url),
       notes: { status: 200, tags: new Set(["article:1"]), freshUntil: new Date(0) } } });
     parentPort.on("message", (asked) => { if (asked === "close") process.exit(0); ${does} });
     parentPort.postMessage("ready");`,
  );
  renderer = new Renderer({ root: folder, headers: () => ({ host: "localhost" }), here, thread: pathToFileURL(file) });
}

/** Until it is ready, pages are rendered here. */
const untilApart = () => vi.waitFor(async () => expect(await text("/warm")).toBe("apart /warm"), { timeout: 10_000 });

afterEach(() => renderer.stop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("nobody waits for the thread to start: until it is ready pages are rendered here", async () => {
  threadThat("answer(asked);");
  expect(await text("/a")).toBe("here /a");
  await untilApart();
});

test("a page that is expected starts the thread before anybody asks for it", async () => {
  threadThat("answer(asked);");
  renderer.expect("/a");
  // Asked for a page to find that out, it would start the thread for that page.
  await vi.waitFor(() => expect(renderer).toHaveProperty("ready", true), { timeout: 10_000 });
  expect(await text("/a")).toBe("apart /a");
});

test("what the thread renders is as if it were rendered here", async () => {
  threadThat("answer(asked);");
  await untilApart();
  const page = await renderer.render("/a");
  expect(page.body.equals(Buffer.from("apart /a"))).toBe(true);
  expect(page.notes).toEqual({ status: 200, tags: new Set(["article:1"]), freshUntil: new Date(0) });
});

test("a page whose thread dies in the middle of it is rendered here, and the next one too", async () => {
  threadThat(`asked.url === "/fatal" ? process.exit(1) : answer(asked);`);
  await untilApart();
  expect(await text("/fatal")).toBe("here /fatal");
  expect(await text("/b")).toBe("here /b");
});

test("a page that breaks the thread's code is rendered here", async () => {
  threadThat(`if (asked.url === "/broken") throw new Error("Broken."); answer(asked);`);
  await untilApart();
  expect(await text("/broken")).toBe("here /broken");
});

test("a thread that does not answer is given up, and its page rendered here", async () => {
  threadThat(`if (asked.url === "/endless") for (;;) {} answer(asked);`);
  await untilApart();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const page = text("/endless");
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  expect(await page).toBe("here /endless");
});

test("a thread that died is started again after a pause", async () => {
  threadThat(`asked.url === "/fatal" ? process.exit(1) : answer(asked);`);
  await untilApart();
  await text("/fatal");
  await untilApart();
});

test("a thread that had nothing to do for five minutes ends, and another is started when there is", async () => {
  threadThat("answer(asked);");
  await untilApart();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  expect(await text("/a")).toBe("apart /a");
  vi.advanceTimersByTime(5 * minute);
  vi.useRealTimers();
  expect(await text("/b")).toBe("here /b");
  await untilApart();
});

test("once stopped it starts nothing", async () => {
  threadThat("answer(asked);");
  await untilApart();
  await renderer.stop();
  expect(await text("/a")).toBe("here /a");
});
