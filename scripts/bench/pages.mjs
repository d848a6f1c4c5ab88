import { cpuOf, load, median } from "./measure.mjs";

const requestOf = (port, path, cookie = "") =>
  `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip, br\r\n${cookie}\r\n`;

async function fetchRaw(port, path) {
  const { request } = await import("undici");
  const { headers, body } = await request(`http://localhost:${port}${path}`, {
    headers: { "accept-encoding": "gzip, br" },
  });
  return { headers, body: Buffer.from(await body.arrayBuffer()) };
}

/** The answer for a page that is kept, compressed: it is kept from the first answer on, compressed after it. */
async function keptAnswer(port, path) {
  let answer = await fetchRaw(port, path);
  for (let tries = 0; tries < 20 && !answer.headers["content-encoding"]; tries++) answer = await fetchRaw(port, path);
  return answer;
}

/** A job for the load generator: the kept page, its bytes compared. */
export async function keptJob(port, path) {
  const { headers, body } = await keptAnswer(port, path);
  const job = { connections: 64, count: 40_000, expected: body.toString("base64"), status: 200 };
  return { headers, bytes: body.length, job: { ...job, port, requests: [requestOf(port, path)] } };
}

// A reader who has just written is answered with a page rendered for them, past the store.
const fresh = "Cookie: rejoinder-fresh=1\r\n";

/** Asks for a page so often, one after the other, rendered anew each time. */
export const renderAnew = (folder, port, path, count) =>
  load(folder, { port, connections: 1, status: 200, requests: [requestOf(port, path, fresh)], count });

/** Milliseconds of CPU of one page rendered anew, median of so many rounds. */
export async function costAnew(folder, { port, pid }, path, { rounds = 3, count = 100 } = {}) {
  const costs = [];
  for (let round = 0; round < rounds; round++) {
    const before = cpuOf(pid);
    await renderAnew(folder, port, path, count);
    costs.push((cpuOf(pid) - before) / count);
  }
  return median(costs);
}
