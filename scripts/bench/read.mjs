// Readers in a process of their own: each asks for a page so often, whether the answer before was quick or not, or (`every` 0) again as soon as
// it is there. Says how long each answer took.
import { readFileSync } from "node:fs";
import { connect } from "node:net";

const { port, path, readers, every, seconds } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const ask = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip, br\r\n\r\n`);
const took = [];
/** Milliseconds: for so long 200 connections open and this code is new, which is not the server's. */
const opening = 1_000;

function fail(why) {
  console.error(why);
  process.exit(1);
}

/** The length of a whole answer, once its head is there. */
function lengthOf(answer) {
  const end = answer.indexOf("\r\n\r\n");
  if (end < 0) return Number.POSITIVE_INFINITY;
  const head = answer.latin1Slice(0, end);
  if (!head.startsWith("HTTP/1.1 200 ")) fail(head);
  return end + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(head)[1]);
}

function read(number) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    socket.on("error", (error) => fail(error.message));
    const began = performance.now() + (number / readers) * every;
    let [turn, from, had] = [0, 0, Buffer.alloc(0)];
    const send = (since) => {
      from = since;
      socket.write(ask);
    };
    const next = () => {
      const due = every === 0 ? performance.now() : began + turn++ * every;
      if (due - began >= opening + seconds * 1_000) {
        socket.end();
        resolve();
      } else if (due > performance.now()) setTimeout(() => send(performance.now()), due - performance.now());
      // An answer that made the next question late counts for that one too.
      else send(due);
    };
    socket.on("connect", next);
    socket.on("data", (chunk) => {
      had = had.length === 0 ? chunk : Buffer.concat([had, chunk]);
      if (had.length < lengthOf(had)) return;
      if (from - began >= opening) took.push(performance.now() - from);
      had = Buffer.alloc(0);
      next();
    });
  });
}

await Promise.all(Array.from({ length: readers }, (_, number) => read(number)));
// A pipe takes a long line in pieces.
process.stdout.write(JSON.stringify(took), () => process.exit(0));
