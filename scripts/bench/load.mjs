// A load generator in a process of its own: so many connections, so many requests, loopback only.
// Sockets are spoken to directly, since a client library costs more than the server that is measured.
import { readFileSync } from "node:fs";
import { connect } from "node:net";

/**
 * `{ port, connections, count, requests, expected, status }`: `requests` are sent in turn, whole, as strings; every answer must have
 * `status` and, where `expected` (base64) is given, exactly that body, or must contain `wanted[i]`.
 */
const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
const requests = job.requests.map((text) => Buffer.from(text));
const expected = job.expected === undefined ? undefined : Buffer.from(job.expected, "base64");
const head = Buffer.from(`HTTP/1.1 ${job.status} `);
const end = Buffer.from("\r\n\r\n");
const patience = 120_000;

let sent = 0;
let done = 0;

function fail(why, answer) {
  console.error(`${why}\n${answer.subarray(0, 1500).toString()}`);
  process.exit(1);
}

function check(answer, bodyAt, turn) {
  if (answer.compare(head, 0, head.length, 0, head.length) !== 0) fail(`Not ${job.status}`, answer);
  if (expected && answer.compare(expected, 0, expected.length, bodyAt) !== 0) fail("Other bytes than expected", answer);
  if (job.wanted && !answer.includes(job.wanted[turn], bodyAt)) fail(`Without “${job.wanted[turn]}”`, answer);
}

const lastChunk = Buffer.from("0\r\n\r\n");

/** Where an answer ends, or infinity while it has not: a length that was announced, or the empty chunk. */
function lengthOf(answer, bodyAt) {
  const text = answer.latin1Slice(0, bodyAt).toLowerCase();
  if (text.includes("\r\ntransfer-encoding: chunked")) {
    return answer.subarray(-lastChunk.length).equals(lastChunk) ? answer.length : Number.POSITIVE_INFINITY;
  }
  const length = /\r\ncontent-length: (\d+)/.exec(text)?.[1];
  if (length === undefined) fail("No Content-Length", answer);
  return bodyAt + Number(length);
}

function speak() {
  return new Promise((resolve, reject) => {
    const socket = connect(job.port, "127.0.0.1");
    socket.setNoDelay(true);
    let had = Buffer.alloc(0);
    let turn = 0;
    const ask = () => {
      if (sent === job.count) {
        socket.end();
        resolve();
        return;
      }
      turn = sent++ % requests.length;
      socket.write(requests[turn]);
    };
    socket.on("connect", ask);
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      had = had.length === 0 ? chunk : Buffer.concat([had, chunk]);
      const at = had.indexOf(end);
      if (at < 0) return;
      const bodyAt = at + 4;
      const whole = lengthOf(had, bodyAt);
      if (had.length < whole) return;
      if (had.length > whole) fail("More bytes than announced", had);
      check(had, bodyAt, turn);
      had = had.subarray(whole);
      done++;
      ask();
    });
    socket.on("close", () => (sent === job.count ? resolve() : reject(new Error("The server closed the connection."))));
  });
}

setTimeout(() => fail("Not done within two minutes", Buffer.alloc(0)), patience).unref();
const began = performance.now();
await Promise.all(Array.from({ length: job.connections }, speak));
console.log(JSON.stringify({ done, perSecond: (done / (performance.now() - began)) * 1000 }));
process.exit(0);
